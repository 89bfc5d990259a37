# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`blurig compare`: a session's panes give what `attribute` gives for each of them."""
import hashlib
import json
import shutil
import unittest

import numpy as np
from matplotlib.image import imread

from cli_case import CARD, DATA, MODEL, CliCase

PANES = [
    {"method": "ig", "parameters": {"baseline": "white"}},
    {"method": "blur-ig"},
    {"method": "blur-ig", "target": "crane, machine", "parameters": {"max_sigma": "8"}},
]


class Compare(CliCase):
    def setUp(self):
        super().setUp()
        self.model = self.folder / "model.pt"
        shutil.copy(MODEL, self.model)
        self.card.rename(self.folder / "model.pt.json")

    def session(self, **changes):
        choice = {"version": 1, "picture": self.picture.name, "model": self.model.name, "target": "zebra",
                  "picture_sha256": hashlib.sha256(self.picture.read_bytes()).hexdigest(),
                  "model_sha256": hashlib.sha256(self.model.read_bytes()).hexdigest(),
                  "page": "compare", "compare": {"shared_range": True, "panes": PANES}}
        return self.write("saved.blurig", json.dumps({**choice, **changes}).encode())

    def test_panes_are_those_of_attribute(self):
        document = json.loads(self.blurig("compare", self.session(), "--out", self.out, "--json").stdout)
        self.assertEqual([pane["method"] for pane in document["panes"]], ["ig", "blur-ig", "blur-ig"])
        options = [("--method", "ig", "--baseline", "white"), (), ("--target", "crane, machine", "--max-sigma", "8")]
        for index, option in enumerate(options):
            alone = self.folder / f"alone{index}"
            target = () if "--target" in option else ("--target", "zebra")
            self.blurig("attribute", self.picture, "--model", self.model, "--out", alone, *target, *option)
            name = f"{index + 1}-{PANES[index]['method']}"
            self.assertEqual((self.out / f"{name}.npy").read_bytes(), (alone / "attribution.npy").read_bytes())
            record = json.loads((self.out / f"{name}.json").read_text())
            expected = json.loads((alone / "record.json").read_text())
            for key in ("target", "sum", "gap_relative", "gradients", "parameters"):
                self.assertEqual(record[key], expected[key], key)
        self.assertTrue((self.out / "compare.png").read_bytes().startswith(b"\x89PNG"))

    def test_colours_are_those_of_the_session(self):
        self.picture = self.folder / "linear.png"
        shutil.copy(DATA / "faults" / "20_linear_colours" / "linear_icc.png", self.picture)
        for colours in ("as-stored", "srgb"):
            session = self.session(colours=colours, compare={"panes": [{"method": "gradient"}]})
            result = self.blurig("compare", session, "--out", self.out)
            self.assertIn("ICC colour profile", result.stderr)
            alone = self.folder / colours
            self.blurig("attribute", self.picture, "--model", self.model, "--out", alone, "--target", "zebra",
                        "--method", "gradient", "--colours", colours)
            self.assertEqual((self.out / "input.npy").read_bytes(), (alone / "input.npy").read_bytes())
            self.assertEqual((self.out / "1-gradient.npy").read_bytes(), (alone / "attribution.npy").read_bytes())
        wrong = self.session(colours="p3", compare={"panes": [{"method": "gradient"}]})
        self.assertIn("saved.blurig", self.blurig("compare", wrong, "--out", self.out, code=2).stderr)

    def test_the_figure_is_drawn_as_in_the_session(self):
        figures = set()
        for display in ({}, {"part": "positive"}, {"style": "masked"}, {"style": "overlay"}, {"overlay": True},
                        {"clip_low_percentile": 80, "color_map": "green-purple", "part": "absolute"}):
            session = self.session(panes=[{"display": display}], compare={"panes": [{"method": "gradient"}]})
            self.blurig("compare", session, "--out", self.out)
            figures.add((self.out / "compare.png").read_bytes().split(b"IDAT", 1)[1])
        self.assertEqual(len(figures), 5)  # the flag of earlier versions is a look

    def test_words_of_a_display_that_do_not_exist_are_told(self):
        session = self.session(panes=[{"display": {"part": "up"}}])
        self.assertIn('"up"', self.blurig("compare", session, "--out", self.out, code=2).stderr)

    def other_model(self, card):
        """A model of its own for a pane, with a card beside it if there is one."""
        model = self.folder / "models" / "other.pt"
        model.parent.mkdir()
        shutil.copy(DATA / "torch2" / "tiny_convnext_script.pt", model)
        if card:
            (model.parent / "other.pt.json").write_text(json.dumps(card))
        return model

    def test_a_pane_has_its_own_model(self):
        card = {**CARD, "name": "Other", "input": {**CARD["input"], "mean": [0.2, 0.3, 0.4]}}
        other = self.other_model(card)
        digest = hashlib.sha256(other.read_bytes()).hexdigest()
        panes = [{"method": "ig"}, {"method": "ig", "model": "models/other.pt", "model_sha256": digest}]
        self.blurig("compare", self.session(compare={"panes": panes}), "--out", self.out)
        alone = self.folder / "alone"
        self.blurig("attribute", self.picture, "--model", other, "--out", alone, "--target", "zebra", "--method", "ig")
        self.assertEqual((self.out / "2-ig.npy").read_bytes(), (alone / "attribution.npy").read_bytes())
        self.assertEqual((self.out / "2-ig_input.npy").read_bytes(), (alone / "input.npy").read_bytes())
        self.assertNotEqual((self.out / "1-ig.npy").read_bytes(), (self.out / "2-ig.npy").read_bytes())
        self.assertEqual(json.loads((self.out / "2-ig.json").read_text())["model"]["name"], "Other")

        panes[1]["model_sha256"] = "0" * 64
        words = self.blurig("compare", self.session(compare={"panes": panes}), "--out", self.out, code=2).stderr
        self.assertIn("another model", words)

    def test_a_map_lies_over_what_its_own_model_sees(self):
        card = {**CARD, "name": "Other", "input": {**CARD["input"], "height": 48, "width": 48,
                                                   "resize": {"rule": "shortest-side", "size": 96}}}
        self.other_model(card)
        own, shared = {"method": "gradient", "model": "models/other.pt"}, {"method": "gradient"}
        strips = []
        for panes in ([shared, own], [shared, shared]):
            display = {"style": "overlay", "opacity": 0}  # the photo alone
            self.blurig("compare", self.session(panes=[{"display": display}], compare={"panes": panes}),
                        "--out", self.out)
            figure = imread(self.out / "compare.png")
            strips.append(figure[figure.shape[0] // 2])  # through the pictures, away from the words
        self.assertFalse(np.array_equal(*strips))

    def test_a_panes_model_without_a_card_is_told(self):
        self.other_model(None)
        panes = [{"method": "ig", "model": "models/other.pt"}]
        words = self.blurig("compare", self.session(compare={"panes": panes}), "--out", self.out, code=2).stderr
        self.assertIn("other.pt: has no model card", words)

    def test_another_picture_is_told(self):
        session = self.session(picture_sha256="0" * 64)
        words = self.blurig("compare", session, "--out", self.out, code=2).stderr
        self.assertIn("another picture", words)
        self.assertIn("saved.blurig", words)

    def test_a_session_without_panes_is_told(self):
        session = self.session(compare={"panes": []})
        self.assertIn("no panes", self.blurig("compare", session, "--out", self.out, code=2).stderr)

    def test_an_unknown_method_is_told(self):
        session = self.session(compare={"panes": [{"method": "magic"}]})
        self.assertIn("no method \"magic\"", self.blurig("compare", session, "--out", self.out, code=2).stderr)


if __name__ == "__main__":
    unittest.main()
