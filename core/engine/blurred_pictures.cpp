// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/blurred_pictures.h"

#include "core/model/compute_scope.h"
#include "core/render/map_render.h"
#include "core/render/upright.h"
#include "core/scale/scale_space.h"

#include <algorithm>
#include <cmath>

namespace blurig {

std::vector<Raster> blurredPictures(const Array& z, const std::vector<double>& axisWeights,
                                    std::span<const double> sigmas, int side) {
    const Array drawn = upright(z);
    const double scale = side / static_cast<double>(std::max(drawn.width(), drawn.height()));
    const auto reduced = [scale](std::int64_t length) {
        return std::max(1, static_cast<int>(std::lround(scale * static_cast<double>(length))));
    };
    const ComputeScope scope(1);
    const ScaleSpace space(z, axisWeights);
    std::vector<Raster> pictures;
    for (const double sigma : sigmas)
        pictures.push_back(
            scaled(renderInput(upright(space.blurred(sigma))), reduced(drawn.width()), reduced(drawn.height())));
    return pictures;
}

} // namespace blurig
