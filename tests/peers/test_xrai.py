#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""XRAI against that of the Python package `saliency`: the same attributions, with its segments and with each its own.

Usage: test_xrai.py BLURIG MODEL SAMPLES XRAI_PROBE
"""

import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path

import numpy as np
import saliency.core as saliency
from saliency.core import xrai as saliency_xrai
from scipy.stats import spearmanr

from peer_case import PeerCase, main
from photo_model import attribute

PHOTOS = ("camera.png", "chelsea.png", "coffee.png", "motorcycle_left.png", "retina.jpg", "rocket.jpg")
SEEDS = {"ig": ("--method", "ig", "--baseline", "black+white"), "blur-ig": ("--method", "blur-ig")}
SAME_SEGMENTS = 0.99  # Spearman's rank correlation
OWN_SEGMENTS = 0.95  # the same algorithm in float32 finds nearly the same segments


def correlation(found: np.ndarray, expected: np.ndarray) -> float:
    return float(spearmanr(found.ravel(), expected.ravel()).correlation)


class XraiAgreement(PeerCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)

    def file(self, name: str, values: np.ndarray) -> Path:
        np.save(self.folder / name, np.ascontiguousarray(values, dtype=np.float32))
        return self.folder / name

    def probe(self, kind: str, subject: np.ndarray, attribution: np.ndarray, algorithm: str, area: float = 1.0):
        """Map and ranks (H x W), the seconds of segmentation and of merging."""
        command = [str(self.programs[0]), kind, str(self.file("subject.npy", subject)),
                   str(self.file("seed.npy", attribution)), algorithm, str(area), str(self.folder)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        return (np.load(self.folder / "attribution.npy")[0], np.load(self.folder / "ranks.npy")[0],
                float(printed[0]), float(printed[1]))

    @staticmethod
    def reference(z: np.ndarray, attribution: np.ndarray, segments, algorithm: str, area: float = 1.0):
        parameters = saliency.XRAIParameters(algorithm=algorithm, area_threshold=area, return_xrai_segments=True)
        # Its gain is a mean, which NumPy takes in the type of the attribution: here in double precision.
        found = saliency.XRAI().GetMaskWithDetails(z, None, segments=segments, extra_parameters=parameters,
                                                   base_attribution=attribution.astype(np.float64))
        return found.attribution_mask, found.segments

    @classmethod
    @cache
    def seeded(cls, photo: str, seed: str) -> tuple[np.ndarray, np.ndarray]:
        """Input and attribution."""
        return attribute(cls.blurig, cls.samples / photo, "--model", str(cls.model), *SEEDS[seed])[:2]

    @classmethod
    @cache
    def segments(cls, photo: str) -> tuple[list, float]:
        """Those that saliency's GetMask finds where it is given none, and the seconds they took."""
        z = cls.seeded(photo, "ig")[0].transpose(1, 2, 0)
        start = time.perf_counter()
        return saliency_xrai._get_segments_felzenszwalb(z), time.perf_counter() - start

    def compare(self, photo: str, seed: str, algorithm: str) -> None:
        picture, attribution = self.seeded(photo, seed)
        _, program, record = attribute(self.blurig, self.samples / photo, "--model", str(self.model), "--method", "xrai",
                                       "--seed-method", seed, "--algorithm", algorithm)
        segments, segmented = self.segments(photo)
        start = time.perf_counter()
        expected, ranks = self.reference(picture.transpose(1, 2, 0), attribution.transpose(1, 2, 0), segments, algorithm)
        merged = time.perf_counter() - start

        same, same_ranks, _, _ = self.probe("segments", np.stack(segments), attribution, algorithm)
        own, _, segmenting, merging = self.probe("picture", picture, attribution, algorithm)
        with_its, with_own = correlation(same, expected), correlation(own, expected)
        ours, theirs = segmenting + merging, segmented + merged
        print(f"{photo} {algorithm}, seed {seed}: Spearman {with_its:.4f} with its segments, {with_own:.4f} with own; "
              f"seconds {ours:.3f} ({segmenting:.3f} + {merging:.3f}), saliency {theirs:.2f} "
              f"({segmented:.2f} + {merged:.2f}): {theirs / ours:.0f} times")
        self.assertGreaterEqual(with_its, SAME_SEGMENTS)
        self.assertGreaterEqual(with_own, OWN_SEGMENTS)
        np.testing.assert_allclose(same, expected, rtol=1e-5, atol=1e-7 * np.abs(expected).max())
        np.testing.assert_array_equal(same_ranks, ranks)
        np.testing.assert_array_equal(program[0], own)
        self.assertEqual(record["parameters"]["seed_method"], seed)

    def test_full(self):
        for photo in PHOTOS:
            with self.subTest(photo):
                self.compare(photo, "ig", "full")

    def test_fast(self):
        for photo in PHOTOS:
            with self.subTest(photo):
                self.compare(photo, "ig", "fast")

    def test_seeded_by_blur_ig(self):
        self.compare("coffee.png", "blur-ig", "full")

    def test_area_threshold(self):
        rows, columns = np.mgrid[0:60, 0:80]
        z = np.stack([rows / 60, columns / 80, (rows // 20 + columns // 20) % 2], axis=2)
        attribution = np.random.default_rng(3).normal(size=z.shape) + (rows // 20 - columns // 20)[..., None]
        attribution = attribution.astype(np.float32)
        segments = [(rows // size == i) & (columns // size == j)
                    for size in (10, 20) for i in range(60 // size) for j in range(80 // size)]
        for area in (0.0, 0.3, 0.8):
            with self.subTest(area):
                expected, ranks = self.reference(z, attribution, segments, "full", area)
                found, found_ranks, _, _ = self.probe("segments", np.stack(segments), attribution.transpose(2, 0, 1),
                                                      "full", area)
                np.testing.assert_allclose(found, expected, rtol=1e-6)
                np.testing.assert_array_equal(found_ranks, ranks)
                self.assertLess(ranks.max(), len(segments))


if __name__ == "__main__":
    main()
