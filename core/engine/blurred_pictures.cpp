// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/blurred_pictures.h"

#include "core/model/compute_scope.h"
#include "core/render/map_render.h"
#include "core/scale/scale_space.h"

#include <algorithm>
#include <cmath>

namespace blurig {

std::vector<Raster> blurredPictures(const Array& z, std::span<const double> sigmas, int side) {
    const double scale = side / static_cast<double>(std::max(z.width(), z.height()));
    const auto reduced = [scale](std::int64_t length) {
        return std::max(1, static_cast<int>(std::lround(scale * static_cast<double>(length))));
    };
    const ComputeScope scope(1);
    const ScaleSpace space(z);
    std::vector<Raster> pictures;
    for (const double sigma : sigmas)
        pictures.push_back(scaled(renderInput(space.blurred(sigma)), reduced(z.width()), reduced(z.height())));
    return pictures;
}

} // namespace blurig
