#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the time of a gradient grows with the picture's size, the nodes, the batch and the cores; `tests/bench/run --growth`
starts it. Prints a table and draws build/bench/growth.svg."""

import argparse
import json
import os
import subprocess
import tempfile
from pathlib import Path

import matplotlib
matplotlib.use("svg")
import matplotlib.pyplot as plt
import numpy as np

SIZES = (224, 320, 448, 640, 1024)
NODES = (8, 16, 32, 64, 128)
REPEATS = 3


class Growth:
    def __init__(self, options: argparse.Namespace, folder: Path):
        self.options = options
        self.folder = folder
        information = self._blurig("info", str(options.model), "--json")
        self.card = json.loads(information)["card"]

    def _blurig(self, *arguments: str, cores: int | None = None) -> str:
        return self._run(self.options.blurig, *arguments, cores=cores)

    @staticmethod
    def _run(program: Path, *arguments: str, cores: int | None) -> str:
        pin = (lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])) if cores else None
        return subprocess.run([str(program), *arguments], capture_output=True, text=True, check=True,
                              preexec_fn=pin).stdout

    def seconds(self, size: int, nodes: int, cores: int) -> tuple[float, int]:
        """Of a log schedule with so many gradients, the median of a few runs, model loaded; and the rows of a batch."""
        card = json.loads(json.dumps(self.card))
        card["input"].update(width=size, height=size)
        (self.folder / "card.json").write_text(json.dumps(card))
        times = []
        for _ in range(REPEATS):
            self._blurig("attribute", str(self.options.samples / "coffee.png"), "--model", str(self.options.model),
                         "--card", str(self.folder / "card.json"), "--out", str(self.folder), "--target", "967",
                         "--schedule", "log", "--steps", str(nodes), "--max-sigma", "20", cores=cores)
            record = json.loads((self.folder / "record.json").read_text())
            times.append(record["seconds"])
        return float(np.median(times)), record["model"]["rows_together"]

    def of_batches(self, cores: int) -> dict[int, float]:
        """Seconds of a gradient in a run, by batch size: what bench_gradient, beside the program, prints."""
        printed = self._run(self.options.blurig.parent / "bench_gradient", str(self.options.model), cores=cores)
        rows = [line.split() for line in printed.splitlines()]
        return {int(row[0]): float(row[3]) / 1000 for row in rows if row and row[0].isdigit()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--blurig", "--model", "--samples", "--out"):
        parser.add_argument(option, type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    all_cores = len(os.sched_getaffinity(0))
    figure, (by_size, by_nodes, by_batch) = plt.subplots(1, 3, figsize=(12, 3.6), layout="constrained")
    print("| cores | picture, px | gradients | batch | seconds | ms a gradient |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        growth = Growth(options, Path(folder))
        for cores in sorted({1, all_cores}):
            label = f"{cores} core{'s' if cores > 1 else ''}"
            of_size = [growth.seconds(size, 8, cores) for size in SIZES]
            of_nodes = [growth.seconds(224, nodes, cores) for nodes in NODES]
            by_size.plot(SIZES, [1000 * seconds / 8 for seconds, _ in of_size], "o-", label=label)
            by_nodes.plot(NODES, [seconds for seconds, _ in of_nodes], "o-", label=label)
            of_batch = growth.of_batches(cores)
            by_batch.plot(of_batch.keys(), [1000 * seconds for seconds in of_batch.values()], "o-", label=label)
            for size, nodes, batch, seconds in [*((s, 8, rows, t) for s, (t, rows) in zip(SIZES, of_size)),
                                                *((224, n, rows, t) for n, (t, rows) in zip(NODES, of_nodes)),
                                                *((224, 64, b, 64 * t) for b, t in of_batch.items())]:
                print(f"| {cores} | {size} | {nodes} | {batch} | {seconds:.2f} | {1000 * seconds / nodes:.1f} |",
                      flush=True)
    by_size.set(xlabel="picture, px", ylabel="ms a gradient", xscale="log", yscale="log")
    by_size.set_xticks(SIZES, [str(size) for size in SIZES])
    by_size.minorticks_off()
    by_nodes.set(xlabel="gradients at 224 px", ylabel="seconds")
    by_batch.set(xlabel="batch at 224 px", ylabel="ms a gradient", xticks=list(of_batch))
    for linear in (by_nodes, by_batch):
        linear.set_ylim(bottom=0)
    by_size.legend()
    figure.savefig(options.out / "growth.svg")
    print(f"drawn: {options.out / 'growth.svg'}")


if __name__ == "__main__":
    main()
