# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: the program, a small model with a card, and pictures made here."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["BLURIG_PROGRAM"]
DATA = pathlib.Path(os.environ["BLURIG_TEST_DATA"])
MODEL = DATA / "torch2" / "tiny_convnext_trace.pt"
NAMES = ["zebra", "crane", "crane, machine", "tabby, tabby cat", "=cmd()"]
CARD = {
    "card_version": 1,
    "name": "Tiny",
    "input": {"height": 32, "width": 32, "mean": [0.5, 0.5, 0.5], "std": [0.25, 0.25, 0.25],
              "resize": {"rule": "squash"}},
    "output": {"kind": "logits"},
    "classes": {"names": NAMES},
}


def picture(width=48, height=40):
    """A PNM file's bytes: two gradients and a bright square, so that blur has something to do."""
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            inside = 10 < x < 24 and 10 < y < 24
            pixels += bytes((255 if inside else x * 5 % 256, y * 6 % 256, 40 if inside else (x * y) % 256))
    return b"P6 %d %d 255\n" % (width, height) + bytes(pixels)


CACHE = tempfile.TemporaryDirectory()  # of examinations: not the user's, and new for each test program
os.environ["XDG_CACHE_HOME"] = CACHE.name


class CliCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.card = self.write("card.json", json.dumps(CARD).encode())
        self.picture = self.write("picture.ppm", picture())
        self.out = self.folder / "out"

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def blurig(self, *arguments, code=0, environment=None, folder=None):
        result = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=300,
                                cwd=folder, env={**os.environ, **(environment or {})}, check=False)
        self.assertEqual(result.returncode, code, f"blurig {arguments}\n{result.stdout}\n{result.stderr}")
        return result

    def with_model(self, command, *arguments, **options):
        return self.blurig(command, *arguments, "--model", MODEL, "--card", self.card, **options)
