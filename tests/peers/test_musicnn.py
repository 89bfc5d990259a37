#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores of the sample clips against the package musicnn: its weights and its network, in float64 by NumPy, on spectrograms
of librosa.

Usage: test_musicnn.py BLURIG MODEL SAMPLES
"""

import json
import subprocess
import sys
from pathlib import Path

import librosa
import numpy as np
import soundfile

from peer_case import PeerCase, main

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources" / "models"))
import musicnn_vgg  # noqa: E402
import tensor_bundle  # noqa: E402

CLIPS = ("piano", "flute", "choir", "piano_flute")
TOP = {"piano": "piano", "flute": "flute", "choir": "choir", "piano_flute": "piano"}


def windows(x, size):
    return np.lib.stride_tricks.sliding_window_view(x, size, axis=(0, 1))


class Musicnn(PeerCase):
    @classmethod
    def setUpClass(cls):
        folder = musicnn_vgg.package_folder()
        variables = tensor_bundle.read_variables(f"{folder}/MTT_vgg/")
        cls.variables = {name: value.astype(np.float64) for name, value in variables.items()}
        cls.tags = musicnn_vgg.tags(folder)

    def batch_norm(self, x, name):
        gamma, beta, mean, variance = (self.variables[f"{name}/{key}"]
                                       for key in ("gamma", "beta", "moving_mean", "moving_variance"))
        return (x - mean) / np.sqrt(variance + musicnn_vgg.EPSILON) * gamma + beta

    def scores(self, patch):
        """Of time x frequency."""
        x = self.batch_norm(patch[:, :, None], "batch_normalization")
        for block, (size, stride) in enumerate(musicnn_vgg.POOLS, start=1):
            padded = np.pad(x, ((1, 1), (1, 1), (0, 0)))
            x = np.einsum("hwcij,ijco->hwo", windows(padded, (3, 3)), self.variables[f"{block}CNN/kernel"], optimize=True)
            x = np.maximum(x + self.variables[f"{block}CNN/bias"], 0)
            x = self.batch_norm(x, f"batch_normalization_{block}")
            x = windows(x, size)[:: stride[0], :: stride[1]].max((-1, -2))
        logits = x.reshape(-1) @ self.variables["dense/kernel"] + self.variables["dense/bias"]
        return 1 / (1 + np.exp(-logits))

    def test_scores_of_each_patch(self):
        model = self.model.parent / "musicnn_vgg.pt"
        for name in CLIPS:
            clip = self.samples / "sound" / f"{name}.wav"
            output = subprocess.run([self.blurig, "classify", clip, "--model", model, "--top", "50", "--json"], check=True,
                                    capture_output=True, text=True).stdout
            found = json.loads(output)["images"][0]
            self.assertEqual(found["classes"][0]["name"], TOP[name])
            samples, rate = soundfile.read(clip, dtype="float32")
            samples = librosa.resample(samples, orig_sr=rate, target_sr=16000)
            p = librosa.feature.melspectrogram(y=samples.astype(np.float64), sr=16000, n_fft=512, hop_length=256, n_mels=96,
                                               pad_mode="reflect")
            whole = np.log10(10000 * p + 1).T
            worst = 0
            for patch in found["patches"]:
                first = min(round(patch["from_seconds"] * 16000 / 256), len(whole) - 187)
                expected = self.scores(whole[first : first + 187])
                for entry in patch["classes"]:
                    self.assertEqual(entry["name"], self.tags[entry["index"]])
                    worst = max(worst, abs(entry["score"] - expected[entry["index"]]))
            print(f"{name}: {found['classes'][0]['score']:.4f} {TOP[name]}, largest difference of a score {worst:.1e}")
            self.assertLess(worst, 1e-4)


if __name__ == "__main__":
    main()
