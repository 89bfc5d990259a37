# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one run took and how far from converged it ended, and tables of many."""

import dataclasses
from typing import Callable

import numpy as np


@dataclasses.dataclass(frozen=True)
class MeasuredRun:
    photo: str
    seconds: float
    work: float  # gradients' worth
    gap: float | None  # relative completeness gap; None where the scores do not differ
    error: float  # relative L2 to the converged map of its path
    estimate: float | None  # of that error, by the program itself


class Runs:
    """Runs by name, in the order in which the names came."""

    def __init__(self):
        self._runs: dict[str, list[MeasuredRun]] = {}

    def add(self, name: str, photo: str, **figures) -> None:
        self._runs.setdefault(name, []).append(MeasuredRun(photo, **figures))

    def names(self) -> list[str]:
        return list(self._runs)

    def of(self, name: str) -> list[MeasuredRun]:
        return self._runs[name]

    def as_json(self) -> dict:
        return {name: [dataclasses.asdict(run) for run in runs] for name, runs in self._runs.items()}


def _pair(values: list[float | None], factor: float = 1) -> str:
    known = [factor * value for value in values if value is not None]
    return f"{np.median(known):.3g}, {np.quantile(known, 0.9):.3g}" if known else "-"


def print_runs(title: str, runs: Runs) -> None:
    print(f"\n{title}: median, 90 %\n\n| run | photos | seconds | gradients' worth | gap, % | map error | estimate |"
          "\n|---|---|---|---|---|---|---|")
    for name in runs.names():
        of = runs.of(name)
        print(f"| {name} | {len(of)} | {_pair([run.seconds for run in of])} | {_pair([run.work for run in of])} | "
              f"{_pair([run.gap for run in of], 100)} | {_pair([run.error for run in of])} | "
              f"{_pair([run.estimate for run in of])} |")


def time_to_error(runs: Runs, error: float, peer: str) -> None:
    own_name = next(name for name in runs.names() if name.startswith(f"to a map within {100 * error:.0f} %"))
    _time_to(runs, f"Map within {100 * error:.0f} %", own_name, peer, lambda run: run.error <= error)


def time_to_gap(runs: Runs, gap: float, peer: str) -> None:
    _time_to(runs, f"Gap within {100 * gap:.0f} %", "default", peer, lambda run: run.gap is None or run.gap <= gap)


def _time_to(runs: Runs, what: str, own_name: str, peer: str, holds: Callable[[MeasuredRun], bool]) -> None:
    """Seconds of the fewest steps with which the peer comes there on half of its photos, and on nine of ten, which this
    program does with one setting; against ours on the same."""
    if not any(name.startswith(peer) for name in runs.names()):
        return
    ours = np.mean([holds(run) for run in runs.of(own_name)])
    print(f"\n{what}: this program comes there on {100 * ours:.0f} % of its photos")
    for share in (0.5, 0.9):
        reached = [name for name in runs.names()
                   if name.startswith(peer) and np.mean([holds(run) for run in runs.of(name)]) >= share]
        if not reached:
            print(f"  {peer} does not come there on {100 * share:.0f} % of its photos with the steps that were tried")
            continue
        theirs = {run.photo: run.seconds for run in runs.of(reached[0])}
        ratios = [theirs[run.photo] / run.seconds for run in runs.of(own_name) if run.photo in theirs]
        print(f"  {reached[0]} (on {100 * share:.0f} % of {len(ratios)} photos) takes {np.median(ratios):.1f} times as long "
              f"(median; {min(ratios):.1f} to {max(ratios):.1f})")
