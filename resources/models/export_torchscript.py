#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports a PyTorch classifier to the TorchScript file that BlurIG Explorer opens, with its model card inside.

  export_torchscript.py --from torchvision:resnet50 --out resnet50.pt
  export_torchscript.py --from timm:convnext_tiny --out convnext.pt --names imagenet_names.txt
  export_torchscript.py --from my_package.models:build --weights trained.pth --out mine.pt \\
      --size 224 --mean 0.485 0.456 0.406 --std 0.229 0.224 0.225 --names my_names.txt

The source gives the network: torchvision:NAME and timm:NAME with their pretrained weights, package.module:callable
whatever the callable returns when it is called without arguments (the current folder is searched too). What the library
knows of a network (size, normalisation, resizing, class names) is taken over; options win over it.

The card says how a picture becomes the network's input and what its outputs mean:
  picture -> resized and cropped -> z in the value range -> (z - mean) / std -> network -> output

From Python: export(module, model_card(...), example, path).
"""

import argparse
import importlib
import io
import json
import os
import sys

import torch

CARD_FILE = "model_card.json"
CARD_VERSION = 1
CHANNEL_ORDERS = ("RGB", "BGR", "grey")
AXIS_ORDERS = ("NCHW", "NHWC")
RESIZE_RULES = ("shortest-side", "crop-then-resize", "squash", "pad")
FILTERS = ("bilinear", "bicubic")
OUTPUT_KINDS = ("logits", "probabilities", "multi-label-logits", "sigmoids", "one-logit")
TOLERANCE = 1e-5  # of the largest output: two runs of one graph differ by the order of additions only


class ExportError(Exception):
    """What is wrong with the network or the card, for the person who exports."""


def model_card(
    name,
    height,
    width,
    mean,
    std,
    *,
    channel_order="RGB",
    axis_order="NCHW",
    value_range=(0.0, 1.0),
    resize_rule="shortest-side",
    resize_size=None,
    crop_fraction=0.875,
    resize_filter="bilinear",
    output_kind="logits",
    output_index=0,
    names=(),
    wnids=(),
    source="",
    licence="",
):
    """The model card, checked. mean and std: one number, or one a channel, on z in value_range.

    shortest-side: the short side becomes resize_size (default: the input's short side / crop_fraction), then the centre
    is cropped. crop-then-resize: the centred square of crop_fraction of the short side becomes the input. squash: the
    whole picture, stretched. pad: the whole picture, with borders.
    """
    channels = 1 if channel_order == "grey" else 3
    mean, std = (_per_channel(label, values, channels) for label, values in (("mean", mean), ("std", std)))
    low, high = value_range
    if resize_size is None:
        resize_size = round(min(height, width) / crop_fraction)
    _require(name, "the card needs a name")
    _require(height > 0 and width > 0, "the input size must be positive")
    _require(all(value > 0 for value in std), "every std must be positive")
    _require(low < high, "the value range must rise")
    _require(0 < crop_fraction <= 1, "the crop fraction must be in (0, 1]")
    _require(
        resize_rule != "shortest-side" or resize_size >= min(height, width),
        f"the short side is resized to {resize_size}, less than the input's {min(height, width)}",
    )
    for value, allowed in (
        (channel_order, CHANNEL_ORDERS),
        (axis_order, AXIS_ORDERS),
        (resize_rule, RESIZE_RULES),
        (resize_filter, FILTERS),
        (output_kind, OUTPUT_KINDS),
    ):
        _require(value in allowed, f"{value!r} is none of {', '.join(allowed)}")
    _require(not wnids or len(wnids) == len(names), f"{len(wnids)} WordNet ids for {len(names)} names")
    return {
        "card_version": CARD_VERSION,
        "name": name,
        "input": {
            "channels": channels,
            "height": height,
            "width": width,
            "channel_order": channel_order,
            "axis_order": axis_order,
            "value_range": [low, high],
            "mean": mean,
            "std": std,
            "resize": {
                "rule": resize_rule,
                "size": resize_size,
                "crop_fraction": crop_fraction,
                "filter": resize_filter,
            },
        },
        "output": {"kind": output_kind, "index": output_index},
        "classes": {"names": list(names), "wnids": list(wnids)},
        "source": source,
        "licence": licence,
    }


def example_input(card, batch=1, seed=0):
    """Random pictures as the network gets them, normalised, in the card's axis order."""
    entry = card["input"]
    low, high = entry["value_range"]
    shape = (batch, entry["channels"], entry["height"], entry["width"])
    z = low + (high - low) * torch.rand(shape, generator=torch.Generator().manual_seed(seed))
    mean, std = (torch.tensor(entry[key]).view(1, -1, 1, 1) for key in ("mean", "std"))
    x = (z - mean) / std
    return x.permute(0, 2, 3, 1).contiguous() if entry["axis_order"] == "NHWC" else x


def export(module, card, example, path, script=False):
    """Writes the module as TorchScript with the card inside. Before that it is checked: reloaded, the file carries the
    card and agrees with the module on batches of 1 and 3. The same module and card give the same bytes."""
    module = module.cpu().eval()
    with torch.no_grad():
        if script:
            compiled = torch.jit.script(module)
        else:
            compiled = torch.jit.trace(module, example, check_trace=False, strict=False)
    text = json.dumps(card, ensure_ascii=False, indent=1)
    buffer = io.BytesIO()
    torch.jit.save(compiled, buffer, _extra_files={CARD_FILE: text})
    _check(buffer, module, card, example, text)
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    part = f"{path}.part"
    with open(part, "wb") as file:
        file.write(buffer.getvalue())
    os.replace(part, path)


def _check(buffer, module, card, example, text):
    extra = {CARD_FILE: ""}
    buffer.seek(0)
    reloaded = torch.jit.load(buffer, map_location="cpu", _extra_files=extra)
    stored = extra[CARD_FILE]
    stored = stored.decode("utf-8") if isinstance(stored, bytes) else stored
    _require(stored == text, "the card did not survive the file")
    index = card["output"]["index"]
    for batch in (1, 3):
        x = torch.cat([example[:1] * factor for factor in torch.linspace(1.0, 0.5, batch).tolist()])
        with torch.no_grad():
            expected = _output(module(x), index)
            try:
                actual = _output(reloaded(x), index)
            except RuntimeError as error:
                reason = str(error).strip().splitlines()[-1]
                raise ExportError(f"the file fails at a batch of {batch}; try --script ({reason})") from error
        _require(expected.shape[:1] == (batch,), f"the output of a batch of {batch} has shape {list(expected.shape)}")
        _require(expected.isfinite().all(), f"the network gives infinity or NaN at a batch of {batch}")
        _require(
            actual.shape == expected.shape and _difference(actual, expected) <= TOLERANCE,
            f"the file and the network differ at a batch of {batch}; try --script",
        )
    _check_classes(expected, card)


def _check_classes(output, card):
    shape, names = list(output.shape), card["classes"]["names"]
    if card["output"]["kind"] == "one-logit":
        _require(output[0].numel() == 1, f"one logit is expected, the output has shape {shape}")
        _require(len(names) in (0, 1, 2), f"one logit takes at most two names, not {len(names)}")
    else:
        _require(output.dim() == 2, f"the output has shape {shape}, not batch x classes; is --output-index right?")
        _require(not names or len(names) == shape[1], f"{len(names)} names for {shape[1]} classes")


def _output(result, index):
    """The tensor that the card means, of a network that returns one or several."""
    if isinstance(result, dict):
        result = tuple(result.values())
    if isinstance(result, (tuple, list)):
        _require(index < len(result), f"the network has {len(result)} outputs, none of index {index}")
        result = result[index]
    else:
        _require(index == 0, f"the network has one output, none of index {index}")
    _require(isinstance(result, torch.Tensor), f"the output is a {type(result).__name__}, not a tensor")
    return result


def _difference(actual, expected):
    scale = expected.abs().max().clamp_min(torch.finfo(expected.dtype).tiny)
    return ((actual - expected).abs().max() / scale).item()


def _per_channel(label, values, channels):
    values = [float(value) for value in (values if isinstance(values, (list, tuple)) else [values])]
    _require(len(values) in (1, channels), f"{len(values)} values of {label} for {channels} channels")
    return values * channels if len(values) == 1 else values


def _require(condition, message):
    if not condition:
        raise ExportError(message)


# Sources: each gives the network and what its library knows about it, as arguments of model_card().


def _from_torchvision(name, pretrained):
    import torchvision

    _require(hasattr(torchvision.models, "get_model_weights"), "torchvision 0.14 or newer is needed")
    weights = torchvision.models.get_model_weights(name).DEFAULT
    rule = weights.transforms()
    known = {
        "height": rule.crop_size[0],
        "width": rule.crop_size[0],
        "mean": list(rule.mean),
        "std": list(rule.std),
        "resize_size": rule.resize_size[0],
        "resize_filter": rule.interpolation.value,
        "source": f"torchvision {torchvision.__version__}, {name}, {weights}" if pretrained else "",
    }
    if pretrained:
        known["names"] = weights.meta.get("categories", ())
    return torchvision.models.get_model(name, weights=weights if pretrained else None), known


def _from_timm(name, pretrained):
    import timm

    module = timm.create_model(name, pretrained=pretrained)
    rule = timm.data.resolve_data_config({}, model=module)
    _, height, width = rule["input_size"]
    return module, {
        "height": height,
        "width": width,
        "mean": list(rule["mean"]),
        "std": list(rule["std"]),
        "resize_size": int(min(height, width) / rule["crop_pct"]),
        "resize_rule": "squash" if rule.get("crop_mode") == "squash" else "shortest-side",
        "resize_filter": rule["interpolation"],
        "source": f"timm {timm.__version__}, {name}" if pretrained else "",
    }


def _from_callable(module_name, attribute):
    sys.path.insert(0, os.getcwd())
    return getattr(importlib.import_module(module_name), attribute)(), {}


def load_source(source, weights=None):
    """(network, what is known of it) from torchvision:NAME, timm:NAME or package.module:callable."""
    kind, colon, name = source.partition(":")
    _require(colon and name, f"--from {source}: torchvision:NAME, timm:NAME or package.module:callable is needed")
    try:
        if kind == "torchvision":
            module, known = _from_torchvision(name, pretrained=weights is None)
        elif kind == "timm":
            module, known = _from_timm(name, pretrained=weights is None)
        else:
            module, known = _from_callable(kind, name)
    except (ImportError, AttributeError, ValueError, RuntimeError) as error:
        raise ExportError(f"--from {source}: {error}") from error
    _require(isinstance(module, torch.nn.Module), f"--from {source}: gives a {type(module).__name__}, not a network")
    if weights is not None:
        module.load_state_dict(_state_dict(weights))
    return module, known


def _state_dict(path):
    content = torch.load(path, map_location="cpu", weights_only=True)
    return content.get("state_dict", content)


def _read_list(path):
    """A JSON list, or one entry a line."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".json"):
        entries = json.loads(text)
        _require(isinstance(entries, list), f"{path}: a JSON list is needed")
        return [str(entry) for entry in entries]
    return text.rstrip("\n").split("\n")


def _size(text):
    height, _, width = text.partition("x")
    return int(height), int(width or height)


def _parser():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given = parser.add_argument
    given("--from", dest="network", required=True, metavar="SOURCE", help="where the network comes from, see above")
    given("--out", required=True, metavar="FILE", help="the TorchScript file to write")
    given("--weights", metavar="FILE", help="state dict to load instead of the library's pretrained weights")
    given(
        "--script",
        action="store_true",
        help="compile instead of tracing: for networks with branches that depend on the input",
    )

    given = parser.add_argument_group("input of the network").add_argument
    given("--size", type=_size, metavar="H[xW]", help="input size in pixels: 224 or 240x320")
    given("--mean", type=float, nargs="+", metavar="M", help="subtracted from z, one number or one a channel")
    given("--std", type=float, nargs="+", metavar="S", help="divides z afterwards, one number or one a channel")
    given(
        "--value-range",
        type=float,
        nargs=2,
        metavar=("LOW", "HIGH"),
        help="z of black and of white, before mean and std (default: 0 1)",
    )
    given("--channel-order", choices=CHANNEL_ORDERS, help="default: RGB; grey is one channel")
    given("--axis-order", choices=AXIS_ORDERS, help="default: NCHW")

    given = parser.add_argument_group("how a picture is brought to that size").add_argument
    given(
        "--resize-rule",
        choices=RESIZE_RULES,
        help="shortest-side (default): resize by the short side, crop the centre; crop-then-resize: the other way "
        "round; squash: stretch the whole picture; pad: the whole picture with borders",
    )
    given(
        "--resize-size",
        type=int,
        metavar="PX",
        help="shortest-side: length of the short side before the crop (default: input / crop fraction)",
    )
    given(
        "--crop-fraction",
        type=float,
        metavar="F",
        help="crop-then-resize: side of the centred square, of the short side (default: 0.875)",
    )
    given(
        "--filter",
        dest="resize_filter",
        choices=FILTERS,
        help="default: bilinear; both antialiased, as Pillow does",
    )

    given = parser.add_argument_group("output of the network").add_argument
    given(
        "--output-kind",
        choices=OUTPUT_KINDS,
        help="default: logits (softmax is applied to them); probabilities: softmax is inside; multi-label-logits, "
        "sigmoids: classes do not exclude each other; one-logit: yes or no",
    )
    given("--output-index", type=int, metavar="N", help="which output, if the network returns several (default: 0)")
    given("--names", type=_read_list, metavar="FILE", help="class names, one a line or a JSON list")
    given("--wnids", type=_read_list, metavar="FILE", help="WordNet ids of the classes, likewise")

    given = parser.add_argument_group("about the model").add_argument
    given("--name", help="shown in the program (default: the file's name)")
    given("--source", help="where network and weights come from")
    given("--licence", help="under which licence")
    return parser


def main(arguments=None):
    options = vars(_parser().parse_args(arguments))
    path, script = options.pop("out"), options.pop("script")
    try:
        module, known = load_source(options.pop("network"), options.pop("weights"))
        size = options.pop("size")
        if size is not None:
            known.pop("resize_size", None)  # the library's belongs to the library's input size
            known["height"], known["width"] = size
        known.update((key, value) for key, value in options.items() if value is not None)
        known.setdefault("name", os.path.splitext(os.path.basename(path))[0])
        for key, option in (("height", "--size"), ("mean", "--mean"), ("std", "--std")):
            _require(key in known, f"{option} is needed: the source does not say it")
        entry = model_card(**known)
        export(module, entry, example_input(entry), path, script)
    except (ExportError, OSError) as error:
        sys.exit(f"export_torchscript: {error}")
    names = len(entry["classes"]["names"])
    print(f"{path}: {os.path.getsize(path) / 1e6:.1f} MB, {entry['name']}, {names} class names")


if __name__ == "__main__":
    main()
