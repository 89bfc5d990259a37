#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""IG from black against captum's Gauss-Legendre rule: both must approach the same converged map.

Usage: test_captum.py BLURIG MODEL SAMPLES
"""

import numpy as np
import torch
from captum.attr import IntegratedGradients

from peer_case import PeerCase, main
from photo_model import PhotoModel, attribute, relative_l2, same_rounding

CONVERGED_STEPS = 400
PHOTOS = ("coffee.png", "camera.png")


class CaptumAgreement(PeerCase):
    def test_integrated_gradients_from_black(self):
        same_rounding()
        network = PhotoModel(self.model)
        for photo in PHOTOS:
            with self.subTest(photo):
                options = ("--model", str(self.model), "--unfrozen", "--method", "ig", "--baseline", "black")
                z, converged, record = attribute(self.blurig, self.samples / photo, *options, "--schedule", "linear",
                                                 "--steps", str(CONVERGED_STEPS))
                _, adaptive, fast = attribute(self.blurig, self.samples / photo, *options)
                errors = {}
                for steps in (25, 200):
                    maps = IntegratedGradients(network).attribute(
                        torch.from_numpy(z)[None], torch.zeros(1, *z.shape), target=record["target_index"],
                        n_steps=steps, method="gausslegendre", internal_batch_size=4)
                    errors[steps] = relative_l2(maps[0].detach().numpy().astype(np.float32), converged)
                own = relative_l2(adaptive, converged)
                print(f"{photo}: captum 25 steps {errors[25]:.3f}, 200 steps {errors[200]:.4f}; "
                      f"adaptive with {fast['gradients']} gradients {own:.4f} (estimate {fast['map_error']:.4f})")
                self.assertLess(errors[200], errors[25])
                # Two rules of 200 and 400 nodes agree to what the kinks of ReLU6 leave; measured 0.019 and 0.024.
                self.assertLess(errors[200], 0.03)


if __name__ == "__main__":
    main()
