// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/pixels.h"

#include <cstddef>
#include <vector>

namespace blurig::test {

// 3 x height x width in [0,1]; 16-bit sources keep 16 bits.
inline std::vector<float> planarValues(const Picture& picture) {
    const Picture::Pixels& pixels = *picture.pixels();
    const std::size_t plane = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
    std::vector<float> values(3 * plane);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i % 3 * plane + i / 3] = pixels.has16Bits() ? static_cast<float>(pixels.samples16[i]) * (1.0F / 65535.0F)
                                                           : static_cast<float>(pixels.samples8[i]) * (1.0F / 255.0F);
    return values;
}

} // namespace blurig::test
