#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Convergence of Blur IG and IG, this program beside `saliency` and `captum`; started by tests/bench/run.

A map's error is its relative L2 distance to the converged map of its own path. A forward pass counts as a third of a
gradient. Seconds are those of the computation alone, with the model loaded and warm.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable

import numpy as np
import torch

from measured_run import Runs, print_runs, time_to_error, time_to_gap
from peer_runs import CaptumRuns, SaliencyRuns
from photo_model import PhotoModel, attribute, relative_l2

PATHS = ("blur-ig", "ig")
PICTURES = (".png", ".jpg", ".jpeg")
BLUR_CONVERGED = ("--schedule", "log", "--steps", "600")
IG_CONVERGED = ("--schedule", "linear", "--steps", "400")
SALIENCY_CONVERGED = ("--reference-mode", "--unfrozen", "--steps", "2000")
CAPTUM_STEPS = (25, 32, 40, 50, 70, 100, 200)
ONLY_MAP = ("--tolerance-map", "0.10", "--tolerance-gap", "off")


class Program:
    """This program's runs on one photo, for the class that it sees there."""

    def __init__(self, options: argparse.Namespace, photo: Path, target: int | None = None):
        self.options = options
        self.photo = photo
        self.target = target

    def run(self, *arguments: str) -> tuple[np.ndarray, np.ndarray, dict]:
        target = () if self.target is None else ("--target", str(self.target))
        return attribute(self.options.blurig, self.photo, "--model", str(self.options.model), *target, *arguments)

    def measure(self, runs: Runs, name: str, converged: np.ndarray, *arguments: str) -> dict:
        _, found, record = self.run(*arguments)
        runs.add(name, self.photo.name, seconds=record["seconds"],
                 work=record["gradients"] + record["forwards"] / 3, gap=record["gap_relative"],
                 error=relative_l2(found, converged), estimate=record["map_error"])
        return record


def photos_of(options: argparse.Namespace) -> list[Path]:
    folders = [options.samples] + ([options.photos] if options.photos else [])
    photos = [file for folder in folders for file in sorted(folder.iterdir()) if file.suffix.lower() in PICTURES]
    return photos[:3 if options.quick else options.count]


def measure_blur_ig(program: Program, runs: Runs) -> None:
    _, to_50, _ = program.run("--max-sigma", "50", *BLUR_CONVERGED)
    program.measure(runs, "to a map within 10 %, sigma 50", to_50, "--max-sigma", "50", *ONLY_MAP)
    program.measure(runs, "to a map within 5 %, sigma 50", to_50, "--max-sigma", "50", "--tolerance-map", "0.05",
                    "--tolerance-gap", "off")
    for budget in (32, 40, 48, 64):
        program.measure(runs, f"{budget} gradients, sigma 50", to_50, "--max-sigma", "50", "--tolerance-map", "0",
                        "--tolerance-gap", "off", "--max-gradients", str(budget))
    _, _, record = program.run()
    sigma_max = str(record["sigma_max"])
    _, own_path, _ = program.run("--max-sigma", sigma_max, *BLUR_CONVERGED)
    program.measure(runs, "default", own_path)


def measure_ig(program: Program, runs: Runs) -> np.ndarray:
    ig = ("--method", "ig", "--baseline", "black")
    _, converged, _ = program.run(*ig, *IG_CONVERGED)
    program.measure(runs, "to a map within 10 %", converged, *ig, *ONLY_MAP)
    program.measure(runs, "to a map within 5 %", converged, *ig, "--tolerance-map", "0.05", "--tolerance-gap", "off")
    program.measure(runs, "default", converged, *ig)
    return converged


def measure_peer(runs: Runs, name: str, photo: str, steps: int, converged: np.ndarray,
                 compute: Callable[[], np.ndarray], scores: tuple[float, float]) -> None:
    started = time.perf_counter()
    found = compute()
    seconds = time.perf_counter() - started
    asked = scores[0] - scores[1]
    runs.add(name, photo, seconds=seconds, work=steps, gap=abs(float(found.sum(dtype=np.float64)) - asked) / abs(asked),
             error=relative_l2(found, converged), estimate=None)


def measure_saliency(program: Program, peer: SaliencyRuns, z: np.ndarray, runs: Runs) -> None:
    _, converged, record = program.run("--max-sigma", "50", *SALIENCY_CONVERGED)
    scores = (record["score_input"], record["score_baseline"])
    for steps in (50, 100, 200, 400, 800):
        measure_peer(runs, f"saliency, {steps} steps", program.photo.name, steps, converged,
                     lambda: peer.blur_ig(z, program.target, steps), scores)


def measure_ig_peers(program: Program, saliency: SaliencyRuns, captum: CaptumRuns, z: np.ndarray,
                     converged: np.ndarray, runs: Runs) -> None:
    scores = (saliency.score(z, program.target), saliency.score(np.zeros_like(z), program.target))
    for steps in CAPTUM_STEPS:
        measure_peer(runs, f"captum, {steps} Gauss-Legendre steps", program.photo.name, steps, converged,
                     lambda: captum.integrated_gradients(z, program.target, steps), scores)
    for steps in (50, 100, 200):
        measure_peer(runs, f"saliency, {steps} steps", program.photo.name, steps, converged,
                     lambda: saliency.integrated_gradients(z, program.target, steps), scores)


def peak_memory(command: list[str]) -> float:  # MiB
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        raise RuntimeError(f"{' '.join(command)} failed")
    return usage.ru_maxrss / 1024


def print_peaks(options: argparse.Namespace, photo: Path) -> None:
    own = [str(options.blurig), "attribute", str(photo), "--model", str(options.model)]
    peer = [sys.executable, str(Path(__file__).parent / "one_peer_run.py"), str(options.model)]
    print("\nPeak memory of a process, MiB\n\n| run | MiB |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, command in (("Blur IG, default", [*own, "--out", folder]),
                              ("IG, default", [*own, "--out", folder, "--method", "ig"]),
                              ("saliency, 100 steps", [*peer, f"{folder}/input.npy", "saliency", "100"]),
                              ("captum, 100 steps", [*peer, f"{folder}/input.npy", "captum", "100"])):
            print(f"| {name} | {peak_memory(command):.0f} |")


def print_estimates(runs: Runs, names: list[str]) -> None:
    pairs = [(one.estimate, one.error) for name in names for one in runs.of(name) if one.estimate is not None]
    below = [error / estimate for estimate, error in pairs if estimate < error]
    print(f"\nThe estimate of the map's error lies below the true one in {len(below)} of {len(pairs)} runs" +
          (f", by {100 * (np.median(below) - 1):.0f} % in the median of those, {100 * (max(below) - 1):.0f} % at most"
           if below else ""))


def print_path(title: str, runs: Runs, peers: tuple[str, ...]) -> None:
    print_runs(title, runs)
    for peer in peers:
        for error in (0.10, 0.05):
            time_to_error(runs, error, peer)
        time_to_gap(runs, 0.01, peer)
    print_estimates(runs, [name for name in runs.names() if not name.startswith(peers)])


def write(file: Path, runs: Runs) -> None:
    file.write_text(json.dumps(runs.as_json(), indent=2))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blurig", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--photos", type=Path, help="a folder of further photos")
    parser.add_argument("--count", type=int, default=24, help="how many photos, the samples first")
    parser.add_argument("--peer-photos", type=int, default=8, help="how many of them saliency's Blur IG, the longest, runs on")
    parser.add_argument("--only", choices=PATHS, help="one of the two paths")
    parser.add_argument("--quick", action="store_true", help="3 photos")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    torch.set_num_threads(os.cpu_count() or 1)
    network = PhotoModel(options.model)
    saliency, captum = SaliencyRuns(network), CaptumRuns(network)
    paths = (options.only,) if options.only else PATHS
    blur, ig = Runs(), Runs()
    photos = photos_of(options)
    for index, photo in enumerate(photos):
        print(f"[{index + 1}/{len(photos)}] {photo.name}", flush=True)
        z, _, record = Program(options, photo).run("--method", "gradient")
        program = Program(options, photo, record["target_index"])
        if "blur-ig" in paths:
            measure_blur_ig(program, blur)
            if index < options.peer_photos:
                measure_saliency(program, saliency, z, blur)
            write(options.out / "blur_ig.json", blur)
        if "ig" in paths:
            converged = measure_ig(program, ig)
            measure_ig_peers(program, saliency, captum, z, converged, ig)
            write(options.out / "ig.json", ig)

    if "blur-ig" in paths:
        print_path("Blur IG", blur, ("saliency",))
    if "ig" in paths:
        print_path("IG from black", ig, ("captum", "saliency"))
    print_peaks(options, photos[0])


if __name__ == "__main__":
    main()
