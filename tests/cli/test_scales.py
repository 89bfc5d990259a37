# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The analyses of the command `scales`: octaves, removal, evolution and density agree with the record and each other."""
import csv
import json
import math
import os
import unittest
import xml.etree.ElementTree

from cli_case import MODEL, CliCase, picture


class Scales(CliCase):
    def scales(self, *options, method="blur-ig"):
        self.with_model("scales", self.picture, "--out", self.out, "--columns", "2", "--method", method, "--target",
                        "zebra", *options)
        record = json.loads((self.out / "record.json").read_text())
        for chart in self.out.glob("*.svg"):
            xml.etree.ElementTree.parse(chart)
        return record

    def read(self, name):
        return json.loads((self.out / name).read_text())

    def test_octaves_sum_to_the_map(self):
        for method in ("blur-ig", "ig", "gradient-x-input"):
            with self.subTest(method):
                record = self.scales("--octaves", method=method)
                octaves = self.read("octaves.json")
                sums = [band["sum"] for band in octaves["bands"]]
                self.assertEqual([band["octave"] for band in octaves["bands"]], list(range(6)))
                self.assertEqual(octaves["method"], method)
                self.assertTrue(math.isclose(math.fsum(sums) + octaves["mean"], octaves["total"], abs_tol=1e-9))
                if record["sum"] is not None:
                    self.assertAlmostEqual(octaves["total"], record["sum"], delta=1e-5)
                for band in octaves["bands"]:
                    self.assertGreaterEqual(band["sum_absolute"], abs(band["sum"]) - 1e-6)
                self.assertEqual((self.out / "sheet.png").exists(), method == "blur-ig")
                if method != "blur-ig":
                    self.assertIsNone(octaves["matrix"])
                    continue
                self.assertEqual(len(octaves["matrix"]) + 1, len(octaves["sigma_edges"]))
                self.assertAlmostEqual(octaves["sigma_edges"][-1], record["sigma_max"])
                with open(self.out / "nodes.csv", encoding="utf-8") as table:
                    masses = [float(row["interval_mass"]) for row in csv.DictReader(table) if row["interval_mass"]]
                for row, mass in zip(octaves["matrix"], masses, strict=True):
                    self.assertAlmostEqual(math.fsum(row), mass, delta=1e-6)
                for column, total in zip(zip(*octaves["matrix"]), sums):
                    self.assertAlmostEqual(math.fsum(column), total, delta=1e-6)
            for file in self.out.iterdir():
                file.unlink()

    def test_removal_is_measured(self):
        record = self.scales("--remove", "--shapley")
        removed = self.read("remove.json")
        self.assertAlmostEqual(removed["score_input"], record["score_input"], places=6)
        self.assertEqual(removed["forwards"], 17)
        for key in ("without", "only_up_to", "only_from"):
            self.assertEqual([entry["octave"] for entry in removed[key]], list(range(6)))
        self.assertEqual(removed["only_up_to"][-1]["score"], removed["score_input"])
        self.assertEqual(removed["only_from"][0]["logit"], removed["logit_input"])
        self.assertEqual(len(removed["shapley"]["scores"]), 6)
        self.assertIn("--remove", self.with_model("scales", self.picture, "--out", self.out, "--shapley", code=2).stderr)

    def test_evolution_covers_the_path(self):
        for method in ("blur-ig", "ig"):
            record = self.scales("--evolution", method=method)
            evolution = self.read("evolution.json")
            self.assertEqual(evolution["position"], record["position"])
            labels = evolution["labels"]
            self.assertEqual(labels[0]["from"], 0)
            for one, following in zip(labels, labels[1:]):
                self.assertEqual(one["to"], following["from"])
                self.assertNotEqual(one["index"], following["index"])
            second = evolution["second_last_label"]
            self.assertEqual(second and second["index"], labels[1]["index"] if len(labels) > 1 else None)
        self.assertIn("no path", self.with_model("scales", self.picture, "--out", self.out, "--method",
                                                 "gradient-x-input", "--evolution", code=2).stderr)

    def test_density_sums_to_the_difference(self):
        record = self.scales()
        density = self.read("density.json")
        change = math.fsum(cell["change"] for cell in density["cells"])
        self.assertAlmostEqual(change, record["score_input"] - record["score_baseline"], places=9)
        self.assertIsNone(density["cells"][0]["change_density"]["per_log_sigma"])
        self.assertEqual([interval["share"] for interval in density["bulk"]], [0.5, 0.8, 0.9])
        self.assertEqual((density["bulk"][1]["from_sigma"], density["bulk"][1]["to_sigma"]),
                         (record["bulk"]["from_sigma"], record["bulk"]["to_sigma"]))

    def test_a_folder_is_followed_and_resumed(self):
        folder = self.folder / "photos"
        folder.mkdir()
        for number in range(3):
            (folder / f"{number}.ppm").write_bytes(picture(48 + 8 * number, 40))
        (folder / "notes.txt").write_text("no picture")
        arguments = ["scales", folder, "--out", self.out, "--target", "zebra", "--schedule", "log", "--steps", "8"]
        groups = json.loads(self.with_model(*arguments, "--json").stdout)["groups"]["groups"]
        self.assertEqual([(group["name"], group["photos"]) for group in groups], [("zebra", 3)])
        with open(self.out / "photos.csv", encoding="utf-8") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual([row["label"] for row in rows], ["0 zebra"] * 3)
        record = self.attribute_record(folder / "1.ppm")
        self.assertAlmostEqual(float(rows[1]["score_input"]), record["score_input"], places=9)
        self.assertAlmostEqual(float(rows[1]["bulk_80_from"]), record["bulk"]["from_sigma"], places=9)
        octaves = sum(float(rows[1][f"blur-ig_octave_{octave}"]) for octave in range(6))
        self.assertAlmostEqual(octaves, record["sum"], delta=1e-5)
        figures = self.read("fidelity.json")["figures"]
        self.assertIn("prior", {figure["predictor"] for figure in figures})
        kept = {file: file.stat().st_mtime_ns for file in (self.out / "photos").iterdir()}
        (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno")
        result = self.with_model(*arguments, code=2)
        self.assertIn("broken.png", result.stderr)
        self.assertEqual(kept, {file: file.stat().st_mtime_ns for file in (self.out / "photos").iterdir()})

    def attribute_record(self, photo):
        result = self.with_model("attribute", photo, "--out", self.folder / "one", "--target", "zebra", "--schedule",
                                 "log", "--steps", "8", "--json")
        return json.loads(result.stdout)

    def test_two_folders_are_compared(self):
        for name, width in (("wide", 64), ("narrow", 32)):
            (self.folder / name).mkdir()
            for number in range(2):
                (self.folder / name / f"{number}.ppm").write_bytes(picture(width + number, 40))
        self.with_model("scales", self.folder / "wide", "--against", self.folder / "narrow", "--out", self.out,
                        "--target", "zebra", "--schedule", "log", "--steps", "8")
        groups = self.read("groups.json")
        self.assertEqual({group["name"] for group in groups["groups"]}, {"wide", "narrow"})
        for test in groups["tests"]:
            self.assertTrue(0 < test["permutation_p"] <= 1)
        empty = self.folder / "empty"
        empty.mkdir()
        self.assertIn("no pictures", self.with_model("scales", empty, "--out", self.out, code=2).stderr)

    def test_photos_are_grouped_by_nouns(self):
        card = json.loads(self.card.read_text())
        # Whatever the label is, it lies under one of the two nouns.
        card["classes"]["wnids"] = ["n02123045", "n02123159", "n02123394", "n02113023", "n02099601"]
        card["classes"]["names"] = ["a", "b", "c", "d", "e"]
        self.card.write_text(json.dumps(card))
        photos = self.folder / "photos"
        photos.mkdir()
        for number in range(2):
            (photos / f"{number}.ppm").write_bytes(picture(40 + number, 36))
        self.with_model("scales", photos, "--out", self.out, "--between", "domestic cat", "domestic dog",
                        "--max-gradients", "16")
        names = {group["name"] for group in self.read("groups.json")["groups"]}
        self.assertTrue(names and names <= {"domestic cat", "dog"}, names)
        self.assertIn("--between", self.with_model("scales", photos, "--out", self.out, "--between", "domestic cat",
                                                   code=2).stderr)
        self.assertIn("unicorn", self.with_model("scales", photos, "--out", self.out, "--between", "domestic cat",
                                                 "unicorn", code=2).stderr)

    def test_axioms_are_figures(self):
        result = self.blurig("axioms", MODEL, self.picture, "--card", self.card, "--steps", "8", "--json")
        axioms = json.loads(result.stdout)
        self.assertEqual(axioms["steps"], 8)
        self.assertLess(axioms["linearity"]["blur_ig"], 1e-4)
        self.assertLess(axioms["affine_scale_invariance"]["ig_per_feature"], 0.02)
        self.assertGreater(axioms["affine_scale_invariance"]["blur_ig_per_feature"],
                           axioms["affine_scale_invariance"]["blur_ig_per_channel"])
        self.assertEqual(axioms["dummy"]["parts_tried"], 19)
        words = self.blurig("axioms", MODEL, self.picture, "--card", self.card, "--steps", "8").stdout
        for axiom in ("completeness", "linearity", "dummy", "affine scale invariance"):
            self.assertIn(axiom, words)
        row = axioms["causality"]["middle_row"]
        self.assertEqual((row["row"], row["created"]["blur"]), (16, 0))
        self.assertIsNone(axioms["randomised_weights"])
        self.assertIn("--steps", self.blurig("axioms", MODEL, self.picture, "--card", self.card, "--steps", "1",
                                             code=2).stderr)

    def test_maps_of_shuffled_weights_are_compared(self):
        result = self.blurig("axioms", MODEL, self.picture, "--card", self.card, "--steps", "4", "--randomise", "--json")
        found = json.loads(result.stdout)["randomised_weights"]
        counts = [stage["layers"] for stage in found["stages"]]
        self.assertEqual(counts[0], 1)
        self.assertEqual(counts[-1], found["layers"])
        self.assertEqual(counts, sorted(set(counts)))
        for stage in found["stages"]:
            for method in ("blur_ig", "ig", "gradient_x_input"):
                for value in stage[method].values():
                    self.assertTrue(-1 <= value < 1)
            self.assertTrue(stage["first_layer"])
        self.assertNotEqual(found["stages"][0]["score"], found["stages"][-1]["score"])

    def film_frames(self):
        return sorted(path.name for path in (self.out / "film").iterdir())

    def test_a_film_is_frames_without_ffmpeg(self):
        result = self.with_model("scales", self.picture, "--out", self.out, "--columns", "2", "--film", "--frames", "3",
                                 environment={"PATH": str(self.folder)})
        self.assertEqual(self.film_frames(), ["frame-0001.png", "frame-0002.png", "frame-0003.png"])
        self.assertIn("ffmpeg", result.stderr)
        frames = [(self.out / "film" / name).read_bytes() for name in self.film_frames()]
        self.assertEqual(len({frame[16:24] for frame in frames}), 1)  # of one size
        self.assertEqual(len(set(frames)), 3)
        self.assertFalse((self.out / "film.mp4").exists())

    def test_a_film_is_joined_by_ffmpeg(self):
        program = self.write("ffmpeg", b"#!/bin/sh\nfor last; do :; done\nprintf '%s' \"$*\" > \"$last\"\n")
        program.chmod(0o755)
        path = f"{self.folder}:{os.environ['PATH']}"
        self.with_model("scales", self.picture, "--out", self.out, "--columns", "2", "--film", "--frames", "2",
                        environment={"PATH": path})
        for kind in ("mp4", "gif"):
            words = (self.out / f"film.{kind}").read_text()
            self.assertIn("-framerate 24", words)
            self.assertIn(str(self.out / "film" / "frame-%04d.png"), words)
        program.write_bytes(b"#!/bin/sh\necho no such codec >&2\nexit 1\n")
        result = self.with_model("scales", self.picture, "--out", self.out, "--columns", "2", "--film", "--frames", "2",
                                 environment={"PATH": path}, code=2)
        self.assertIn("no such codec", result.stderr)

    def test_other_methods_are_refused(self):
        self.assertIn("--film", self.with_model("scales", self.picture, "--out", self.out, "--method", "ig", "--film",
                                                code=2).stderr)
        self.assertIn("gradient-x-input", self.with_model("scales", self.picture, "--out", self.out, "--method", "xrai",
                                                          code=2).stderr)


if __name__ == "__main__":
    unittest.main()
