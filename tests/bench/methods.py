#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seconds of every method at its defaults, beside the Python package that has it, with the settings nearest to them;
`tests/bench/run --methods` starts it. The computation alone, model loaded and warm; medians over the sample photos."""

import argparse
import os
import sys
import time
from pathlib import Path
from typing import Callable

import numpy as np
import saliency.core as saliency
import torch
from torchcam.methods import GradCAM

from peer_runs import BATCH, CaptumRuns, SaliencyRuns
from photo_model import PhotoModel, attribute

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources" / "models"))
import efficientnet_lite0  # noqa: E402 # torchcam's hooks need the network that the file was traced from

Map = Callable[[np.ndarray, int], object]  # of z (C x H x W) and the class


def peers(file: Path) -> dict[str, tuple[str, Map]]:
    network = PhotoModel(file)
    runs, captum, eager = SaliencyRuns(network), CaptumRuns(network), efficientnet_lite0.network()

    def call_model(pictures, call_model_args=None, expected_keys=None):
        return {saliency.INPUT_OUTPUT_GRADIENTS: network.gradients(np.asarray(pictures), call_model_args)}

    def xrai(algorithm: str) -> Map:
        parameters = saliency.XRAIParameters(algorithm=algorithm)
        return lambda z, target: saliency.XRAI().GetMask(z.transpose(1, 2, 0), call_model, target,
                                                         extra_parameters=parameters, batch_size=BATCH)

    def guided_ig(z: np.ndarray, target: int):
        return saliency.GuidedIG().GetMask(z.transpose(1, 2, 0), call_model, target, x_steps=200)

    def smooth_grad(z: np.ndarray, target: int):
        return saliency.GradientSaliency().GetSmoothedMask(z.transpose(1, 2, 0), call_model, target, nsamples=25)

    def grad_cam(z: np.ndarray, target: int):
        with GradCAM(eager, "_swish") as extractor:
            scores = torch.softmax(eager((torch.from_numpy(z)[None] - network.mean) / network.std), 1)
            return extractor(target, scores)

    return {"blur-ig": ("saliency, 400 steps", lambda z, target: runs.blur_ig(z, target, 400)),
            "ig": ("captum, 100 steps", lambda z, target: captum.integrated_gradients(z, target, 100)),
            "guided-ig": ("saliency, 200 steps", guided_ig),
            "gradient": ("saliency", lambda z, target: saliency.GradientSaliency().GetMask(
                z.transpose(1, 2, 0), call_model, target)),
            "smooth-grad": ("saliency, 25 samples", smooth_grad),
            "grad-cam": ("torchcam, eager network", grad_cam),
            "xrai": ("saliency, full", xrai("full")),
            "xrai --algorithm fast": ("saliency, fast", xrai("fast"))}


def seconds(compute: Callable[[], object]) -> float:
    started = time.perf_counter()
    compute()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--blurig", "--model", "--samples", "--out"):
        parser.add_argument(option, type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(os.cpu_count() or 1)
    photos = [options.samples / name for name in ("coffee.png", "camera.png", "chelsea.png")]
    known = peers(options.model)
    print("| method | gradients and forward passes | seconds | peer | seconds | times |\n|---|---|---|---|---|---|")
    for words in (*known, "gradient-x-input", "ig --idgi", "blur-ig --idgi"):
        ours, theirs, costs = [], [], []
        for photo in photos:
            method, *further = words.split()
            z, _, record = attribute(options.blurig, photo, "--model", str(options.model), "--method", method, *further)
            ours.append(record["seconds"])
            costs.append((record["gradients"], record["forwards"]))
            if words in known:
                target = record["target_index"]
                known["gradient"][1](z, target)  # warm
                theirs.append(seconds(lambda: known[words][1](z, target)))
        gradients, forwards = np.median(costs, axis=0)
        name = known[words][0] if words in known else "-"
        peer = f"{name} | {np.median(theirs):.3g} | {np.median(np.divide(theirs, ours)):.1f}" if theirs else "- | - | -"
        print(f"| {words} | {gradients:.0f} + {forwards:.0f} | {np.median(ours):.3g} | {peer} |", flush=True)


if __name__ == "__main__":
    main()
