// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

namespace blurig {

// A plane (1 x H x W) as a look shows it: its scale space (core/scale, mirrored borders) at sigma = pixels * longer
// side / 224, so that a look means the same at every size of input. The sum is kept; 0 gives the plane itself.
Array smoothed(const Array& plane, double pixels);

inline constexpr double greatestSmoothing = 8; // px of 224

} // namespace blurig
