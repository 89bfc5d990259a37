#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One map by one peer, for its process's peak memory: one_peer_run.py MODEL INPUT.npy saliency|captum STEPS"""

import sys
from pathlib import Path

import numpy as np

from photo_model import PhotoModel

network, z, steps = PhotoModel(Path(sys.argv[1])), np.load(sys.argv[2]), int(sys.argv[4])
if sys.argv[3] == "saliency":
    from peer_runs import SaliencyRuns

    SaliencyRuns(network).blur_ig(z, 0, steps)
else:
    from peer_runs import CaptumRuns

    CaptumRuns(network).integrated_gradients(z, 0, steps)
