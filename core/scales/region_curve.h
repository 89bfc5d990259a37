// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <cstdint>
#include <vector>

namespace blurig {

// A rectangle of pixels of the model's input: a clicked pixel, a dragged region, an annotation's box.
struct PixelRegion {
    std::int64_t left = 0;
    std::int64_t top = 0;
    std::int64_t right = 1;  // one past
    std::int64_t bottom = 1; // one past

    bool operator==(const PixelRegion&) const = default;
};

// What the region contributes to the map in each interval of the quadrature, signed, channels summed: as PathCell::mass
// is for the whole picture. The region is cut to the picture; outside of it all are 0.
std::vector<double> regionMasses(const PathState& state, const PixelRegion& region); // a path of pictures, with cells

} // namespace blurig
