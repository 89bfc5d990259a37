// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace blurig {

// A sample of a pixel of this opacity over white.
template <typename Sample> Sample onWhite(Sample sample, Sample opacity, Alpha alpha) {
    constexpr std::uint64_t white = std::numeric_limits<Sample>::max();
    const std::uint64_t over = alpha == Alpha::Premultiplied
                                   ? sample + (white - opacity)
                                   : (std::uint64_t{sample} * opacity + white * (white - opacity) + white / 2) / white;
    return static_cast<Sample>(std::min(over, white));
}

} // namespace blurig
