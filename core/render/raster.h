// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace blurig {

// 8-bit RGBA, not premultiplied, rows from the top. Immutable; copies share pixels.
struct Raster {
    int width = 0;
    int height = 0;
    std::shared_ptr<const std::vector<std::uint8_t>> rgba; // width * height * 4

    bool empty() const { return rgba == nullptr; }
};

} // namespace blurig
