// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace blurig {

using Chromaticities = std::array<double, 8>; // x, y of white, red, green, blue

// What a file says of its colours beyond the numbers themselves.
struct StatedColours {
    std::string where;                                // "its ICC colour profile", "its gamma (gAMA)": begins a note
    std::optional<std::vector<std::uint8_t>> profile; // ICC; without one, the next two
    double gamma = 0;                                 // light is number^gamma; 0: sRGB's curve
    Chromaticities chromaticities{0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06}; // sRGB's
};

StatedColours iccProfile(std::span<const std::uint8_t> bytes);

// Whether they are sRGB's to the rounding that files show.
bool areSrgb(const Chromaticities& chromaticities);

} // namespace blurig
