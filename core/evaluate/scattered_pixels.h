// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/mask.h"

#include <cstdint>
#include <span>
#include <vector>

namespace blurig {

// Fills what is not known of a picture by linear interpolation over Delaunay's triangles of the known pixels, as
// scipy.interpolate.griddata does; the corners are always known. Which of several triangulations of one square is taken
// is not defined there either. rgb: height x width x 3.
std::vector<std::uint8_t> filledFrom(std::span<const std::uint8_t> rgb, Mask known);

} // namespace blurig
