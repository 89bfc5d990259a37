# SPDX-License-Identifier: GPL-3.0-or-later
"""What the comparisons share: the program's own runs, and the same TorchScript file in Python."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch


class PhotoModel:
    """The model of a TorchScript file as a function of z, the picture before normalisation (H x W x C, [0,1]).

    `scores`: the type in which softmax is computed; the program takes float64.
    """

    def __init__(self, file: Path, scores: torch.dtype = torch.float32):
        self.scores = scores
        extra = {"model_card.json": ""}
        self.module = torch.jit.load(str(file), _extra_files=extra).eval()
        for parameter in self.module.parameters():
            parameter.requires_grad_(False)
        card = json.loads(extra["model_card.json"])["input"]
        self.mean = torch.tensor(card["mean"]).view(1, -1, 1, 1)
        self.std = torch.tensor(card["std"]).view(1, -1, 1, 1)

    def __call__(self, z: torch.Tensor) -> torch.Tensor:  # N x C x H x W to N x K
        return torch.softmax(self.module((z - self.mean) / self.std).to(self.scores), dim=1)

    def gradients(self, pictures: np.ndarray, target: int) -> np.ndarray:  # N x H x W x C, as saliency hands them over
        z = torch.from_numpy(np.ascontiguousarray(pictures.transpose(0, 3, 1, 2), dtype=np.float32)).requires_grad_(True)
        value = self(z)[:, target].sum()
        return torch.autograd.grad(value, z)[0].numpy().transpose(0, 2, 3, 1)


def attribute(blurig: Path, photo: Path, *options: str) -> tuple[np.ndarray, np.ndarray, dict]:
    """Runs `blurig attribute` and gives input, attribution (both C x H x W) and the record."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(blurig), "attribute", str(photo), "--out", folder, *options]
        run = subprocess.run(command, capture_output=True, text=True, env=os.environ)
        if run.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {run.stderr}")
        return (np.load(Path(folder) / "input.npy"), np.load(Path(folder) / "attribution.npy"),
                json.loads((Path(folder) / "record.json").read_text()))


def relative_l2(found: np.ndarray, expected: np.ndarray) -> float:
    return float(np.linalg.norm(found - expected) / np.linalg.norm(expected))


def same_rounding() -> None:
    """Runs TorchScript by its plain interpreter, as the program does: fused kernels round otherwise."""
    torch._C._set_graph_executor_optimize(False)
    torch.set_num_threads(os.cpu_count() or 1)
