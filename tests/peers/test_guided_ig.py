#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Guided IG against that of the Python package `saliency`: the same TorchScript file, unfrozen.

The path is chosen by which gradients are least, so it is chaotic: with softmax in float32 instead of float64, saliency's
own maps of coffee.png (50 steps, distance 0.5) correlate by 0.07 with each other. Both sides therefore get the same
bits: softmax in float64, as the program has it, and arrays in its order.

Usage: test_guided_ig.py BLURIG MODEL SAMPLES
"""

import numpy as np
import saliency.core as saliency
import torch

from peer_case import PeerCase, main
from photo_model import PhotoModel, attribute, relative_l2, same_rounding

TOLERANCE = 1e-4  # relative L2; measured: 2.6e-8
PHOTOS = ("coffee.png", "camera.png", "chelsea.png")


class GuidedIgParity(PeerCase):
    @classmethod
    def setUpClass(cls):
        same_rounding()
        cls.network = PhotoModel(cls.model, scores=torch.float64)

    def compare(self, photo: str, steps: int, max_dist: float) -> None:
        z, found, record = attribute(self.blurig, self.samples / photo, "--model", str(self.model), "--unfrozen",
                                     "--method", "guided-ig", "--steps", str(steps), "--max-dist", str(max_dist))
        target = record["target_index"]

        def call_model(pictures, call_model_args=None, expected_keys=None):  # 1 x C x H x W, so that sums round alike
            gradients = self.network.gradients(np.asarray(pictures).transpose(0, 2, 3, 1), target)
            return {saliency.INPUT_OUTPUT_GRADIENTS: gradients.transpose(0, 3, 1, 2)}

        expected = saliency.GuidedIG().GetMask(z, call_model, x_steps=steps, max_dist=max_dist)
        difference = relative_l2(found, expected)
        print(f"{photo}, {steps} steps, distance {max_dist}: relative L2 difference {difference:.2e}, "
              f"gap {record['gap_relative']:.1%}")
        self.assertGreater(np.linalg.norm(expected), 0)
        self.assertLessEqual(difference, TOLERANCE)

    def test_photos(self):
        for photo in PHOTOS:
            with self.subTest(photo):
                self.compare(photo, 200, 0.02)

    def test_far_from_the_straight_line(self):
        self.compare("coffee.png", 50, 0.5)


if __name__ == "__main__":
    main()
