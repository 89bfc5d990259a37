// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"
#include "core/scale/scale_space.h"

namespace blurig {

// gamma = L(., sigma), direction = lap L; position = sigma in model pixels, from 0 to sigmaMax.
// dL/dsigma = sigma lap L, dL/dalpha = lap L / 4, dL/du = sigma (sigma + 0.5) lap L.
class BlurPath final : public Path {
public:
    BlurPath(std::shared_ptr<const ScaleSpace> space, double sigmaMax);

    PathDescription description() const override;
    double farEnd() const override { return m_sigmaMax; }
    PathVariable naturalVariable() const override { return PathVariable::Log; }
    PathSample sample(double sigma) const override;
    Array point(double sigma) const override;
    double rate(PathVariable variable, double sigma) const override;
    double toVariable(PathVariable variable, double sigma) const override;
    double toPosition(PathVariable variable, double value) const override;
    bool has(PathVariable) const override { return true; }
    const ScaleSpace& space() const { return *m_space; }

private:
    std::shared_ptr<const ScaleSpace> m_space;
    double m_sigmaMax;
};

// The slider's and the log schedule's coordinate.
double logScale(double sigma);           // log(1 + sigma/0.5)
double sigmaAtLogScale(double logScale); // its inverse

} // namespace blurig
