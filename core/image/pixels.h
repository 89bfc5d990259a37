// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/picture.h"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace blurig {

// Interleaved RGB, row by row. Exactly one of samples8 and samples16 is filled by the decoder.
struct Picture::Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> samples8;
    std::vector<std::uint16_t> samples16;

    // What is shown of 16 bits, made by the first rgb8().
    mutable std::once_flag shown;
    mutable std::vector<std::uint8_t> shown8;

    bool has16Bits() const { return !samples16.empty(); }
    std::size_t rowSamples() const { return 3 * static_cast<std::size_t>(width); }
};

} // namespace blurig
