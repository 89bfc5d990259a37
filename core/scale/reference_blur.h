// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

namespace blurig {

// The Gaussian of the Python package `saliency` 0.2.1, bit for bit: scipy.ndimage.gaussian_filter(picture, sigma =
// (sigma, sigma, 0), mode = "constant", truncate = 4) on float32. Radius int(4 sigma + 0.5), normalised weights and
// sums in double, float32 stored after axis y and again after axis x, zero beyond the border. sigma in pixels, 0 gives
// the input itself. picture: [batch x] C x H x W.
Array referenceBlur(const Array& picture, double sigma);

} // namespace blurig
