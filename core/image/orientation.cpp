// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/orientation.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace blurig {
namespace {

// Where the pixel that is stored first lies when upright, and the steps along stored columns and rows.
struct Walk {
    std::ptrdiff_t start = 0;
    std::ptrdiff_t column = 0;
    std::ptrdiff_t row = 0;
};

// EXIF 2.3, table 6: 1 as stored, 2 mirrored left-right, 3 turned by 180, 4 mirrored top-bottom, 5 transposed,
// 6 to be turned clockwise, 7 transposed along the other diagonal, 8 to be turned anticlockwise.
Walk walkOf(int orientation, std::ptrdiff_t width, std::ptrdiff_t height) {
    switch (orientation) {
    case 2:
        return {width - 1, -1, width};
    case 3:
        return {width * height - 1, -1, -width};
    case 4:
        return {width * (height - 1), 1, -width};
    case 5:
        return {0, height, 1};
    case 6:
        return {height - 1, height, -1};
    case 7:
        return {width * height - 1, -height, -1};
    case 8:
        return {height * (width - 1), -height, 1};
    default:
        return {0, 1, width};
    }
}

template <typename Sample> void turn(std::vector<Sample>& samples, int width, int height, int orientation) {
    std::vector<Sample> upright(samples.size());
    const Walk walk = walkOf(orientation, width, height);
    const Sample* from = samples.data();
    for (std::ptrdiff_t y = 0; y < height; ++y) {
        std::ptrdiff_t at = walk.start + y * walk.row;
        for (std::ptrdiff_t x = 0; x < width; ++x, at += walk.column, from += 3)
            std::copy_n(from, 3, upright.data() + 3 * at);
    }
    samples = std::move(upright);
}

} // namespace

void makeUpright(Picture::Pixels& pixels, int orientation) {
    if (orientation <= 1 || orientation > 8)
        return;
    if (pixels.has16Bits())
        turn(pixels.samples16, pixels.width, pixels.height, orientation);
    else
        turn(pixels.samples8, pixels.width, pixels.height, orientation);
    if (orientation >= 5)
        std::swap(pixels.width, pixels.height);
}

} // namespace blurig
