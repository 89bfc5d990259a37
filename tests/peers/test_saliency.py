#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference mode against the Python package `saliency`: the same maps from the same TorchScript file, unfrozen.

Usage: test_saliency.py BLURIG MODEL SAMPLES
"""

from unittest import mock

import numpy as np
import saliency.core as saliency

from peer_case import PeerCase, main
from photo_model import PhotoModel, attribute, relative_l2, same_rounding

TOLERANCE = 1e-4  # relative L2; both sum 100 float32 gradients, and saliency accumulates them in float32
PHOTOS = ("coffee.png", "camera.png", "chelsea.png")


def alphas_in_float32():
    """saliency was written for NumPy 1, where a float64 scalar times a float32 array is computed in float32. Alphas in
    float32 give the same there, and in NumPy 2, too."""
    linspace = np.linspace
    return mock.patch("numpy.linspace", lambda *given: linspace(*given).astype(np.float32))


class SaliencyParity(PeerCase):
    @classmethod
    def setUpClass(cls):
        same_rounding()
        cls.network = PhotoModel(cls.model)

    def compare(self, photo: str, method: str, options: tuple, reference) -> None:
        z, found, record = attribute(self.blurig, self.samples / photo, "--model", str(self.model), "--unfrozen",
                                     "--method", method, "--reference-mode", "--steps", "100", *options)
        target = record["target_index"]

        def call_model(pictures, call_model_args=None, expected_keys=None):
            return {saliency.INPUT_OUTPUT_GRADIENTS: self.network.gradients(np.asarray(pictures), target)}

        expected = reference(z.transpose(1, 2, 0), call_model).transpose(2, 0, 1)
        difference = relative_l2(found, expected)
        print(f"{photo} {method}: relative L2 difference {difference:.2e}")
        self.assertGreater(np.linalg.norm(expected), 0)
        self.assertLessEqual(difference, TOLERANCE)

    def test_blur_ig(self):
        for photo in PHOTOS:
            with self.subTest(photo):
                self.compare(photo, "blur-ig", ("--max-sigma", "50"),
                             lambda z, call: saliency.BlurIG().GetMask(z, call, max_sigma=50, steps=100, batch_size=1))

    def test_integrated_gradients_from_black(self):
        for photo in PHOTOS:
            with self.subTest(photo), alphas_in_float32():
                self.compare(photo, "ig", ("--baseline", "black"),
                             lambda z, call: saliency.IntegratedGradients().GetMask(z, call, x_steps=100, batch_size=1))


if __name__ == "__main__":
    main()
