// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"

namespace blurig {

// The path of the Python package `saliency` 0.2.1, weaknesses included: Gaussian of radius int(4 sigma + 0.5) with zero
// border, axis H then W, weights and sums in double and float32 stored after each axis; direction = (L(sigma + 0.01) -
// L(sigma)) / 0.01 in float32; sigma = 0 is the input itself. PathVariable::Linear only.
class ReferenceBlurPath final : public Path {
public:
    ReferenceBlurPath(Array input, double sigmaMax);

    PathDescription description() const override { return {.kind = PathKind::ReferenceBlur, .sigmaMax = m_sigmaMax}; }
    double farEnd() const override { return m_sigmaMax; }
    PathVariable naturalVariable() const override { return PathVariable::Linear; }
    PathSample sample(double sigma) const override;
    Array point(double sigma) const override;

private:
    Array m_input;
    double m_sigmaMax;
};

} // namespace blurig
