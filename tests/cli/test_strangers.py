# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of strangers: each of tests/data/faults ends as it must, with a right number or in words."""
import json
import os
import unittest

from cli_case import DATA, CliCase

FAULTS = DATA / "faults"
PICTURE = FAULTS / "pic.png"


class Strangers(CliCase):
    def attribute(self, fault, *arguments, code=0):
        return self.blurig("attribute", PICTURE, "--model", FAULTS / fault / "m.pt", "--out", self.out, *arguments,
                           code=code)

    def record(self):
        return json.loads((self.out / "record.json").read_text())

    def size(self, name):
        header = (self.out / name).read_bytes()[16:24]  # of a PNG
        return int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big")

    def test_another_json_beside_a_model_is_ignored_and_named(self):
        model = FAULTS / "14_json_of_same_stem" / "mine.pt"
        result = self.blurig("classify", PICTURE, "--model", model, "--json")
        best = json.loads(result.stdout)["classes"][0]
        self.assertEqual(best["index"], 0)
        self.assertAlmostEqual(best["score"], 0.6292, places=4)
        self.assertIn("mine.json is not used", result.stderr)
        self.assertIn("mine.json is not used", self.blurig("info", model).stdout)
        self.assertEqual(len(json.loads(self.blurig("info", model, "--json").stdout)["notes"]), 1)
        self.blurig("attribute", PICTURE, "--model", model, "--out", self.out)
        self.assertIn("mine.json is not used", self.record()["model"]["notes"][0])

    def test_a_card_that_is_given_must_say_so(self):
        other = FAULTS / "14_json_of_same_stem" / "mine.json"
        result = self.blurig("info", FAULTS / "14_json_of_same_stem" / "mine.pt", "--card", other, code=2)
        for part in ["mine.json", '"card_version"']:
            self.assertIn(part, result.stderr)

    def test_labels_in_latin_1_are_told_before_anything_is_written(self):
        labels = FAULTS / "15_labels" / "latin1.txt"
        for command in ["attribute", "scales"]:
            with self.subTest(command):
                result = self.blurig(command, PICTURE, "--model", FAULTS / "15_labels" / "m.pt", "--labels", labels,
                                     "--target", "1", "--out", self.out, code=2)
                for part in [str(labels), "line 1", "Latin-1"]:
                    self.assertIn(part, result.stderr)
                self.assertFalse(self.out.exists())

    def test_a_run_that_fails_leaves_nothing(self):
        import torch  # pylint: disable=import-outside-toplevel # takes seconds

        class WithoutGradient(torch.nn.Module):
            def forward(self, x):
                return x.detach().mean(dim=[2, 3])

        model = self.folder / "detached.pt"
        torch.jit.save(torch.jit.script(WithoutGradient()), str(model))
        card = self.write("detached.pt.json", b'{"card_version": 1, "input": {"height": 16, "width": 16}}')
        for command in ["attribute", "scales"]:
            with self.subTest(command):
                self.blurig(command, PICTURE, "--model", model, "--card", card, "--out", self.out, code=2)
                self.assertFalse(self.out.exists() and list(self.out.iterdir()))

    def test_labels_may_be_utf_8_or_utf_16_with_a_mark(self):
        for encoding in ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]:
            with self.subTest(encoding):
                mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
                labels = self.write("labels.txt", mark + "caf\u00e9\r\nbee\r\n\u732b\r\n".encode(encoding))
                self.attribute("15_labels", "--labels", labels, "--target", "caf\u00e9")
                self.assertEqual(self.record()["target_name"], "caf\u00e9")

    def test_a_number_that_is_index_and_name_is_told(self):
        result = self.attribute("17_names_are_numbers", "--target", "2", code=2)
        for part in ["--target", '"2"', "2 (10)", "3 (2)", "index:2", "name:2"]:
            self.assertIn(part, result.stderr)
        self.assertFalse(self.out.exists())
        for target, index in {"10": 2, "index:2": 2, "name:2": 3, "0": 0, "3": 3, "-index:2": 2}.items():
            with self.subTest(target):
                self.attribute("17_names_are_numbers", f"--target={target}")
                self.assertEqual(self.record()["target_index"], index)

    def test_the_score_is_named_by_what_it_is(self):
        words = {"class-score": "sigmoid", "softmax": "sigmoid", "logit": "logit",
                 "log-prob": "log-probability (sigmoid)"}
        for score, name in words.items():
            with self.subTest(score):
                self.attribute("32_multi_label_words", "--score", score)
                self.assertEqual(self.record()["score"], name)
        self.attribute("15_labels")
        self.assertEqual(self.record()["score"], "softmax")

    def test_a_saturated_score_is_told_and_not_painted(self):
        for method in ["blur-ig", "gradient", "gradient-x-input", "smooth-grad", "grad-cam"]:
            with self.subTest(method):
                result = self.attribute("12_saturated", "--method", method)
                self.assertIn("no evidence to show", result.stdout)
                self.assertIn("--score logit", result.stdout)
                self.assertNotIn("converged", result.stdout)
                record = self.record()
                self.assertFalse(record["evidence"])
                self.assertIn(record["no_evidence"]["reason"], ["flat-score", "faint-map", "zero-map"])
                width, height = self.size("overlay.png")
                self.assertLess(width, 1.2 * height)  # the photo alone: no map, no key to colours

    def test_the_logit_of_a_saturated_model_is_evidence(self):
        result = self.attribute("12_saturated", "--score", "logit")
        self.assertNotIn("no evidence", result.stdout)
        self.assertTrue(self.record()["evidence"])
        self.assertIsNone(self.record()["no_evidence"])
        width, height = self.size("overlay.png")
        self.assertGreater(width, 2 * height)

    def test_a_path_from_where_the_score_is_another_has_evidence(self):
        result = self.attribute("12_saturated", "--method", "ig")
        self.assertIn("F(baseline) 0.0000", result.stdout)
        self.assertTrue(self.record()["evidence"])

    def test_sheets_of_a_saturated_score_paint_nothing(self):
        result = self.blurig("scales", PICTURE, "--model", FAULTS / "12_saturated" / "m.pt", "--out", self.out,
                             "--columns", "3")
        self.assertIn("no evidence to show", result.stdout)
        self.assertFalse(self.record()["evidence"])
        saturated = self.size("sheet.png")
        self.blurig("scales", PICTURE, "--model", FAULTS / "12_saturated" / "m.pt", "--out", self.out, "--columns", "3",
                    "--score", "logit")
        self.assertLess(saturated[1], 0.7 * self.size("sheet.png")[1])  # two rows of four
        session = {"version": 1, "picture": str(PICTURE), "model": str(FAULTS / "12_saturated" / "m.pt"),
                   "page": "compare", "compare": {"shared_range": True,
                                                  "panes": [{"method": "blur-ig"}, {"method": "gradient"}]}}
        saved = self.write("saved.blurig", json.dumps(session).encode())
        result = self.blurig("compare", saved, "--out", self.out)
        self.assertEqual(result.stdout.count("no evidence to show"), 2)
        self.assertFalse(json.loads((self.out / "2-gradient.json").read_text())["evidence"])

    def test_a_figure_names_its_files_wherever_it_is_opened(self):
        relative = os.path.relpath(PICTURE, self.folder)
        model = os.path.relpath(FAULTS / "15_labels" / "m.pt", self.folder)
        self.blurig("attribute", relative, "--model", model, "--out", "out", folder=self.folder)
        png = (self.out / "overlay.png").read_bytes()
        begin = png.index(b"{", png.index(b"blurig-choice"))
        choice, _ = json.JSONDecoder().raw_decode(png[begin:].decode("latin-1"))
        self.assertEqual(choice["picture"], str(PICTURE.resolve()))
        self.assertEqual(choice["model"], str((FAULTS / "15_labels" / "m.pt").resolve()))


if __name__ == "__main__":
    unittest.main()
