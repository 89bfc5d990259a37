// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

namespace blurig {

enum class ResizeFilter { Bilinear, Bicubic }; // antialiased, as Pillow defines them

// How a picture becomes the model's input, as its card states it.
enum class ResizeRule {
    ShortestSide,   // the short side becomes `size`, then the centre is cropped
    CropThenResize, // the centred square of cropFraction x short side, resized
    Squash,         // the whole picture, aspect ratio given up
    Pad,            // the whole picture, aspect ratio kept, the rest filled with the mean colour of the picture
};

struct ResizeSpec {
    ResizeRule rule = ResizeRule::ShortestSide;
    int size = 0;              // ShortestSide: px; 0: the longer side of the model's input
    double cropFraction = 1.0; // CropThenResize: of the short side, (0, 1]
    ResizeFilter filter = ResizeFilter::Bicubic;

    bool operator==(const ResizeSpec&) const = default;
};

// The model's input before normalisation ("z"): channels x height x width in `range`; 3 channels are RGB, 1 is grey.
struct PictureSpec {
    int channels = 3;
    int height = 224;
    int width = 224;
    ValueRange range;
    ResizeSpec resize;

    bool operator==(const PictureSpec&) const = default;
};

} // namespace blurig
