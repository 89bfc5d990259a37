// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/picture.h"
#include "core/image/picture_spec.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace blurig {

// Which source samples make each output sample of one axis, and how much of each.
struct ResampleAxis {
    struct Window {
        int first = 0;           // source sample
        int count = 0;           // of source samples
        std::size_t weights = 0; // index of the first weight
    };
    std::vector<Window> windows; // one an output sample; they move forward only
    std::vector<float> weights;
};

// Pillow's rule: source samples [start, start + length) are resized to `resized` samples, of which [first, first +
// count) are made. The filter is stretched by the scale when shrinking, cut at the borders and made to sum to 1.
ResampleAxis resampleAxis(int start, int length, std::int64_t resized, std::int64_t first, int count,
                          ResizeFilter filter);

// 3 x rows x columns in [0,1]. As Pillow does, first along x, then along y, the bicubic filter's overshoot clamped
// after each; unlike Pillow not rounded to 8 bits. Reads only the rows and columns that the windows name, and holds one
// source row and the result: a 100-megapixel picture needs no copy in float.
std::vector<float> resample(const Picture::Pixels& pixels, const ResampleAxis& columns, const ResampleAxis& rows);

} // namespace blurig
