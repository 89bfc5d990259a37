#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Grad-CAM of the TorchScript file against torchcam's, whose hooks need the eager network that the file was traced from.

Usage: test_grad_cam.py BLURIG MODEL SAMPLES
"""

import sys
from pathlib import Path

import numpy as np
import torch
from torchcam.methods import GradCAM

from peer_case import PeerCase, main
from photo_model import PhotoModel, attribute, relative_l2, same_rounding

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources" / "models"))
import efficientnet_lite0  # noqa: E402 # the recipe that made the file

PHOTOS = ("coffee.png", "camera.png")
LAYERS = (("auto", "_swish"), ("_conv_head:convolution", "_conv_head"), ("_blocks.12", "_blocks.12"))  # here, in PyTorch


class TorchCamAgreement(PeerCase):
    @classmethod
    def setUpClass(cls):
        same_rounding()
        cls.card = PhotoModel(cls.model)
        cls.network = efficientnet_lite0.network()

    def torchcam(self, layer: str, z: np.ndarray, target: int, score: str) -> np.ndarray:
        normalised = (torch.from_numpy(z)[None] - self.card.mean) / self.card.std
        with GradCAM(self.network, layer) as extractor:
            outputs = self.network(normalised)
            scores = outputs if score == "logit" else torch.softmax(outputs, 1)
            grid = extractor(target, scores, normalized=False)[0]
        return torch.nn.functional.interpolate(grid[None], z.shape[1:], mode="bilinear", align_corners=False)[0].numpy()

    def compare(self, photo: str, layers: tuple[str, str], score: str, *options: str) -> None:
        z, found, record = attribute(self.blurig, self.samples / photo, "--model", str(self.model), "--method",
                                     "grad-cam", "--layer", layers[0], "--score", score, *options)
        expected = self.torchcam(layers[1], z, record["target_index"], score)
        self.assertEqual(found.shape, expected.shape)
        correlation = np.corrcoef(found.ravel(), expected.ravel())[0, 1]
        print(f"{photo} {layers[1]} {score} {' '.join(options)}: correlation {correlation:.7f}, "
              f"relative L2 difference {relative_l2(found, expected):.1e}")
        self.assertGreaterEqual(correlation, 0.999)
        self.assertLessEqual(relative_l2(found, expected), 1e-4)  # the values, too; measured 8e-6 at most

    def test_layers_and_scores_as_filed(self):
        for photo in PHOTOS:
            for layers in LAYERS:
                for score in ("softmax", "logit"):
                    with self.subTest(photo=photo, layer=layers[1], score=score):
                        self.compare(photo, layers, score, "--unfrozen")

    def test_frozen(self):
        for photo in PHOTOS:
            with self.subTest(photo):
                self.compare(photo, LAYERS[0], "softmax")


if __name__ == "__main__":
    main()
