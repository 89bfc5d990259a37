// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

namespace blurig {

// A plane (1 x H x W) as a look shows it: its scale space at sigma = pixels * longer side / 224, so that a look means the
// same at every size of input. By the kernel of that scale space, Lindeberg's discrete Gaussian with mirrored borders,
// which for so small a sigma takes a tenth of the time of core/scale's transforms. The sum is kept; 0 gives the plane
// itself.
Array smoothed(const Array& plane, double pixels);

inline constexpr double greatestSmoothing = 8; // px of 224

} // namespace blurig
