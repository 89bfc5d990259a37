// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"

namespace blurig {

// The path of a Gaussian whose kernel is sampled at the pixels, cut at some sigmas and normalised, as most programs
// blur: beyond the border mirrored, or zero. Its direction is the derivative in sigma of the kernel itself.
class SampledBlurPath final : public Path {
public:
    enum class Border { Mirrored, Zero };
    SampledBlurPath(Array input, double sigmaMax, double cut, Border border); // cut: in sigmas

    PathDescription description() const override { return {.kind = PathKind::ReferenceBlur, .sigmaMax = m_sigmaMax}; }
    double farEnd() const override { return m_sigmaMax; }
    PathVariable naturalVariable() const override { return PathVariable::Log; }
    PathSample sample(double sigma) const override; // the direction is dL/dsigma
    double rate(PathVariable variable, double sigma) const override;
    double toVariable(PathVariable variable, double sigma) const override;
    double toPosition(PathVariable variable, double value) const override;
    bool has(PathVariable variable) const override { return variable != PathVariable::Alpha; }

private:
    Array m_input;
    double m_sigmaMax;
    double m_cut;
    Border m_border;
};

} // namespace blurig
