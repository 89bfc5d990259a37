// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/even_grid.h"

#include <cassert>

namespace blurig {

EvenGrid evenGrid(const Path& path, PathVariable variable, int intervals) {
    assert(intervals > 0);
    const double end = path.toVariable(variable, path.farEnd());
    EvenGrid grid;
    for (int i = 0; i <= intervals; ++i) {
        grid.values.push_back(end * i / intervals);
        grid.positions.push_back(path.toPosition(variable, grid.values.back()));
    }
    grid.positions.front() = 0; // exact, whatever the inverse rounds to
    grid.positions.back() = path.farEnd();
    return grid;
}

EvenGrid evenGrid(const Path& path, int intervals) {
    return evenGrid(path, path.naturalVariable(), intervals);
}

} // namespace blurig
