// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "encoders.h"

#include <string>
#include <vector>

namespace blurig::test {

enum TiffKind { WhiteIsZero = 0, BlackIsZero = 1, Rgb = 2, Palette = 3, Cmyk = 5 };
enum TiffExtra { None = -1, Unspecified = 0, Premultiplied = 1, Straight = 2 };

struct TiffCase {
    std::string title;
    TiffPlan plan;
    TiffExtra extra = None;
};

// Each depth with each kind of colours, planar or not, in strips or tiles, with each sample beside the colours. No size
// is a multiple of a strip's or tile's.
std::vector<TiffCase> tiffCases();

int colourSamples(int kind);

// Noise, always the same. A premultiplied colour is never more than its alpha, the pixel's last sample.
std::vector<std::uint16_t> valuesOf(const TiffPlan& plan, TiffExtra extra);

} // namespace blurig::test
