# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands write, on a small model."""
import csv
import json
import math
import signal
import struct
import subprocess
import unittest

from cli_case import DATA, MODEL, NAMES, PROGRAM, CliCase


def read_npy(path):
    """(shape, values) of a float32 file."""
    content = path.read_bytes()
    length = struct.unpack("<H", content[8:10])[0]
    header = content[10:10 + length].decode()
    shape = tuple(int(number) for number in header.split("(")[1].split(")")[0].split(","))
    data = content[10 + length:]
    return shape, struct.unpack(f"<{len(data) // 4}f", data)


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


class Results(CliCase):
    def attribute(self, *arguments, **options):
        result = self.with_model("attribute", self.picture, "--out", self.out, *arguments, "--json", **options)
        return json.loads(result.stdout, parse_constant=refuse_constant)

    def test_info(self):
        text = self.blurig("info", MODEL, "--card", self.card).stdout
        self.assertIn("32 x 32", text)
        known = json.loads(self.blurig("info", MODEL, "--card", self.card, "--json").stdout)
        self.assertEqual(known["class_count"], 5)
        self.assertEqual(known["card"]["name"], "Tiny")

    def test_classify(self):
        document = json.loads(self.with_model("classify", self.picture, "--json", "--top", "9").stdout)
        self.assertEqual(document["classes"], document["images"][0]["classes"])
        scores = [entry["score"] for entry in document["classes"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertAlmostEqual(sum(scores), 1, places=5)
        for entry in document["classes"]:
            self.assertEqual(entry["name"], NAMES[entry["index"]])
            self.assertIsNone(entry["wnid"])

    def test_colours_are_told_and_converted(self):
        photo = DATA / "faults" / "20_linear_colours" / "linear_icc.png"
        told = "is not applied: it would change the picture by 0.22"
        stored = self.with_model("classify", photo, "--json")
        self.assertIn(told, stored.stderr)
        self.assertIn(told, " ".join(json.loads(stored.stdout)["images"][0]["notes"]))
        inputs = {}
        for name, file, colours in (("stored", photo, "as-stored"), ("converted", photo, "srgb"),
                                    ("plain", photo.parent / "plain.png", "as-stored")):
            out = self.folder / name
            result = self.with_model("attribute", file, "--out", out, "--method", "gradient", "--colours", colours)
            record = json.loads((out / "record.json").read_text())
            self.assertEqual(record["picture"]["colours"], colours)
            self.assertIn(b'"colours": "%s"' % colours.encode(), (out / "overlay.png").read_bytes())
            self.assertEqual("converted to sRGB by its ICC colour profile" in result.stderr, name == "converted")
            _, inputs[name] = read_npy(out / "input.npy")
        differences = [abs(a - b) for a, b in zip(inputs["converted"], inputs["plain"])]
        self.assertLess(sum(differences) / len(differences), 2 / 255)
        self.assertLess(max(differences), 5 / 255)
        differences = [abs(a - b) for a, b in zip(inputs["stored"], inputs["plain"])]
        self.assertGreater(sum(differences) / len(differences), 0.2)
        self.assertIn("as-stored or srgb", self.with_model("classify", photo, "--colours", "p3", code=2).stderr)

    def test_an_own_baseline_is_converted_like_the_picture(self):
        photo = DATA / "faults" / "20_linear_colours" / "linear_icc.png"
        for colours in ("as-stored", "srgb"):
            record = self.attribute("--method", "ig", "--steps", "4", "--schedule", "linear", "--baseline", "own",
                                    "--baseline-image", photo, "--colours", colours)
            start = record["score_baseline"]
            out = self.folder / f"own-{colours}"
            own = self.with_model("attribute", photo, "--out", out, "--method", "gradient", "--target",
                                  record["target_index"], "--colours", colours, "--json")
            self.assertAlmostEqual(json.loads(own.stdout)["score_input"], start, places=5)

    def test_labels_replace_names(self):
        labels = self.write("labels.txt", "a\nb\nc\nd\ncrème\n".encode())
        document = json.loads(self.with_model("classify", self.picture, "--labels", labels, "--json").stdout)
        self.assertEqual({entry["name"] for entry in document["classes"]}, {"a", "b", "c", "d", "crème"})

    def test_attribute_writes_what_the_record_says(self):
        for method in ("blur-ig", "ig", "gradient", "gradient-x-input", "smooth-grad", "guided-ig", "xrai"):
            with self.subTest(method):
                record = self.attribute("--method", method, "--target", "zebra")
                on_disk = json.loads((self.out / "record.json").read_text(), parse_constant=refuse_constant)
                self.assertEqual({**on_disk, "files": record["files"]}, record)
                self.assertEqual(set(record["files"]), {"input", "attribution", "overlay", "record"})
                self.assertEqual((record["method"], record["target_index"], record["target_name"]),
                                 (method, 0, "zebra"))
                self.assertEqual(read_npy(self.out / "input.npy")[0], (3, 32, 32))
                shape, values = read_npy(self.out / "attribution.npy")
                self.assertEqual(shape, (1 if method == "xrai" else 3, 32, 32))
                bulk = record["bulk"]
                self.assertEqual(bulk is not None, record["sigma_max"] is not None and record["evidence"])
                if bulk:
                    self.assertEqual(bulk["share"], 0.8)
                    self.assertTrue(0 <= bulk["from_sigma"] < bulk["to_sigma"] <= record["sigma_max"])
                if record["sum"] is not None:
                    self.assertTrue(math.isclose(math.fsum(values), record["sum"], rel_tol=1e-4, abs_tol=1e-6))
                    self.assertAlmostEqual(record["score_input"] - record["score_baseline"], record["sum"],
                                           delta=record["gap"] + 1e-9)
                png = (self.out / "overlay.png").read_bytes()
                self.assertTrue(png.startswith(b"\x89PNG"))
                self.assertIn(b"blurig-choice", png)

    def test_figures_are_drawn_as_asked(self):
        looks = {
            "default": ((), {"part": "absolute", "look": "region", "smoothing": 2.0, "clip_low_percentile": 20.0}),
            "rough": (("--smooth", "0"), {"look": "region", "smoothing": 0.0}),
            "signed": (("--look", "signed"), {"look": "signed", "part": "signed", "smoothing": 0.0}),
            "pixels": (("--look", "pixels"), {"look": "pixels", "clip_low_percentile": 0.0, "top_area": 20.0}),
            "overlay": (("--look", "overlay"), {"look": "overlay", "opacity": 0.8}),
            "region of one sign": (("--sign", "positive"), {"look": "region", "part": "positive", "reduction": "sum"}),
            "positive": (("--look", "signed", "--sign", "positive"), {"part": "positive", "color_map": ""}),
            "negative": (("--look", "signed", "--sign", "negative", "--color-map", "grey"),
                         {"part": "negative", "color_map": "grey"}),
            "low": (("--clip-low", "70"), {"clip_low_percentile": 70.0}),
            "masked": (("--look", "masked"), {"look": "masked"}),
            "smaller": (("--look", "masked", "--top-area", "5"), {"look": "masked", "top_area": 5.0}),
            "outline": (("--look", "outline"), {"look": "outline", "smoothing": 4.5}),
        }
        figures = {}
        for title, (options, expected) in looks.items():
            with self.subTest(title):
                self.attribute("--method", "gradient", *options)
                png = (self.out / "overlay.png").read_bytes()
                begin = png.index(b"{", png.index(b"blurig-choice"))
                choice, _ = json.JSONDecoder().raw_decode(png[begin:].decode("latin-1"))
                display = choice["panes"][0]["display"]
                self.assertEqual({key: display[key] for key in expected}, expected)
                figures[title] = png.split(b"IDAT", 1)[1]
        self.assertEqual(len(set(figures.values())), len(looks), "two looks gave the same figure")

    def test_scales_are_drawn_as_asked(self):
        sheets = set()
        for options in ((), ("--look", "signed"), ("--look", "outline"), ("--look", "overlay")):
            self.with_model("scales", self.picture, "--out", self.out, "--columns", "2", "--schedule", "log", "--steps",
                            "5", *options)
            sheets.add((self.out / "sheet.png").read_bytes().split(b"IDAT", 1)[1])
        self.assertEqual(len(sheets), 4)

    def test_grad_cam_of_a_layer(self):
        layers = json.loads(self.blurig("info", MODEL, "--card", self.card, "--layers", "--json").stdout)["layers"]
        automatic = [layer for layer in layers if layer["auto"]]
        self.assertEqual([(layer["name"], layer["shape"]) for layer in automatic], [("features.3.0:add", [16, 4, 4])])
        text = self.blurig("info", MODEL, "--card", self.card, "--layers").stdout
        for layer in layers:
            self.assertIn(layer["name"], text)
        self.assertNotIn("layers", json.loads(self.blurig("info", MODEL, "--card", self.card, "--json").stdout))

        record = self.attribute("--method", "grad-cam")
        self.assertEqual(record["notes"], ["layer features.3.0:add (16 x 4 x 4): the last with height and width"])
        self.assertIsNone(record["gap"])
        shape, values = read_npy(self.out / "attribution.npy")
        self.assertEqual(shape, (1, 32, 32))
        self.assertGreaterEqual(min(values), 0)
        record = self.attribute("--method", "grad-cam", "--layer", layers[0]["name"], "--signed", "--native")
        self.assertEqual((record["parameters"]["layer"], record["parameters"]["signed"]), (layers[0]["name"], True))
        _, values = read_npy(self.out / "attribution.npy")
        self.assertLess(min(values), 0)
        self.assertEqual(len(set(values)), 8 * 8)  # blocks of its own grid

    def test_arrays_as_tiff_are_those_as_npy(self):
        import numpy  # pylint: disable=import-outside-toplevel
        import skimage.io  # pylint: disable=import-outside-toplevel
        import tifffile  # pylint: disable=import-outside-toplevel

        for method, channels in (("ig", 3), ("xrai", 1)):
            with self.subTest(method):
                self.attribute("--method", method)
                arrays = {name: numpy.load(self.out / f"{name}.npy") for name in ("input", "attribution")}
                files = self.attribute("--method", method, "--array-format", "tiff")["files"]
                self.assertEqual(files["attribution"], str(self.out / "attribution.tif"))
                for name, array in arrays.items():
                    path = self.out / f"{name}.tif"
                    with tifffile.TiffFile(path) as tiff:
                        pages = [page.asarray() for page in tiff.pages]
                        self.assertEqual(len(tiff.series), 1)  # one stack, not pages of different kinds
                    self.assertEqual(numpy.stack(pages).dtype, numpy.float32)
                    numpy.testing.assert_array_equal(numpy.stack(pages), array)
                    read = skimage.io.imread(path)
                    numpy.testing.assert_array_equal(numpy.sort(read, axis=None), numpy.sort(array, axis=None))
                self.assertEqual(arrays["attribution"].shape[0], channels)

    def test_sigma_max_is_of_the_blur_path_only(self):
        self.assertGreater(self.attribute()["sigma_max"], 0)
        self.assertEqual(self.attribute("--max-sigma", "7.5")["sigma_max"], 7.5)
        self.assertIsNone(self.attribute("--method", "ig")["sigma_max"])

    def test_parameters_reach_the_method(self):
        record = self.attribute("--schedule", "log", "--steps", "12", "--max-sigma", "5", "--score", "logit")
        self.assertEqual(record["gradients"], 12)
        self.assertEqual(record["ending"], "fixed-schedule")
        self.assertEqual((record["schedule"], record["score"]), ("log", "logit"))
        reference = self.attribute("--reference-mode", "--steps", "10")
        self.assertEqual((reference["schedule"], reference["model"]["freezing"]), ("reference", "as-filed"))

    def test_xrai_is_seeded_by_any_method(self):
        record = self.attribute("--method", "xrai")
        self.assertEqual(record["parameters"]["seed_method"], "ig")
        self.assertTrue(any("baseline black+white" in note for note in record["notes"]), record["notes"])
        self.assertIsNone(record["gap"])
        seeded = self.attribute("--method", "xrai", "--seed-method", "blur-ig", "--algorithm", "fast")
        self.assertGreater(seeded["sigma_max"], 0)
        self.assertEqual((seeded["parameters"]["seed_method"], seeded["parameters"]["algorithm"]), ("blur-ig", "fast"))
        self.assertTrue(any(note.startswith("seed: completeness gap") for note in seeded["notes"]), seeded["notes"])
        refused = self.with_model("attribute", self.picture, "--out", self.out, "--method", "xrai", "--seed-method",
                                  "xrai", code=2)
        self.assertIn("--seed-method", refused.stderr)

    def test_own_baseline(self):
        record = self.attribute("--method", "ig", "--baseline", "own", "--baseline-image", self.picture)
        self.assertAlmostEqual(record["sum"], 0, places=6)

    def test_smooth_grad_over_another_method(self):
        record = self.attribute("--method", "smooth-grad", "--seed-method", "ig", "--samples", "3", "--seed", "9")
        self.assertEqual((record["parameters"]["seed_method"], record["parameters"]["seed"]), ("ig", 9))
        self.assertGreater(record["gradients"], 3)
        first = (self.out / "attribution.npy").read_bytes()
        self.attribute("--method", "smooth-grad", "--seed-method", "ig", "--samples", "3", "--seed", "9")
        self.assertEqual((self.out / "attribution.npy").read_bytes(), first)

    def test_idgi_is_exact_by_construction(self):
        for command, options in (("attribute", ["--method", "ig"]), ("scales", [])):
            with self.subTest(command):
                text = self.with_model(command, self.picture, "--out", self.out, "--idgi", *options).stdout
                self.assertIn("gap exact by construction", text)
                record = json.loads((self.out / "record.json").read_text())
                self.assertIs(record["exact_by_construction"], True)
                self.assertIs(record["parameters"]["idgi"], True)
                self.assertIsNone(record["map_error"])
                self.assertLess(record["gap"], 1e-6)
        self.assertIs(self.attribute()["exact_by_construction"], False)

    def test_a_list_of_baselines(self):
        record = self.attribute("--method", "ig", "--baseline", "black, white,own", "--baseline-image", self.picture)
        self.assertEqual(record["parameters"]["baseline"], "black,white,own")
        self.assertEqual(len([note for note in record["notes"] if note.startswith("baseline ")]), 3)
        guided = self.attribute("--method", "guided-ig", "--baseline", "black,white", "--steps", "20")
        self.assertEqual((guided["gradients"], guided["forwards"]), (40, 1))
        self.assertIsNotNone(guided["gap"])

    def test_difference_of_classes(self):
        record = self.attribute("--target", "tabby,-zebra", "--method", "gradient")
        self.assertEqual([(part["index"], part["weight"]) for part in record["target"]["classes"]], [(3, 1), (0, -1)])

    def test_scales(self):
        self.with_model("scales", self.picture, "--out", self.out, "--top", "5", "--columns", "3")
        with open(self.out / "nodes.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        record = json.loads((self.out / "record.json").read_text())
        self.assertEqual(len(rows), len(record["nodes"]))
        self.assertFalse([name for name in rows[0] if name.startswith("=")], "a spreadsheet would run it")
        self.assertIn("2 crane, machine", rows[0])
        sigmas = [float(row["sigma"]) for row in rows]
        self.assertEqual(sigmas, sorted(sigmas))
        self.assertEqual((sigmas[0], sigmas[-1]), (0, record["sigma_max"]))
        masses = [float(row["interval_mass"]) for row in rows if row["interval_mass"]]
        self.assertAlmostEqual(math.fsum(masses), record["sum"], places=5)
        self.assertTrue((self.out / "sheet.png").read_bytes().startswith(b"\x89PNG"))

    def test_numbers_do_not_follow_the_locale(self):
        self.attribute("--max-sigma", "2.5", "--schedule", "log", "--steps", "5")
        first = (self.out / "attribution.npy").read_bytes()
        record = self.attribute("--max-sigma", "2.5", "--schedule", "log", "--steps", "5",
                                environment={"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"})
        self.assertEqual(record["sigma_max"], 2.5)
        self.assertEqual((self.out / "attribution.npy").read_bytes(), first)

    def test_progress_goes_to_standard_error_on_request(self):
        quiet = self.with_model("attribute", self.picture, "--out", self.out)
        self.assertNotIn("gradients, ", quiet.stderr.replace(quiet.stdout, ""))
        loud = self.with_model("attribute", self.picture, "--out", self.out, "--progress")
        self.assertIn(" of about ", loud.stderr)

    def test_a_model_that_prints_forges_nothing(self):
        import torch  # pylint: disable=import-outside-toplevel # takes seconds

        class Talkative(torch.nn.Module):
            def forward(self, x):
                print('{"classes": [{"name": "forged"}]}')
                return x.mean(dim=[2, 3])

        model = self.folder / "talkative.pt"
        torch.jit.save(torch.jit.script(Talkative()), str(model))
        card = json.loads(self.card.read_text())
        card["classes"]["names"] = ["red", "green", "blue"]
        self.card.write_text(json.dumps(card))
        result = self.blurig("classify", self.picture, "--json", "--model", model, "--card", self.card)
        self.assertNotIn("forged", result.stdout)
        self.assertEqual(len(json.loads(result.stdout)["classes"]), 3)

    def test_an_interrupt_ends_it(self):
        process = subprocess.Popen([PROGRAM, "attribute", str(self.picture), "--out", str(self.out), "--progress",
                                    "--schedule", "log", "--steps", "100000", "--model", str(MODEL), "--card",
                                    str(self.card)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        for line in process.stderr:
            if " of about " in line:
                break
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(60), 130)
        self.assertIn("blurig: interrupted", process.stderr.read())
        process.stderr.close()
        self.assertFalse((self.out / "record.json").exists())


if __name__ == "__main__":
    unittest.main()
