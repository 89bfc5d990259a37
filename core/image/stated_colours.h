// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// What a file says of its colours beyond the numbers themselves.
struct StatedColours {
    std::string where;                 // "its ICC colour profile", "its gamma (gAMA)": begins a note
    std::vector<std::uint8_t> profile; // ICC; where it is empty, the next two
    double gamma = 0;                  // light is number^gamma; 0: sRGB's curve
    std::array<double, 8> chromaticities{0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06}; // x, y of white, R, G, B
};

inline StatedColours iccProfile(std::span<const std::uint8_t> bytes) {
    return {.where = "its ICC colour profile", .profile = {bytes.begin(), bytes.end()}};
}

} // namespace blurig
