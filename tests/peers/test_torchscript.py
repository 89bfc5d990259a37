#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many kinds of TorchScript files: scores and gradients equal to what torch gives for the same file in Python.

Usage: test_torchscript.py BLURIG MODEL SAMPLES PROBE
"""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import nn

from peer_case import PeerCase, main

SIZE, CLASSES = 16, 4
CARD = {"card_version": 1,
        "input": {"height": SIZE, "width": SIZE, "mean": [0.5] * 3, "std": [0.25] * 3, "resize": {"rule": "squash"}},
        "output": {"kind": "logits"}}


class Convolutions(nn.Module):
    """The usual: convolution, batch norm, ReLU, pooling, a linear layer."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(),
                                  nn.Conv2d(8, 8, 3, padding=1, stride=2), nn.BatchNorm2d(8), nn.Tanh())
        self.head = nn.Linear(8, CLASSES)

    def features(self, x):
        return self.body(x).mean([2, 3])

    def forward(self, x):
        return self.head(self.features(x))


class ViewFlatten(nn.Module):
    """A view that wants contiguous memory."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.Tanh())
        self.head = nn.Linear(4 * SIZE * SIZE, CLASSES)

    def forward(self, x):
        y = self.body(x)
        return self.head(y.view(y.size(0), -1))


class NormOverBatch(Convolutions):
    def forward(self, x):
        y = self.features(x)
        return self.head((y - y.mean()) / (y.std() + 0.1))


class FirstRowOnly(Convolutions):
    def forward(self, x):
        return self.head(self.features(x))[0]


class BatchOfOne(Convolutions):
    def forward(self, x):
        return self.head(self.features(x).reshape(1, 8))


class MixedKinds(Convolutions):
    """A head in the other precision than the body."""

    def __init__(self):
        super().__init__()
        self.second = nn.Linear(CLASSES, CLASSES).double()

    def forward(self, x):
        return self.second(self.head(self.features(x)).double())


class NoParameters(nn.Module):
    def forward(self, x):
        y = torch.tanh(x)
        return torch.stack([y[:, 0].mean([1, 2]), (y[:, 1] * y[:, 2]).mean([1, 2]), y.amax([1, 2, 3]),
                            (y * y).mean([1, 2, 3])], 1)


class SoftmaxInside(Convolutions):
    def forward(self, x):
        return torch.softmax(self.head(self.features(x)), 1)


class Dropout(Convolutions):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(0.5)

    def forward(self, x):
        return self.head(self.drop(self.features(x)))


class Branches(Convolutions):
    """Control flow that depends on the picture."""

    def forward(self, x):
        y = self.features(x)
        if bool(y.sum() > 0):
            y = y * 2.0
        for i in range(2):
            y = torch.tanh(y + i)
        return self.head(y)


KINDS = {kind.__name__: kind for kind in (Convolutions, ViewFlatten, NormOverBatch, FirstRowOnly, BatchOfOne, MixedKinds,
                                          NoParameters, SoftmaxInside, Dropout, Branches)}


def exported(kind: str, way: str, mode: str, example: torch.Tensor) -> torch.jit.ScriptModule:
    torch.manual_seed(len(kind))
    network = KINDS[kind]()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):  # statistics that are not those of any batch
            module.running_mean.uniform_(-0.3, 0.3)
            module.running_var.uniform_(0.5, 2.0)
    network.train(mode == "training")
    if way == "scripted":
        return torch.jit.script(network)
    return torch.jit.trace(network, example, check_trace=False)


def halved(module: torch.jit.ScriptModule) -> tuple:
    """What a file in half precision has in it: all, but for a head that stays in double behind a conversion."""
    return (module.body, module.head) if hasattr(module, "second") else (module,)


def halve(module: torch.jit.ScriptModule) -> None:
    for part in halved(module):
        part.half()


def rows() -> list[tuple[str, str, str, str, str]]:
    """(kind, scripted or traced, training or evaluation, as saved or frozen, kind of number)."""
    found = []
    for kind in KINDS:
        for way in ("scripted", "traced"):
            if kind == "Branches" and way == "traced":
                continue
            for mode, frozen, number in (("evaluation", "saved", "float"), ("training", "saved", "float"),
                                         ("evaluation", "frozen", "float"), ("evaluation", "saved", "double"),
                                         ("evaluation", "saved", "half"), ("evaluation", "frozen", "half")):
                if (kind, number) in (("MixedKinds", "double"), ("NoParameters", "double"), ("NoParameters", "half")):
                    continue
                found.append((kind, way, mode, frozen, number))
    return found


class TorchAgreement(PeerCase):
    @classmethod
    def setUpClass(cls):
        torch.set_num_threads(2)
        cls.folder = tempfile.TemporaryDirectory()
        folder = Path(cls.folder.name)
        generator = np.random.default_rng(3)
        waves = np.sin(np.arange(SIZE)[None, :, None] * 0.7 + np.arange(SIZE)[None, None, :] * 0.4
                       + np.arange(3)[:, None, None])
        cls.z = (0.5 + 0.3 * waves + 0.2 * (generator.random((3, SIZE, SIZE)) - 0.5)).astype(np.float32)
        np.save(folder / "input.npy", cls.z)
        example = (torch.from_numpy(cls.z)[None] - 0.5) / 0.25
        cls.files = {}
        for row in rows():
            kind, way, mode, frozen, number = row
            file = folder / ("_".join(row) + ".pt")
            module = exported(kind, way, mode, example)
            if number == "double":
                module = exported(kind, way, mode, example)
                module.double()
            if number == "half":
                halve(module)
            if frozen == "frozen":
                module = torch.jit.freeze(module.eval(), optimize_numerics=number != "half")
            module.save(str(file))
            Path(str(file) + ".json").write_text(json.dumps(CARD), encoding="utf-8")
            cls.files[row] = file
        printed = subprocess.run([str(cls.programs[0]), str(folder / "input.npy"), *map(str, cls.files.values())],
                                 check=True, capture_output=True, text=True).stdout
        cls.found = json.loads(printed)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def expected(self, row: tuple) -> tuple[np.ndarray, np.ndarray]:
        """Softmax scores, and the gradient of the top output with respect to z. Half: the same numbers as float."""
        kind, way, mode, frozen, number = row
        torch.manual_seed(0)
        if number == "half":
            example = (torch.from_numpy(self.z)[None] - 0.5) / 0.25
            module = exported(kind, way, mode, example)
            halve(module)
            for part in halved(module):
                part.float()
            module.eval()
        else:
            module = torch.jit.load(str(self.files[row])).eval()
        kind_of_number = torch.double if number == "double" else torch.float
        z = torch.from_numpy(self.z).to(kind_of_number)[None].requires_grad_(True)
        outputs = module((z - 0.5) / 0.25)
        outputs = outputs.reshape(1, -1)
        gradient = torch.autograd.grad(outputs.max(), z)[0][0]
        return torch.softmax(outputs.double(), 1)[0].detach().numpy(), gradient.double().numpy()

    def check(self, row: tuple, way: str, gradient_tolerance: float) -> None:
        found = self.found[str(self.files[row])][way]
        self.assertNotIn("error", found, found.get("error"))
        scores, gradient = self.expected(row)
        np.testing.assert_allclose(found["scores"], scores, atol=1e-5)
        difference = np.linalg.norm(np.array(found["gradient"]).reshape(gradient.shape) - gradient)
        self.assertLessEqual(difference, gradient_tolerance * np.linalg.norm(gradient))

    def test_scores_and_gradients(self):
        count = 0
        for row in self.files:
            kind, way, mode, _, _ = row
            if kind == "Dropout" and way == "traced" and mode == "training":
                continue
            with self.subTest(" ".join(row)):
                self.check(row, "filed", 1e-5)
                self.check(row, "examined", 0.02)
            count += 1
        print(f"{count} files")
        self.assertGreaterEqual(count, 60)

    def test_dropout_that_was_traced_is_told(self):
        row = ("Dropout", "traced", "training", "saved", "float")
        for way in ("filed", "examined"):
            found = self.found[str(self.files[row])][way]
            self.assertFalse(found["repeatable"])
            self.assertTrue(any("random" in note for note in found["notes"]))

    def test_what_is_not_usual_is_told(self):
        for kind, words in (("SoftmaxInside", "softmax"), ("FirstRowOnly", "one picture")):
            for row, file in self.files.items():
                if row[0] == kind and row[2] == "evaluation":
                    with self.subTest(" ".join(row)):
                        notes = self.found[str(file)]["examined"]["notes"]
                        self.assertTrue(any(words in note for note in notes), notes)
        for row, file in self.files.items():
            if row[4] == "half":
                notes = self.found[str(file)]["filed"]["notes"]
                self.assertTrue(any("32-bit floats" in note for note in notes), row)


if __name__ == "__main__":
    main()
