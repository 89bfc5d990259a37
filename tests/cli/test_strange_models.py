# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Models of strangers: each of tests/data/faults gives what torch gives for it, or is refused in words."""
import json
import unittest

from cli_case import DATA, CliCase

FAULTS = DATA / "faults"
PICTURE = FAULTS / "pic.png"
SCORES = {  # of torch.jit.load(file).eval() in torch 1.13, on the picture alone
    "01_view_flatten/m.pt": [0.7456, 0.1695, 0.0849],
    "01_view_flatten/no_conv.pt": [0.329, 0.671, 0.0],
    "02_traced_while_training/m.pt": [0.7589, 0.1504, 0.0906],
    "03_depends_on_batch/m.pt": [0.7776, 0.1941, 0.0283],
    "04_first_row_only/two.pt": [0.5694, 0.4306],
    "04_first_row_only/five.pt": [0.5174, 0.0463, 0.1102, 0.2597, 0.0663],
    "05_batch_of_one/m.pt": [0.3095, 0.1909, 0.4996],
    "09_half/m.pt": [0.6697, None, None],  # as float32
    "10_cuda_constant/m.pt": [None, 0.5318, None],  # its constant, which is 0, on the CPU
    "33_words_of_cure/quantised.pt": [0.0749, 0.0023, 0.9228],
}
WORDS = {  # what is said of it before a number is shown
    "02_traced_while_training/m.pt": "unfrozen",
    "03_depends_on_batch/m.pt": "one picture at a time",
    "04_first_row_only/five.pt": "scores of one picture",
    "05_batch_of_one/m.pt": "one picture at a time",
    "09_half/m.pt": "32-bit floats",
    "10_cuda_constant/m.pt": "CPU",
    "33_words_of_cure/quantised.pt": "quantised layers",
}


class StrangeModels(CliCase):
    def test_scores_are_those_of_torch(self):
        for file, expected in SCORES.items():
            for options in ([], ["--unfrozen"]):
                with self.subTest(f"{file} {options}"):
                    result = self.blurig("classify", PICTURE, "--model", FAULTS / file, "--json", *options)
                    self.assertIn(WORDS.get(file, ""), result.stderr)
                    for found in json.loads(result.stdout)["classes"]:
                        if expected[found["index"]] is not None:
                            self.assertAlmostEqual(found["score"], expected[found["index"]], delta=6e-5)

    def test_what_is_not_usual_stands_in_info(self):
        file = "03_depends_on_batch/m.pt"
        self.assertIn(WORDS[file], self.blurig("info", FAULTS / file).stdout)
        self.assertIn(WORDS[file], json.loads(self.blurig("info", FAULTS / file, "--json").stdout)["notes"][0])

    def refused(self, *arguments, parts):
        result = self.blurig(*arguments, code=2)
        for part in parts:
            self.assertIn(part, result.stderr)
        self.assertFalse(self.out.exists() and any(self.out.iterdir()))

    def test_an_error_inside_a_method_is_told(self):
        self.refused("classify", PICTURE, "--model", FAULTS / "00_error_inside_method" / "one_channel.pt",
                     parts=["one_channel.pt", "channels", "--card"])
        card = FAULTS / "00_error_inside_method" / "right_card.json"
        self.blurig("classify", PICTURE, "--model", FAULTS / "00_error_inside_method" / "one_channel.pt", "--card", card)

    def test_a_random_model_never_converges(self):
        result = self.blurig("attribute", PICTURE, "--model", FAULTS / "06_dropout_on" / "m.pt", "--out", self.out)
        self.assertIn("random", result.stderr)
        self.assertIn("not repeatable", result.stdout)
        self.assertNotIn("converged", result.stdout)
        record = json.loads((self.out / "record.json").read_text())
        self.assertFalse(record["repeatable"])
        self.assertFalse(record["model"]["examination"]["repeatable"])

    def test_one_number_is_asked_about(self):
        model = FAULTS / "13_one_logit" / "m.pt"
        self.refused("attribute", PICTURE, "--model", model, "--out", self.out, parts=["one number", "--output-kind"])
        result = self.blurig("classify", PICTURE, "--model", model, "--output-kind", "one-logit", "--json")
        self.assertEqual(len(json.loads(result.stdout)["classes"]), 2)
        for wrong in ("logits", "softmax", ""):
            self.blurig("classify", PICTURE, "--model", model, f"--output-kind={wrong}", code=2)
        for option, value in (("--output-index", "-1"), ("--output-index", "1"), ("--output-place", "1,x")):
            self.refused("classify", PICTURE, "--model", model, f"{option}={value}", parts=["--output"])

    def test_which_output_holds_the_scores_is_asked(self):
        model = FAULTS / "34_two_outputs" / "m.pt"
        self.refused("classify", PICTURE, "--model", model, parts=["2 tensors (1 x 32, 1 x 3)", "--output-index"])
        result = self.blurig("classify", PICTURE, "--model", model, "--output-index", "1", "--json")
        self.assertEqual(len(json.loads(result.stdout)["classes"]), 3)

    def test_the_cure_fits(self):
        self.refused("attribute", PICTURE, "--model", FAULTS / "33_words_of_cure" / "quantised.pt", "--out", self.out,
                     parts=["quantised layers", "before quantisation"])
        self.refused("classify", PICTURE, "--model", FAULTS / "33_words_of_cure" / "needs_299.pt",
                     parts=["224 x 224", "input size", "--card"])

    def test_the_second_opening_remembers(self):
        model = FAULTS / "03_depends_on_batch" / "m.pt"
        self.blurig("info", model)
        again = self.blurig("info", model, "--progress")
        self.assertNotIn("examining", again.stderr)
        card = self.write("other.json", (FAULTS / "03_depends_on_batch" / "m.pt.json").read_bytes().replace(b"0.25", b"0.5"))
        other = self.blurig("info", model, "--card", card, "--progress")
        self.assertIn("examining the model", other.stderr)


if __name__ == "__main__":
    unittest.main()
