// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/render/raster.h"

#include <span>
#include <vector>

namespace blurig {

// The input z after blur with each sigma (model pixels), as pictures whose longer side has `side` pixels, upright.
// axisWeights: as of a ScaleSpace. On one thread.
std::vector<Raster> blurredPictures(const Array& z, const std::vector<double>& axisWeights,
                                    std::span<const double> sigmas, int side);

} // namespace blurig
