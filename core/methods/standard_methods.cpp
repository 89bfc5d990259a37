// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/standard_methods.h"

#include "core/methods/blur_ig.h"
#include "core/methods/grad_cam.h"
#include "core/methods/gradient.h"
#include "core/methods/gradient_x_input.h"
#include "core/methods/guided_ig.h"
#include "core/methods/integrated_gradients.h"
#include "core/methods/smooth_grad.h"
#include "core/methods/xrai.h"

#include <array>
#include <tuple>

namespace blurig {

namespace {

template <typename... Each> std::span<const Method* const> oneOfEach() {
    static const std::tuple<Each...> made;
    static const std::array<const Method*, sizeof...(Each)> list{&std::get<Each>(made)...};
    return list;
}

} // namespace

std::span<const Method* const> standardMethods() {
    // clang-format off
    return oneOfEach<
        BlurIg,
        IntegratedGradients,
        GuidedIg,
        Gradient,
        GradientXInput,
        SmoothGrad,
        GradCam,
        Xrai
    >();
    // clang-format on
}

} // namespace blurig
