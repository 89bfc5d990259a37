// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/smoothing.h"

#include "core/scale/scale_space.h"

#include <algorithm>

namespace blurig {

Array smoothed(const Array& plane, double pixels) {
    if (plane.empty() || !(pixels > 0))
        return plane;
    const auto side = static_cast<double>(std::max(plane.width(), plane.height()));
    return ScaleSpace(plane).blurred(pixels * side / 224);
}

} // namespace blurig
