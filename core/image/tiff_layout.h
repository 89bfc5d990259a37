// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/tiff_stream.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace blurig {

enum class TiffColours { Grey, InvertedGrey, Palette, Rgb, Cmyk };

// What a TIFF's samples mean and how they lie in its strips or tiles.
struct TiffLayout {
    int width = 0;
    int height = 0;
    TiffColours colours = TiffColours::Grey;
    int bits = 8; // of a sample, 1 to 16
    std::size_t samplesPerPixel = 1;
    bool planar = false; // each sample has strips or tiles of its own
    bool tiled = false;
    int blockWidth = 0; // of a tile; a strip is as wide as the picture
    int blockHeight = 0;
    Alpha alpha = Alpha::None;
    std::size_t alphaAt = 0;                          // which sample it is
    std::vector<std::array<std::uint8_t, 3>> palette; // 2^bits colours
    std::vector<std::string> notes;                   // what had to be assumed or left out

    std::size_t colourSamples() const { return colours == TiffColours::Rgb ? 3 : colours == TiffColours::Cmyk ? 4 : 1; }
};

// None for the rest, of which libtiff makes RGBA itself: YCbCr, Lab, logarithmic light. Throws DamagedPicture, and
// NotAPicture for inks that are not cyan, magenta, yellow and black.
std::optional<TiffLayout> layoutOf(const TiffStream& stream);

} // namespace blurig
