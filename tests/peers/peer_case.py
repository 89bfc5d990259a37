# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every comparison is given on its command line: BLURIG MODEL SAMPLES [PROGRAM]"""

import os
import sys
import tempfile
import unittest
from pathlib import Path


class PeerCase(unittest.TestCase):
    blurig: Path
    model: Path
    samples: Path
    programs: list[Path]  # further ones, built for this comparison


def main() -> None:
    PeerCase.blurig, PeerCase.model, PeerCase.samples, *PeerCase.programs = map(Path, sys.argv[1:])
    cache = tempfile.TemporaryDirectory()  # of examinations: not the user's, and new for each comparison
    os.environ["XDG_CACHE_HOME"] = cache.name
    unittest.main(argv=sys.argv[:1], verbosity=2)
