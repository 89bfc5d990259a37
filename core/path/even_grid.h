// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"

#include <vector>

namespace blurig {

// Places of a path that are even in a variable, both ends included: from the input on.
struct EvenGrid {
    std::vector<double> values; // of the variable
    std::vector<double> positions;
};

EvenGrid evenGrid(const Path& path, PathVariable variable, int intervals); // at least one
EvenGrid evenGrid(const Path& path, int intervals);                        // in its natural variable

} // namespace blurig
