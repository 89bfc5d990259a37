// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/stated_colours.h"

#include <algorithm>
#include <cmath>

namespace blurig {

StatedColours iccProfile(std::span<const std::uint8_t> bytes) {
    return {.where = "its ICC colour profile", .profile = std::vector(bytes.begin(), bytes.end())};
}

bool areSrgb(const Chromaticities& chromaticities) {
    return std::ranges::equal(chromaticities, StatedColours().chromaticities,
                              [](double a, double b) { return std::abs(a - b) < 0.005; });
}

} // namespace blurig
