// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/render/mask.h"
#include "core/render/raster.h"

#include <vector>

namespace blurig {

// The `percent` per cent of all pixels with the greatest values of a plane of 1 x H x W, at least one pixel. Ties:
// every pixel as great as the last one that counts is in, too. What is not above zero is never in.
Mask topArea(const Array& plane, double percent);

// Black outside the area, to lie over the photo; transparent inside.
Raster darkOutside(const Mask& mask);

// A corner of pixels: (0, 0) is the picture's top left corner, (width, height) the opposite one.
struct Corner {
    int x = 0;
    int y = 0;

    bool operator==(const Corner&) const = default;
};
using Outline = std::vector<Corner>; // closed; along the edges of pixels, without corners on a straight line

// Of the area's parts (joined by edge or corner) and of their holes.
std::vector<Outline> outlines(const Mask& mask);

} // namespace blurig
