# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model that comes with the program, on the sample photos; made ready by tests/run."""
import json
import os
import pathlib
import unittest

from cli_case import CliCase

SAMPLES = pathlib.Path(os.environ["BLURIG_SAMPLES"])


class DefaultModel(CliCase):
    def test_it_sees_what_is_there(self):
        document = json.loads(self.blurig("classify", SAMPLES / "coffee.png", SAMPLES / "camera.png", "--json").stdout)
        best = [image["classes"][0] for image in document["images"]]
        # With Pillow's resize, as the model's authors had it; 0.002 allows for other builds of the convolutions.
        for found, (name, wnid, score) in zip(best, [("espresso", "n07920052", 0.951), ("tripod", "n04485082", 0.937)],
                                              strict=True):
            self.assertEqual((found["name"], found["wnid"]), (name, wnid))
            self.assertAlmostEqual(found["score"], score, delta=0.002)

    def test_superclasses(self):
        photo = SAMPLES / "chelsea.png"
        classes = json.loads(self.blurig("classify", photo, "--json", "--top", "1000").stdout)["classes"]
        scores = {entry["index"]: entry["score"] for entry in classes}
        for target, name, indices in (("any:domestic cat", "any domestic cat", range(281, 286)),
                                      ("any dog", "any dog", range(151, 269)),
                                      ("any domestic cat,-tiger cat", "any domestic cat - tiger cat",
                                       [281, 283, 284, 285])):
            with self.subTest(target):
                result = self.blurig("attribute", photo, "--target", target, "--method", "gradient", "--out", self.out,
                                     "--json")
                record = json.loads(result.stdout)
                self.assertEqual(sorted(part["index"] for part in record["target"]["classes"]), sorted(indices))
                self.assertEqual(record["target"]["name"], name)
                self.assertAlmostEqual(record["score_input"], sum(scores[index] for index in indices), places=5)

    def test_the_map_explains_the_score(self):
        result = self.blurig("attribute", SAMPLES / "coffee.png", "--target", "espresso", "--out", self.out, "--json")
        record = json.loads(result.stdout)
        self.assertEqual((record["target_index"], record["model"]["card_origin"]), (967, "embedded"))
        self.assertAlmostEqual(record["score_input"], 0.951, delta=0.002)
        self.assertLess(record["gap_relative"], 0.02)
        self.assertLess(record["map_error"], 0.08)
        # A forward pass counts as a third of a gradient.
        self.assertLessEqual(record["gradients"] + record["forwards"] / 3, 129)

    def test_repeating_a_run_gives_the_same_bits(self):
        runs = {"blur-ig": (), "ig-random": ("--method", "ig", "--baseline", "random", "--seed", "7")}
        for name, options in runs.items():
            with self.subTest(name):
                maps = []
                for repeat in ("first", "second"):
                    folder = self.out / f"{name}_{repeat}"
                    self.blurig("attribute", SAMPLES / "coffee.png", "--target", "espresso", "--max-gradients", "24",
                                *options, "--out", folder)
                    maps.append((folder / "attribution.npy").read_bytes())
                self.assertEqual(maps[0], maps[1])
                record = json.loads((folder / "record.json").read_text())
                self.assertEqual(record["parameters"].get("seed"), 7 if options else None)


if __name__ == "__main__":
    unittest.main()
