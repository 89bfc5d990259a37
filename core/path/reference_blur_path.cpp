// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/reference_blur_path.h"

#include "core/array/torch_access.h"
#include "core/scale/reference_blur.h"

namespace blurig {

namespace {
constexpr double gradientStep = 0.01; // px, the package's grad_step
}

ReferenceBlurPath::ReferenceBlurPath(Array input, double sigmaMax)
    : m_input(std::move(input))
    , m_sigmaMax(sigmaMax) {}

PathSample ReferenceBlurPath::sample(double sigma) const {
    const Array here = referenceBlur(m_input, sigma);
    const Array further = referenceBlur(m_input, sigma + gradientStep);
    // Difference and quotient in float32, as the package has them: its rounding is part of the map.
    return {.point = here,
            .direction = arrayOf(tensorOf(further).sub(tensorOf(here)).div(gradientStep), here.layout())};
}

Array ReferenceBlurPath::point(double sigma) const {
    return referenceBlur(m_input, sigma);
}

} // namespace blurig
