// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/picture.h"
#include "core/image/picture_spec.h"

namespace blurig {

// In pixels of the original; pixel (0,0) covers [0,1) x [0,1).
struct PixelRect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    bool operator==(const PixelRect&) const = default;
};

// Which part of the photo the model sees.
enum class CropRule { Card, WholePadded, WholeSquashed, Rectangle };

struct Crop {
    CropRule rule = CropRule::Card;
    PixelRect rectangle; // of CropRule::Rectangle; squashed to the model's input

    bool operator==(const Crop&) const = default;
};

// Where the model's input lies on the original. All rules are axis-aligned: model pixel (i, j) covers
// source.x + [j, j+1) * scaleX(), source.y + [i, i+1) * scaleY(). A padded input reaches outside the picture.
struct InputGeometry {
    int modelWidth = 0;
    int modelHeight = 0;
    PixelRect source;

    double scaleX() const { return source.width / modelWidth; } // pixels of the original per model pixel
    double scaleY() const { return source.height / modelHeight; }

    bool operator==(const InputGeometry&) const = default;
};

struct PreparedInput {
    Array z; // channels x height x width in spec.range
    InputGeometry geometry;
};

// Pillow's antialiased resize (convolution with the filter stretched by the scale), then the crop; what lies outside
// the picture is its mean colour. Throws Error: Argument (a rectangle that, in whole pixels, covers less than 2 x 2 of
// the picture), ModelInput (channels other than 1 and 3), Memory.
PreparedInput prepareInput(const Picture& picture, const PictureSpec& spec, const Crop& crop);

} // namespace blurig
