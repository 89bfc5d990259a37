// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/preprocess.h"

#include <cstdint>

namespace blurig {

// What every rule comes to: a part of the picture in whole pixels, the size that it is resized to, and where the
// model's input lies on that.
struct Placement {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::int64_t resizedWidth = 0;
    std::int64_t resizedHeight = 0;
    std::int64_t left = 0; // of the input's first column in the resized part; negative: padded by so much
    std::int64_t top = 0;
};

// Throws Error Argument for a rectangle that does not meet the picture or keeps less than 2 x 2 pixels of it.
Placement placementOf(int pictureWidth, int pictureHeight, const PictureSpec& spec, const Crop& crop);

} // namespace blurig
