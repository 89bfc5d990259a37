#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of `blurig evaluate` against other people's: ROC AUC by scikit-learn, SIC and AIC by `saliency`.

Usage: test_metrics.py BLURIG MODEL SAMPLES
"""

import csv
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from unittest import mock

import numpy as np
import torch
from PIL import Image
from saliency.metrics import pic
from sklearn.metrics import roc_auc_score

from peer_case import PeerCase, main
from photo_model import PhotoModel, attribute, same_rounding

PHOTOS = ("coffee.png", "camera.png")
THRESHOLDS = [0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.07, 0.10, 0.13, 0.21, 0.34, 0.5, 0.75]


def uniform_numbers(seed):
    """std::mt19937_64, the upper 53 bits of each number."""
    bits = (1 << 64) - 1
    state = [seed]
    for i in range(1, 312):
        state.append((6364136223846793005 * (state[-1] ^ (state[-1] >> 62)) + i) & bits)
    while True:
        for i in range(312):
            x = (state[i] & 0xFFFFFFFF80000000) | (state[(i + 1) % 312] & 0x7FFFFFFF)
            state[i] = state[(i + 156) % 312] ^ (x >> 1) ^ (0xB5026F5AA96619E9 if x & 1 else 0)
        for x in state:
            x ^= (x >> 29) & 0x5555555555555555
            x ^= (x << 17) & 0x71D67FFFEDA60000
            x ^= (x << 37) & 0xFFF7EEE000000000
            x ^= x >> 43
            yield (x >> 11) * 2.0**-53


def random_mask(height, width):
    mask = np.zeros(height * width, bool)
    for number in uniform_numbers(1):
        if mask.sum() == int(0.01 * mask.size):
            return mask.reshape(height, width)
        mask[min(mask.size - 1, int(number * mask.size))] = True


class Metrics(PeerCase):
    def evaluate(self, photos: Path, *options: str) -> list[dict]:
        out = photos / "out"
        subprocess.run([str(self.blurig), "evaluate", str(photos), "--out", str(out), "--model", str(self.model), *options],
                       check=True, capture_output=True, env=os.environ)
        with (out / "rows.csv").open(newline="") as file:
            return list(csv.DictReader(file))

    def test_areas_under_roc_curves(self):
        with tempfile.TemporaryDirectory() as folder:
            photos = Path(folder)
            (photos / "masks").mkdir()
            card = json.loads(subprocess.run([str(self.blurig), "info", str(self.model), "--json"], check=True,
                                             capture_output=True, text=True, env=os.environ).stdout)["card"]
            size = card["input"]["height"]
            card["input"]["resize"] = {"rule": "squash"}  # a pixel of the photo is one of the model
            marked = np.zeros((size, size), np.uint8)
            marked[40:150, 60:190] = 255
            for name in PHOTOS:
                Image.open(self.samples / name).convert("RGB").resize((size, size)).save(photos / name)
                Image.fromarray(marked).save(photos / "masks" / name)
            options = ("--card", json.dumps(card), "--crop", "squashed")
            rows = self.evaluate(photos, "--methods", "gradient,blur-ig:max-gradients=24", "--metrics", "localisation",
                                 "--masks", str(photos / "masks"), *options)
            self.assertEqual(len(rows), 4)
            for row in rows:
                method, *parameters = row["method"].split(":")
                given = [f"--{parameters[0].split('=')[0]}", parameters[0].split("=")[1]] if parameters else []
                _, found, _ = attribute(self.blurig, photos / row["photo"], "--model", str(self.model), "--method", method,
                                        *given, *options)
                expected = roc_auc_score(marked.ravel() > 0, np.abs(found).sum(0).ravel())
                print(f"{row['photo']} {row['method']}: ROC AUC {row['roc_auc']}, scikit-learn {expected:.6f}")
                self.assertAlmostEqual(float(row["roc_auc"]), expected, delta=1e-4)

    def test_information_curves(self):
        same_rounding()
        network = PhotoModel(self.model)
        name = PHOTOS[0]
        with tempfile.TemporaryDirectory() as folder:
            photos = Path(folder)
            shutil.copy(self.samples / name, photos / name)
            row, = self.evaluate(photos, "--methods", "blur-ig", "--metrics", "information-curve")
        z, found, record = attribute(self.blurig, self.samples / name, "--model", str(self.model))
        target = record["target_index"]

        def scores(pictures):
            z = torch.from_numpy(pictures.transpose(0, 3, 1, 2).astype(np.float32) / 255)
            with torch.no_grad():
                return network(z).numpy()

        filled, fill = {}, pic.create_blurred_image  # both figures are of the same pictures

        def filled_once(full_img, pixel_mask):
            key = pixel_mask.tobytes()
            if key not in filled:
                filled[key] = fill(full_img, pixel_mask)
            return filled[key]

        picture = np.round(255 * z.transpose(1, 2, 0)).astype(np.uint8)
        values = np.abs(found).sum(0)
        mask = random_mask(*values.shape)
        # Of several triangulations of one square, each program takes another. The class of one picture of thirteen may
        # then be another, which moves AIC by a step.
        for figure, tolerance, predict in (
                ("sic", 0.03, lambda pictures: scores(pictures)[:, target]),
                ("aic", 0.1, lambda pictures: (scores(pictures).argmax(1) == target).astype(float))):
            with mock.patch.object(pic, "create_blurred_image", filled_once):
                expected = pic.compute_pic_metric(picture, values, mask, predict, THRESHOLDS).auc
            print(f"{name} {figure}: {row[figure]}, saliency {expected:.4f}")
            self.assertAlmostEqual(float(row[figure]), expected, delta=tolerance)


if __name__ == "__main__":
    main()
