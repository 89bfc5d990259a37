# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sounds on the command line, by a small model of 32 bands x 32 frames."""
import csv
import io
import json
import math
import struct
import unittest
import wave

from cli_case import MODEL, NAMES, CliCase
from test_results import read_npy

RATE = 8000
CARD = {
    "card_version": 1,
    "name": "Tiny",
    "input": {"kind": "spectrogram", "sample_rate": RATE, "channels": 3, "axis_order": "NCFT", "value_range": [0, 4],
              "mean": [2, 2, 2], "std": [1, 1, 1],
              "front_end": {"window_length": 256, "hop": 64, "fft_size": 256, "window": "hann", "centring": "reflect",
                            "power": 2, "mel_bands": 32, "mel_scale": "htk", "mel_norm": "none", "lowest": 0,
                            "highest": 4000, "compression": "log10", "factor": 1, "offset": 1},
              "patch": {"length": 32, "hop": 16, "last": "aligned"}},
    "output": {"kind": "multi-label-logits"},
    "classes": {"names": NAMES},
}
# 32 frames of 8 ms are a patch; one second is 126 frames, seven patches.
PATCHES = 7


def clip(seconds=1.0, rate=RATE, channels=1):
    """A WAV's bytes: a tone that rises by an octave."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        for i in range(round(seconds * rate)):
            t = i / rate
            sample = round(20000 * math.sin(2 * math.pi * (500 * t + 250 * t * t / seconds)))
            writer.writeframes(struct.pack("<h", sample) * channels)
    return file.getvalue()


class Sound(CliCase):
    def setUp(self):
        super().setUp()
        self.sound_card = self.write("sound.json", json.dumps(CARD).encode())
        self.clip = self.write("clip.wav", clip())

    def hear(self, command, *arguments, **options):
        return self.blurig(command, *arguments, "--model", MODEL, "--card", self.sound_card, **options)

    def attribute(self, *arguments):
        result = self.hear("attribute", self.clip, "--out", self.out, "--max-gradients", "24", *arguments, "--json")
        return json.loads(result.stdout), result.stderr

    def test_classify_gives_the_mean_of_the_patches(self):
        found = json.loads(self.hear("classify", self.clip, "--top", "9", "--json").stdout)["images"][0]
        self.assertEqual(len(found["patches"]), PATCHES)
        self.assertEqual([patch["from_seconds"] for patch in found["patches"][:2]], [0, 0.128])
        self.assertEqual(found["patches"][-1]["to_seconds"], 1)
        for entry in found["classes"]:
            scores = [next(other["score"] for other in patch["classes"] if other["index"] == entry["index"])
                      for patch in found["patches"]]
            self.assertAlmostEqual(entry["score"], sum(scores) / PATCHES, places=6)
        text = self.hear("classify", self.clip).stdout
        self.assertIn("mean of 7 patches of 0.26 s", text)
        self.assertIn("patch 1, 0.13 to 0.38 s", text)

    def test_attribute_explains_where_the_target_scores_highest(self):
        record, told = self.attribute("--target", "zebra")
        patches = json.loads(self.hear("classify", self.clip, "--top", "9", "--json").stdout)["images"][0]["patches"]
        scores = [next(entry["score"] for entry in patch["classes"] if entry["index"] == 0) for patch in patches]
        self.assertEqual(record["sound"]["patch"], scores.index(max(scores)))
        self.assertIn("in which the target scores highest", told)
        self.assertIsNone(record["picture"])
        self.assertIsNone(record["crop"])
        self.assertEqual(record["sound"]["blur"], "both")
        shape, values = read_npy(self.out / "input.npy")
        self.assertEqual(shape, (3, 32, 32))
        self.assertEqual(values[:1024], values[1024:2048])
        self.assertEqual(read_npy(self.out / "attribution.npy")[0], (3, 32, 32))
        self.assertTrue((self.out / "overlay.png").read_bytes().startswith(b"\x89PNG"))
        self.assertEqual(record["score"], "sigmoid")

    def test_patch_and_time_choose(self):
        for arguments, patch in ((["--patch", "3"], 3), (["--at", "0.5"], 3), (["--at", "1"], 6)):
            record, told = self.attribute(*arguments)
            self.assertEqual(record["sound"]["patch"], patch)
            self.assertIn(f"explains patch {patch} of 0 to 6", told)

    def test_each_axis_is_a_path_of_its_own(self):
        sums = {}
        for axes in ("both", "frequency", "time"):
            text = self.hear("attribute", self.clip, "--out", self.out, "--patch", "2", "--blur", axes, "--score", "logit",
                             "--max-gradients", "24").stdout
            self.assertIn(f"blurred: {axes}", text)
            sums[axes] = json.loads((self.out / "record.json").read_text(encoding="utf-8"))["score_baseline"]
            if "Coming from blur" in text:
                self.assertIn("mel bands" if axes == "frequency" else "frames (", text)
        self.assertEqual(len(set(sums.values())), 3)

    def test_scales_writes_table_and_sheet(self):
        text = self.hear("scales", self.clip, "--out", self.out, "--patch", "1", "--blur", "time", "--max-gradients", "24",
                         "--octaves").stdout
        self.assertIn("patch 1 of 0 to 6, 0.13 to 0.38 s", text)
        for name in ("nodes.csv", "sheet.png", "density.json", "octaves.json", "record.json"):
            self.assertTrue((self.out / name).stat().st_size > 0, name)

    def test_info(self):
        text = self.blurig("info", self.clip).stdout
        self.assertIn("a WAV, 8000 Hz, channels: 1", text)
        text = self.blurig("info", MODEL, "--card", self.sound_card).stdout
        self.assertIn("32 mel bands from 0 to 4000 Hz; log10(p + 1)", text)
        known = json.loads(self.blurig("info", MODEL, "--card", self.sound_card, "--json").stdout)
        self.assertEqual(known["card"]["input"]["patch"], {"length": 32, "hop": 16, "last": "aligned"})

    def test_evaluate_judges_a_folder_of_sounds(self):
        folder = self.folder / "clips"
        folder.mkdir()
        (folder / "a.wav").write_bytes(clip())
        (folder / "b.wav").write_bytes(clip(0.6))
        (folder / "c.wav").write_bytes(b"Dear listener")
        result = self.hear("evaluate", folder, "--methods", "gradient-x-input,blur-ig:max_gradients=16", "--out", self.out,
                           code=2)
        self.assertIn("c.wav: is not a sound", result.stderr)
        self.assertIn("2 clips, 1 problems", result.stdout)
        self.assertIn("Fid-In", result.stdout)
        with (self.out / "rows.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 4)
        for row in rows:
            p, o, rest = (float(row[key]) for key in ("score", "masked_score", "rest_score"))
            self.assertAlmostEqual(float(row["FF"]), p - rest, places=6)
            self.assertAlmostEqual(float(row["AD"]), 100 * max(0, p - o) / p, places=4)
            self.assertAlmostEqual(float(row["AG"]), 100 * max(0, o - p) / (1 - p), places=4)
            self.assertEqual(float(row["AI"]), 100 if o > p else 0)
            self.assertTrue(0 <= float(row["sparseness"]) <= 1)
        told = self.hear("evaluate", folder, "--shard", "2/8", "--out", self.out, code=2).stderr
        self.assertIn("--shard: is used only with photos", told)

    def test_what_was_decided_is_told(self):
        stereo = self.write("stereo.wav", clip(rate=16000, channels=2))
        told = self.hear("classify", stereo).stderr
        self.assertIn("2 channels mixed to one", told)
        self.assertIn("resampled from 16000 to 8000 Hz", told)
        short = self.write("short.wav", clip(0.05))
        told = self.hear("classify", short).stderr
        self.assertIn("is shorter than the 0.26 s that the model takes: filled with silence", told)

    def test_mistakes(self):
        text = self.write("text.wav", b"Dear listener")
        out = ("--out", self.out)
        for arguments, parts in (
            (["attribute", self.picture, *out], ["takes sounds, not pictures"]),
            (["classify", self.picture], ["picture.ppm", "is not a sound"]),
            (["classify", text], ["text.wav", "is not a sound: it seems to be text"]),
            (["attribute", text, *out], ["text.wav", "is not a sound: it seems to be text"]),
            (["attribute", self.clip, *out, "--patch", "7"], ["--patch", "0 to 6"]),
            (["attribute", self.clip, *out, "--patch", "x"], ["--patch", "0 to 6"]),
            (["attribute", self.clip, *out, "--at", "1.5"], ["--at", "0 to 1.00 s"]),
            (["attribute", self.clip, *out, "--at", "0", "--patch", "0"], ["--at", "--patch"]),
            (["attribute", self.clip, *out, "--blur", "loudness"], ["--blur", "both, frequency or time"]),
            (["attribute", self.clip, *out, "--crop", "padded"], ["--crop", "picture"]),
        ):
            with self.subTest(arguments[2:]):
                error = self.hear(*arguments, code=2).stderr
                for part in parts:
                    self.assertIn(part, error)
        for arguments, parts in (
            (["attribute", self.clip, *out], ["takes pictures, not sounds"]),
            (["classify", self.clip], ["is not a picture: it seems to be a WAV sound"]),
            (["attribute", self.picture, *out, "--patch", "0"], ["--patch", "is used only with a sound"]),
        ):
            error = self.with_model(*arguments, code=2).stderr
            for part in parts:
                self.assertIn(part, error)

    def test_the_choice_of_a_figure_keeps_patch_and_axes(self):
        self.attribute("--patch", "5", "--blur", "frequency")
        figure = (self.out / "overlay.png").read_bytes()
        self.assertIn(b'"patch": 5', figure.replace(b"5.0", b"5"))
        self.assertIn(b'"blur": "frequency"', figure)


if __name__ == "__main__":
    unittest.main()
