#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the default model of sounds: the VGG of the package musicnn, which tags music with the 50 tags of MagnaTagATune
(Pons and Serra 2019). Only the weights of the package are read; TensorFlow is not needed.

  musicnn_vgg.py [FILE]      FILE: build/models/musicnn_vgg.pt by default
"""

import ast
import importlib.util
import json
import os
import sys

import torch
from torch import nn

import export_torchscript
import tensor_bundle

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE_RATE = 16000
FRAMES = 187
BANDS = 96
POOLS = (((4, 1), (2, 2)), ((2, 2), (2, 2)), ((2, 2), (2, 2)), ((2, 2), (2, 2)), ((4, 4), (4, 4)))  # size, stride
EPSILON = 1e-3  # of TensorFlow's batch norm
# A sinusoid of full scale reaches 6.7.
VALUE_RANGE = [0.0, 7.0]


def package_folder():
    return importlib.util.find_spec("musicnn").submodule_search_locations[0]


class Vgg(nn.Module):
    """N x 1 x time x frequency to logits. Dropout does nothing here and is left out."""

    def __init__(self, variables):
        super().__init__()
        self.input_norm = batch_norm(variables, "batch_normalization")
        blocks = []
        for index, (size, stride) in enumerate(POOLS, start=1):
            blocks += [
                convolution(variables, f"{index}CNN"),
                nn.ReLU(),
                batch_norm(variables, f"batch_normalization_{index}"),
                nn.MaxPool2d(size, stride),
            ]
        self.features = nn.Sequential(*blocks)
        self.classifier = dense(variables, "dense")

    def forward(self, x):
        x = self.features(self.input_norm(x))
        return self.classifier(x.permute(0, 2, 3, 1).flatten(1))  # in TensorFlow's order


def batch_norm(variables, name):
    values = {key: torch.tensor(variables[f"{name}/{key}"]) for key in ("gamma", "beta", "moving_mean", "moving_variance")}
    layer = nn.BatchNorm2d(len(values["gamma"]), eps=EPSILON)
    layer.weight.data, layer.bias.data = values["gamma"], values["beta"]
    layer.running_mean, layer.running_var = values["moving_mean"], values["moving_variance"]
    return layer


def convolution(variables, name):
    kernel = torch.tensor(variables[f"{name}/kernel"]).permute(3, 2, 0, 1).contiguous()  # height, width, in, out before
    layer = nn.Conv2d(kernel.shape[1], kernel.shape[0], kernel.shape[2:], padding="same")
    layer.weight.data, layer.bias.data = kernel, torch.tensor(variables[f"{name}/bias"])
    return layer


def dense(variables, name):
    kernel = torch.tensor(variables[f"{name}/kernel"]).t().contiguous()
    layer = nn.Linear(kernel.shape[1], kernel.shape[0])
    layer.weight.data, layer.bias.data = kernel, torch.tensor(variables[f"{name}/bias"])
    return layer


def tags(folder):
    """The names of the outputs, from the source of the package, which is not run."""
    with open(os.path.join(folder, "configuration.py"), encoding="utf-8") as file:
        for statement in ast.parse(file.read()).body:
            if isinstance(statement, ast.Assign) and statement.targets[0].id == "MTT_LABELS":
                return ast.literal_eval(statement.value)
    sys.exit("musicnn/configuration.py does not list MTT_LABELS")


def card(names):
    return {
        "card_version": export_torchscript.CARD_VERSION,
        "name": "musicnn VGG (MagnaTagATune)",
        "input": {
            "kind": "spectrogram",
            "sample_rate": SAMPLE_RATE,
            "channels": 1,
            "axis_order": "NCTF",
            "value_range": VALUE_RANGE,
            "mean": [0.0],
            "std": [1.0],
            "front_end": {
                "window_length": 512,
                "hop": 256,
                "fft_size": 512,
                "window": "hann",
                # What librosa did when the model was trained.
                "centring": "reflect",
                "power": 2,
                "mel_bands": BANDS,
                "lowest": 0,
                "highest": SAMPLE_RATE / 2,
                "mel_scale": "slaney",
                "mel_norm": "slaney",
                "compression": "log10",
                "factor": 10000,
                "offset": 1,
            },
            "patch": {"length": FRAMES, "hop": FRAMES, "last": "aligned"},
        },
        "output": {"kind": "multi-label-logits", "index": 0},
        "classes": {"names": names, "wnids": []},
        "source": "musicnn 0.1.0, MTT_vgg; the network of the package ends in a sigmoid, this file in its logits",
        "licence": "ISC",
    }


def main(arguments):
    path = arguments[0] if arguments else os.path.join(REPOSITORY, "build", "models", "musicnn_vgg.pt")
    folder = package_folder()
    with open(os.path.join(folder, "MTT_vgg", "config.json"), encoding="utf-8") as file:
        config = json.load(file)
    if (config["xInput"], config["yInput"]) != (FRAMES, BANDS):
        sys.exit(f"the weights are of {config['xInput']} x {config['yInput']}, not {FRAMES} x {BANDS}")
    module = Vgg(tensor_bundle.read_variables(os.path.join(folder, "MTT_vgg", ""))).eval()
    low, high = VALUE_RANGE
    example = low + (high - low) * torch.rand((1, 1, FRAMES, BANDS), generator=torch.Generator().manual_seed(0))
    names = tags(folder)
    export_torchscript.export(module, card(names), example, path)
    print(f"{path}: {os.path.getsize(path) / 1e6:.1f} MB, {len(names)} tags")


if __name__ == "__main__":
    main(sys.argv[1:])
