// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"

#include <cassert>
#include <cmath>

namespace blurig {

namespace {
constexpr double logUnit = 0.5; // px: where the logarithmic scale turns from linear to logarithmic
}

double logScale(double sigma) {
    return std::log1p(sigma / logUnit);
}

double sigmaAtLogScale(double logScale) {
    return logUnit * std::expm1(logScale);
}

BlurPath::BlurPath(std::shared_ptr<const ScaleSpace> space, double sigmaMax)
    : m_space(std::move(space))
    , m_sigmaMax(sigmaMax) {
    assert(m_sigmaMax > 0);
}

PathDescription BlurPath::description() const {
    return {.kind = PathKind::Blur, .sigmaMax = m_sigmaMax, .axisWeights = m_space->axisWeights()};
}

PathSample BlurPath::sample(double sigma) const {
    ScaleSample sample = m_space->sample(sigma);
    return {.point = std::move(sample.blurred), .direction = std::move(sample.laplacian)};
}

Array BlurPath::point(double sigma) const {
    return m_space->blurred(sigma);
}

double BlurPath::rate(PathVariable variable, double sigma) const {
    switch (variable) {
    case PathVariable::Log:
        return sigma * (sigma + logUnit);
    case PathVariable::Linear:
        return sigma;
    case PathVariable::Alpha:
        return 0.25;
    }
    return 0;
}

double BlurPath::toVariable(PathVariable variable, double sigma) const {
    switch (variable) {
    case PathVariable::Log:
        return logScale(sigma);
    case PathVariable::Linear:
        return sigma;
    case PathVariable::Alpha:
        return 2 * sigma * sigma;
    }
    return 0;
}

double BlurPath::toPosition(PathVariable variable, double value) const {
    switch (variable) {
    case PathVariable::Log:
        return sigmaAtLogScale(value);
    case PathVariable::Linear:
        return value;
    case PathVariable::Alpha:
        return std::sqrt(value / 2);
    }
    return 0;
}

} // namespace blurig
