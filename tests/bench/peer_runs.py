# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peers' maps (C x H x W, pixel space) of z, on the same TorchScript file."""

import numpy as np
import saliency.core as saliency
import torch
from captum.attr import IntegratedGradients

from photo_model import PhotoModel

BATCH = 8  # faster than saliency's default of 1


class SaliencyRuns:
    def __init__(self, network: PhotoModel):
        self._network = network

    def _model(self, target: int):
        def call(pictures, call_model_args=None, expected_keys=None):
            return {saliency.INPUT_OUTPUT_GRADIENTS: self._network.gradients(np.asarray(pictures), target)}
        return call

    def score(self, z: np.ndarray, target: int) -> float:
        with torch.no_grad():
            return float(self._network(torch.from_numpy(z)[None])[0, target])

    def blur_ig(self, z: np.ndarray, target: int, steps: int) -> np.ndarray:
        return saliency.BlurIG().GetMask(z.transpose(1, 2, 0), self._model(target), max_sigma=50, steps=steps,
                                         batch_size=BATCH).transpose(2, 0, 1)

    def integrated_gradients(self, z: np.ndarray, target: int, steps: int) -> np.ndarray:
        return saliency.IntegratedGradients().GetMask(z.transpose(1, 2, 0), self._model(target), x_steps=steps,
                                                      batch_size=BATCH).transpose(2, 0, 1)


class CaptumRuns:
    def __init__(self, network: PhotoModel):
        self._method = IntegratedGradients(network)

    def integrated_gradients(self, z: np.ndarray, target: int, steps: int) -> np.ndarray:
        maps = self._method.attribute(torch.from_numpy(z)[None], torch.zeros(1, *z.shape), target=target,
                                      n_steps=steps, method="gausslegendre", internal_batch_size=BATCH)
        return maps[0].detach().numpy().astype(np.float32)
