# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's mistakes: exit code 2, one clear line on standard error, nothing on standard output but JSON's error."""
import json
import unittest

from cli_case import CARD, DATA, MODEL, CliCase

# Arguments, with files of setUp by name in braces; parts that the line must have.
MISTAKES = {
    "no command": ([], ["command", "--help"]),
    "unknown command": (["clasify", "{picture}"], ['"clasify"', "classify"]),
    "unknown option": (["classify", "{picture}", "--fast"], ["--fast", "blurig classify --help"]),
    "no picture": (["classify"], ["IMAGE", "required"]),
    "no folder": (["attribute", "{picture}"], ["--out", "required"]),
    "no number": (["classify", "{picture}", "--top", "many"], ["--top", "many"]),
    "no classes": (["classify", "{picture}", "--top", "0"], ["--top"]),
    "missing picture": (["classify", "{folder}/none.png"], ["none.png", "no such file"]),
    "empty picture": (["classify", "{empty}"], ["empty.png", "empty"]),
    "text for a picture": (["classify", "{text}"], ["text.png", "picture"]),
    "folder for a picture": (["classify", "{folder}"], ["{folder}", "folder"]),
    "missing model": (["info", "{folder}/none.pt"], ["none.pt"]),
    "picture for a model": (["info", "{picture}"], ["picture.ppm", "not a model"]),
    "no card": (["info", "{model}", "--card", "{text}"], ["text.png", "not JSON"]),
    "card of another size": (["info", "{model}", "--card", "{grey}"], ["pictures of 1 x 32 x 32", "channels", "card"]),
    "too few labels": (["classify", "{picture}", "--labels", "{labels}"], ["labels.txt", "2 labels", "5 classes"]),
    "unknown crop": (["classify", "{picture}", "--crop", "centre"], ["--crop", '"centre"', "squashed"]),
    "crop of three": (["classify", "{picture}", "--crop", "1,2,3"], ["--crop", '"1,2,3"']),
    "crop outside": (["classify", "{picture}", "--crop", "900,900,10,10"], ["--crop", "rectangle"]),
    "unknown method": (["attribute", "{picture}", "--out", "{out}", "--method", "lime"], ['"lime"', "blur-ig, ig"]),
    "unknown array format": (["attribute", "{picture}", "--out", "{out}", "--array-format", "mat"],
                             ["--array-format", '"mat"', "npy or tiff"]),
    "unknown score": (["attribute", "{picture}", "--out", "{out}", "--score", "z"], ["--score", '"z"', "log-prob"]),
    "unknown class": (["attribute", "{picture}", "--out", "{out}", "--target", "unicorn"], ["--target", "unicorn"]),
    "class out of range": (["attribute", "{picture}", "--out", "{out}", "--target", "5"], ["--target", "5"]),
    "ambiguous class": (["attribute", "{picture}", "--out", "{out}", "--target", "crane"], ["--target", "crane", "1", "2"]),
    "parameter of another method": (["attribute", "{picture}", "--out", "{out}", "--method", "gradient", "--steps", "9"],
                                    ["--steps", "gradient", "--method blur-ig or ig"]),
    "sigma for IG": (["attribute", "{picture}", "--out", "{out}", "--method", "ig", "--max-sigma", "9"],
                     ["--max-sigma", "ig"]),
    "unknown layer": (["attribute", "{picture}", "--out", "{out}", "--method", "grad-cam", "--layer", "features.3:ad"],
                      ["layer", '"features.3:ad"', "Near names: features.3.0:add", "--layers"]),
    "Grad-CAM of a transformer": (["attribute", "{picture}", "--out", "{out}", "--method", "grad-cam", "--model",
                                   "{transformer}", "--card", "{card}"], ["tiny_vit_trace.pt", "transformer", "blur-ig"]),
    "bad value": (["attribute", "{picture}", "--out", "{out}", "--max-sigma", "-3"], ["--max-sigma", "-3"]),
    "no finite value": (["attribute", "{picture}", "--out", "{out}", "--max-sigma", "nan"], ["--max-sigma"]),
    "bad word": (["attribute", "{picture}", "--out", "{out}", "--schedule", "sometimes"], ["--schedule", "adaptive"]),
    "own without a picture": (["attribute", "{picture}", "--out", "{out}", "--method", "ig", "--baseline", "own"],
                              ["own"]),
    "unknown baseline in a list": (["attribute", "{picture}", "--out", "{out}", "--method", "ig", "--baseline",
                                    "black,pink"], ["--baseline", '"pink"', "black, white, black+white, random"]),
    "superclass without WordNet ids": (["attribute", "{picture}", "--out", "{out}", "--target", "any dog"],
                                       ["--target", "WordNet ids", "model card"]),
    "picture without own": (["attribute", "{picture}", "--out", "{out}", "--method", "ig", "--baseline-image",
                             "{picture}"], ["--baseline own"]),
    "unknown colours": (["attribute", "{picture}", "--out", "{out}", "--color-map", "jet"], ['"jet"', "blue-orange"]),
    "colours of both signs for one": (["attribute", "{picture}", "--out", "{out}", "--sign", "positive", "--color-map",
                                       "green-purple"], ["--color-map", "green-purple", "positive", "cividis, grey"]),
    "colours of one sign for both": (["attribute", "{picture}", "--out", "{out}", "--look", "signed", "--color-map",
                                      "grey"], ["--color-map", "grey", "signed", "blue-orange"]),
    "a region has no sign": (["attribute", "{picture}", "--out", "{out}", "--sign", "signed"],
                             ["--sign", "--look signed"]),
    "unknown sign": (["attribute", "{picture}", "--out", "{out}", "--sign", "up"], ["--sign", '"up"', "negative"]),
    "unknown look": (["scales", "{picture}", "--out", "{out}", "--look", "oil"], ["--look", '"oil"', "outline"]),
    "smoothing": (["attribute", "{picture}", "--out", "{out}", "--smooth", "9"], ["--smooth", "0 to 8"]),
    "clip": (["attribute", "{picture}", "--out", "{out}", "--clip", "101"], ["--clip"]),
    "ends that cross": (["attribute", "{picture}", "--out", "{out}", "--clip", "95", "--clip-low", "96"],
                        ["--clip-low", "0 to 95"]),
    "no area": (["attribute", "{picture}", "--out", "{out}", "--top-area", "0"], ["--top-area"]),
    "file for a folder": (["attribute", "{picture}", "--out", "{text}"], ["text.png", "file, not a folder"]),
    "kernel's folder": (["scales", "{picture}", "--out", "/proc/out"], ["/proc/out"]),
    "one scale": (["scales", "{picture}", "--out", "{out}", "--columns", "1"], ["--columns"]),
}


class BadInput(CliCase):
    def setUp(self):
        super().setUp()
        grey = {**CARD, "input": {"channels": 1, "height": 32, "width": 32, "mean": [0], "std": [1]}}
        self.names = {
            "folder": self.folder,
            "picture": self.picture,
            "model": MODEL,
            "transformer": DATA / "torch2" / "tiny_vit_trace.pt",
            "card": self.card,
            "out": self.out,
            "empty": self.write("empty.png", b""),
            "text": self.write("text.png", b"not a picture at all\n"),
            "grey": self.write("grey.json", json.dumps(grey).encode()),
            "labels": self.write("labels.txt", b"cat\ndog\n"),
        }

    def arguments(self, templates):
        arguments = [template.format(**self.names) for template in templates]
        takes_model = arguments and arguments[0] in ("classify", "attribute", "scales") and "--model" not in arguments
        return arguments + (["--model", str(MODEL), "--card", str(self.card)] if takes_model else [])

    def test_is_one_line(self):
        for title, (templates, parts) in MISTAKES.items():
            with self.subTest(title):
                result = self.blurig(*self.arguments(templates), code=2)
                self.assertEqual(result.stdout, "")
                lines = result.stderr.splitlines()
                self.assertEqual(len(lines), 1, result.stderr)
                self.assertTrue(lines[0].startswith("blurig: "), lines[0])
                for part in parts:
                    self.assertIn(part.format(**self.names), lines[0])

    def test_is_json_on_request(self):
        for title, (templates, _) in MISTAKES.items():
            with self.subTest(title):
                result = self.blurig(*self.arguments(templates), "--json", code=2)
                error = json.loads(result.stdout)["error"]
                self.assertEqual(set(error), {"code", "where", "what", "remedy"})
                self.assertTrue(all(error.values()), error)

    def test_a_bad_picture_among_good_ones_hides_none(self):
        result = self.with_model("classify", self.picture, self.names["text"], self.picture, "--json", code=2)
        images = json.loads(result.stdout)["images"]
        self.assertEqual(["classes" in image for image in images], [True, False, True])
        self.assertEqual(images[1]["error"]["code"], "not-a-picture")


if __name__ == "__main__":
    unittest.main()
