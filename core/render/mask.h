// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace blurig {

// Pixels that belong to an area: 1 inside, 0 outside.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> inside;
};

} // namespace blurig
