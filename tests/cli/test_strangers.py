# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of strangers: each of tests/data/faults ends as it must, with a right number or in words."""
import json
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

    def test_labels_may_be_utf_8_or_utf_16_with_a_mark(self):
        for encoding in ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]:
            with self.subTest(encoding):
                mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
                labels = self.write("labels.txt", mark + "caf\u00e9\r\nbee\r\n\u732b\r\n".encode(encoding))
                self.attribute("15_labels", "--labels", labels, "--target", "caf\u00e9")
                self.assertEqual(self.record()["target_name"], "caf\u00e9")


if __name__ == "__main__":
    unittest.main()
