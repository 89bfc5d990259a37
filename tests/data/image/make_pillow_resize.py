# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes pillow_resize.txt beside itself: what Pillow 9.4 makes of the tests' pattern. Run by hand, kept in the repository.

A line: rule, filter, source width and height, size, input width and height, then the input's samples, row by row, RGB.
"""
from pathlib import Path

from PIL import Image

FILTERS = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC}


def pattern(width, height):
    image = Image.new("RGB", (width, height))
    image.putdata([tuple((37 * x + 91 * y + 53 * c + 7 * x * y) % 256 for c in range(3))
                   for y in range(height) for x in range(width)])
    return image


def shortest_side(image, size, width, height, resample):
    """torchvision's Resize(size) and CenterCrop((height, width))."""
    w, h = image.size
    new = (size, int(size * h / w)) if w <= h else (int(size * w / h), size)
    image = image.resize(new, resample)
    left, top = int(round((new[0] - width) / 2.0)), int(round((new[1] - height) / 2.0))
    return image.crop((left, top, left + width, top + height))


def crop_then_resize(image, size, width, height, resample):
    """EfficientNet's: the centred square of size / 1000 of the short side."""
    w, h = image.size
    side = int(min(w, h) * size / 1000)
    left, top = (w - side + 1) // 2, (h - side + 1) // 2
    return image.crop((left, top, left + side, top + side)).resize((width, height), resample)


def squash(image, size, width, height, resample):
    return image.resize((width, height), resample)


CASES = [  # rule, source width, height, size, input width, height
    (shortest_side, 61, 43, 12, 9, 9),
    (shortest_side, 43, 61, 10, 10, 8),
    (shortest_side, 23, 17, 31, 12, 7),  # enlarged
    (shortest_side, 61, 43, 43, 8, 8),  # size kept
    (crop_then_resize, 61, 43, 875, 8, 8),
    (crop_then_resize, 40, 64, 900, 7, 9),
    (squash, 61, 43, 0, 7, 10),
    (squash, 5, 4, 0, 11, 9),  # enlarged
]

with open(Path(__file__).with_name("pillow_resize.txt"), "w", encoding="ascii") as out:
    for rule, w, h, size, width, height in CASES:
        for name, resample in FILTERS.items():
            image = rule(pattern(w, h), size, width, height, resample)
            samples = [v for pixel in image.getdata() for v in pixel]
            print(rule.__name__, name, w, h, size, width, height, *samples, file=out)
