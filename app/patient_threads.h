// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// LibTorch's OpenMP threads spin at every barrier: quick where nothing else runs, ruinous where something does. (Tried:
// the map of one photo, two cores, beside eight compilers: 122 s spinning, 7 s sleeping.) OpenMP reads that wish only
// while it is loaded, so this starts the program once more with OMP_WAIT_POLICY=passive, unless the environment already
// says something. To be called first in main; 0.3 s.
void sleepAtBarriers(char* argv[]);

} // namespace blurig
