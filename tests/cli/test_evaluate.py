# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command `evaluate` on small photos: rows, resuming after a kill, shards, bad input, and the report."""
import csv
import json
import random
import shutil
import signal
import struct
import subprocess
import time
import unittest
from html.parser import HTMLParser

from cli_case import MODEL, PROGRAM, CliCase, picture

VOC = """<annotation><filename>{name}</filename><size><width>48</width><height>40</height></size>
<object><name>{label}</name><bndbox><xmin>11</xmin><ymin>11</ymin><xmax>24</xmax><ymax>24</ymax></bndbox></object>
</annotation>"""


def turned_tiff(width, height):
    """A plain RGB TIFF whose orientation says that it is to be turned by a quarter."""
    tags = ((256, 3, width), (257, 3, height), (258, 3, 8), (259, 3, 1), (262, 3, 2), (273, 4, 8), (274, 3, 6), (277, 3, 3),
            (278, 3, height), (279, 4, 3 * width * height))
    pixels = bytes((x * 5 + y * 3 * c) % 256 for y in range(height) for x in range(width) for c in (1, 2, 3))
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return (struct.pack("<2sHI", b"II", 42, 8 + len(pixels)) + pixels + struct.pack("<H", len(tags)) + entries +
            bytes(4))


class Pictures(HTMLParser):
    def __init__(self):
        super().__init__()
        self.sources, self.scripts = [], 0

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.sources.append(dict(attrs)["src"])
        self.scripts += tag in ("script", "link", "iframe")


class Evaluate(CliCase):
    def setUp(self):
        super().setUp()
        self.photos = self.folder / "photos"
        self.photos.mkdir()
        for index, name in enumerate(("a", "b", "c", "d")):
            pixels = bytearray(picture())
            for place in range(20, len(pixels), 7 + index):
                pixels[place] = (pixels[place] + 40 * index) % 256
            (self.photos / f"{name}.ppm").write_bytes(bytes(pixels))
            (self.photos / f"{name}.xml").write_text(VOC.format(name=name, label="zebra"))

    def arguments(self, *more, out=None):
        return ("evaluate", self.photos, "--methods", "blur-ig:max-gradients=16,ig:black:max-gradients=16", "--metrics",
                "localisation,patch-deletion", "--out", out or self.out, *more)

    def evaluate(self, *more, out=None, **options):
        return self.with_model(*self.arguments(*more, out=out), **options)

    def rows(self, out=None, name="rows.csv"):
        with ((out or self.out) / name).open(newline="") as file:
            return list(csv.DictReader(file))

    def test_a_row_an_image_and_method(self):
        document = json.loads(self.evaluate("--json").stdout)
        rows = self.rows()
        self.assertEqual({(row["photo"], row["method"].split(":")[0]) for row in rows},
                         {(f"{name}.ppm", method) for name in "abcd" for method in ("blur-ig", "ig")})
        self.assertEqual({row["target"] for row in rows}, {"zebra"})
        for row in rows:
            self.assertTrue(0 <= float(row["roc_auc"]) <= 1)
            # 14 x 14 pixels of 48 x 40, in model pixels
            self.assertAlmostEqual(float(row["area"]), 14 * 14 / (48 * 40), delta=0.02)
            self.assertAlmostEqual(float(row["mae"]), 2 * float(row["area"]) * (1 - float(row["f1"])), places=9)
        blur = document["methods"][0]["figures"]["roc_auc"]["mean"]
        mean = sum(float(row["roc_auc"]) for row in rows if row["method"].startswith("blur")) / 4
        self.assertAlmostEqual(blur["mean"], mean, places=9)
        self.assertTrue(blur["low"] <= blur["mean"] <= blur["high"])
        self.assertEqual(document["labelled"], 4)
        self.assertEqual(document["problems"], [])
        report = (self.out / "report.html").read_text()
        parser = Pictures()
        parser.feed(report)
        self.assertEqual(parser.scripts, 0)
        self.assertEqual(len(parser.sources), 4)  # best and worst of four photos
        self.assertTrue(all(source.startswith("data:image/png;base64,") for source in parser.sources))
        self.assertIn("tabular", (self.out / "table.tex").read_text())

    def test_a_second_run_computes_only_what_is_new(self):
        self.evaluate()
        first = (self.out / "rows.csv").read_bytes()
        times = len(self.rows(name="times.csv"))
        self.evaluate("--resume")
        self.assertEqual((self.out / "rows.csv").read_bytes(), first)
        self.assertEqual(len(self.rows(name="times.csv")), times)
        shutil.copy(self.photos / "a.ppm", self.photos / "e.ppm")
        self.evaluate()
        self.assertEqual((self.out / "rows.csv").read_bytes()[:len(first)], first)
        self.assertEqual(len(self.rows()), 10)

    def test_it_goes_on_after_a_kill(self):
        whole = self.folder / "whole"
        self.evaluate(out=whole)
        expected = (whole / "table.csv").read_bytes()
        command = [PROGRAM, *map(str, self.arguments()), "--model", str(MODEL), "--card", str(self.card)]
        chance = random.Random(3)
        for _ in range(10):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.05, 0.6))
            process.send_signal(signal.SIGKILL)
            process.wait()
        self.evaluate()
        self.assertEqual((self.out / "table.csv").read_bytes(), expected)
        identities = [(row["photo"], row["key"]) for row in self.rows()]
        self.assertEqual(len(identities), len(set(identities)))

    def test_shards_are_put_together_to_the_same_bits(self):
        whole = self.folder / "whole"
        self.evaluate(out=whole)
        parts = [self.folder / f"part{k}" for k in (1, 2, 3)]
        for k, part in enumerate(parts, 1):
            self.evaluate("--shard", f"{k}/3", out=part)
        self.assertEqual(len(self.rows(parts[0])), 4)
        merged = []
        for order in (parts, parts[::-1]):
            out = self.folder / f"merged{len(merged)}"
            self.evaluate("--merge", *order, out=out)
            merged.append((out / "table.csv").read_bytes())
            self.assertEqual(len(self.rows(out, "times.csv")), 8)  # nothing was computed again
        self.assertEqual(merged, [(whole / "table.csv").read_bytes()] * 2)
        self.assertIn("--shard", self.evaluate("--shard", "4/3", code=2).stderr)

    def test_what_cannot_be_used_is_listed(self):
        (self.photos / "broken.ppm").write_bytes(b"P6 9 9 255\nshort")
        (self.photos / "other.ppm").write_bytes(picture())
        (self.photos / "other.xml").write_text(VOC.format(name="x", label="zebra").replace(">48<", ">50<"))
        (self.photos / "unknown.ppm").write_bytes(picture())
        (self.photos / "unknown.xml").write_text(VOC.format(name="x", label="unicorn"))
        (self.photos / "outside.ppm").write_bytes(picture(48, 40))
        (self.photos / "outside.xml").write_text(VOC.format(name="x", label="zebra").replace("24<", "900<"))
        (self.photos / "nothing.xml").write_text(VOC.format(name="x", label="zebra"))
        (self.photos / "bomb.ppm").write_bytes(picture())
        (self.photos / "bomb.xml").write_text("<!DOCTYPE a [<!ENTITY e \"&e;&e;\">]><annotation>&e;")
        result = self.evaluate("--json", code=2)
        document = json.loads(result.stdout)
        problems = {problem["photo"]: problem["what"] for problem in document["problems"]}
        self.assertEqual(set(problems), {"broken.ppm", "other.ppm", "unknown.ppm", "bomb.ppm"})
        self.assertIn("50 x 40", problems["other.ppm"])
        self.assertIn("unicorn", problems["unknown.ppm"])
        notes = " ".join(note["what"] for note in document["notes"])
        self.assertIn("reaches outside", notes)
        self.assertIn("nothing.xml", notes)
        self.assertEqual(len(self.rows()), 10)
        for problem in problems.values():
            self.assertIn(problem, result.stderr)
        empty = self.folder / "empty"
        empty.mkdir()
        self.assertIn("no photos", self.with_model("evaluate", empty, "--out", self.out, code=2).stderr)

    def test_an_annotation_of_the_stored_pixels_keeps_the_photo_as_stored(self):
        for path in self.photos.iterdir():
            path.unlink()
        for name, size in (("stored", (48, 40)), ("upright", (40, 48))):
            (self.photos / f"{name}.tif").write_bytes(turned_tiff(48, 40))
            (self.photos / f"{name}.xml").write_text(
                VOC.format(name=name, label="zebra").replace("<width>48<", f"<width>{size[0]}<").replace(
                    "<height>40<", f"<height>{size[1]}<"))
        document = json.loads(self.with_model("evaluate", self.photos, "--methods", "gradient", "--metrics",
                                              "localisation-photo", "--out", self.out, "--json").stdout)
        self.assertEqual(document["problems"], [])
        notes = {note["photo"]: note["what"] for note in document["notes"]}
        self.assertIn("not rotated", notes["stored.tif"])
        self.assertIn("rotated upright", notes["upright.tif"])

    def test_maps_of_others_are_one_more_method(self):
        theirs = self.folder / "theirs"
        for name in "abcd":
            self.with_model("attribute", self.photos / f"{name}.ppm", "--target", "zebra", "--max-gradients", "16",
                            "--out", theirs / name)
            shutil.copy(theirs / name / "attribution.npy", theirs / f"{name}.npy")
        self.evaluate("--maps", f"theirs={theirs}/{{stem}}.npy")
        rows = {(row["photo"], row["method"]): row for row in self.rows()}
        for name in "abcd":
            own, other = rows[f"{name}.ppm", "blur-ig:max-gradients=16"], rows[f"{name}.ppm", "maps:theirs"]
            for column in ("roc_auc", "f1", "patch_correlation"):
                self.assertEqual(own[column], other[column])
        (theirs / "b.npy").unlink()
        result = self.evaluate("--maps", f"other={theirs}/{{stem}}.npy", code=2)
        self.assertIn("b.npy", result.stderr)
        self.assertIn("{stem}", self.evaluate("--maps", "theirs/map.npy", code=2).stderr)

    def test_labels_masks_and_the_labels_of_the_paths(self):
        for xml in self.photos.glob("*.xml"):
            xml.unlink()
        masks = self.folder / "masks"
        masks.mkdir()
        for name in "abcd":
            (masks / f"{name}.pgm").write_bytes(b"P5 48 40 255\n" + bytes(255 if 10 < i % 48 < 24 else 0
                                                                          for i in range(48 * 40)))
        labels = self.write("labels.csv", b"photo,label\na.ppm,tabby\nb,3\n")
        document = json.loads(self.with_model(
            "evaluate", self.photos, "--methods", "gradient", "--metrics", "localisation,second-last-labels", "--masks",
            masks, "--photo-labels", labels, "--out", self.out, "--json").stdout)
        rows = {row["photo"]: row for row in self.rows()}
        self.assertEqual(rows["a.ppm"]["target"], "tabby")
        self.assertEqual(rows["b.ppm"]["target"], "tabby")
        self.assertEqual(rows["c.ppm"]["correct"], "")  # nothing says what it is
        self.assertAlmostEqual(float(rows["a.ppm"]["area"]), 13 / 48, delta=0.02)
        self.assertEqual(document["labelled"], 2)
        paths = [row["path"] for row in self.rows(name="labels.csv")]
        self.assertEqual(paths, ["blur-ig", "ig:black", "ig:random"] * 4)
        self.assertEqual([path["path"] for path in document["second_last_labels"]["paths"]],
                         ["blur-ig", "ig:black", "ig:random"])

    def test_a_plan_says_how_long_all_take(self):
        plan = json.loads(self.evaluate("--plan", "--limit", "3", "--photos", "36000", "--price", "2", "--shard", "1/1",
                                        "--json").stdout)
        self.assertEqual(plan["photos"], 36000)
        self.assertAlmostEqual(plan["hours"][0], 10 * plan["seconds_a_photo"][0], places=6)
        self.assertAlmostEqual(plan["cost"], 2 * plan["hours"][0], places=6)

    def test_every_metric_gives_figures(self):
        document = json.loads(self.with_model("evaluate", self.photos, "--methods", "grad-cam,gradient", "--metrics", "all",
                                              "--limit", "2", "--out", self.out, "--json").stdout)
        for key, metric in document["metrics"].items():
            self.assertTrue(metric["formula"].endswith("."), key)
        for key in ("roc_auc", "photo_roc_auc", "insertion", "mean_deletion", "diffid", "diffid_soft", "patch_correlation"):
            self.assertIsNotNone(document["methods"][1]["figures"][key]["mean"], key)

    def test_mistakes_are_told(self):
        for options, word in ((("--methods", "blurig"), "blurig"), (("--metrics", "beauty"), "beauty"),
                              (("--resume",), "rows.csv"), (("--merge", self.folder / "nowhere"), "rows.csv")):
            with self.subTest(options):
                result = self.with_model("evaluate", self.photos, "--out", self.folder / "new", *options, code=2)
                self.assertIn(word, result.stderr)

    def test_judge_names_what_a_map_is(self):
        self.with_model("attribute", self.picture, "--target", "zebra", "--max-sigma", "16", "--tolerance-map", "0.01",
                        "--out", self.out)
        told = self.with_model("judge", self.out / "attribution.npy", self.picture, "--target", "zebra", "--to-sigma", "16",
                               "--json")
        judgement = json.loads(told.stdout)
        self.assertTrue(judgement["holds"], judgement)
        other = self.with_model("judge", self.out / "attribution.npy", self.picture, "--target", "zebra", "--to-sigma",
                                "16", "--claims", "ig:black").stdout
        self.assertIn("it is not the integral along the straight path from black", other)


if __name__ == "__main__":
    unittest.main()
