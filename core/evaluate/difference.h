// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

namespace blurig {

// Two maps of one picture against each other, each in a unit of its own.
struct MapDifference {
    Array plane; // 1 x H x W: A - B
    Array terms; // 3 x H x W: A, B, A - B
};

// Each map is 1 x H x W, of one size, and is divided by its unit (> 0) first.
MapDifference differenceOf(const Array& a, double unitA, const Array& b, double unitB);

} // namespace blurig
