// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/causality_paths.h"

#include "core/methods/baseline.h"
#include "core/path/blur_path.h"
#include "core/path/straight_path.h"

#include <algorithm>

namespace blurig {

std::shared_ptr<const Path> makePath(CausalityPath kind, const Array& input, std::uint64_t seed) {
    if (kind == CausalityPath::Blur) {
        const auto& axes = input.layout().axes;
        const std::int64_t side = std::ranges::max(axes, {}, &Axis::size).size;
        return std::make_shared<const BlurPath>(std::make_shared<const ScaleSpace>(input),
                                                static_cast<double>(side) / 4);
    }
    const char* baseline = kind == CausalityPath::Black ? "black" : "random";
    return std::make_shared<const StraightPath>(input, makeBaselines(baseline, input, 1, seed, {}).front().image);
}

} // namespace blurig
