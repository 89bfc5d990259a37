// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/path.h"

#include <algorithm>
#include <cassert>

namespace blurig {

bool isOverSigma(PathKind kind) {
    return kind != PathKind::Straight;
}

std::string_view positionNameOf(PathKind kind) {
    return isOverSigma(kind) ? "sigma" : "1 - alpha";
}

bool sameRoute(const PathDescription& a, const PathDescription& b) {
    if (a.kind != b.kind)
        return false;
    if (a.kind == PathKind::Straight)
        return std::ranges::equal(a.baseline.host(), b.baseline.host());
    return a.axisWeights == b.axisWeights;
}

double Path::rate([[maybe_unused]] PathVariable variable, double /*position*/) const {
    assert(variable == PathVariable::Linear);
    return 1.0;
}

double Path::toVariable([[maybe_unused]] PathVariable variable, double position) const {
    assert(variable == PathVariable::Linear);
    return position;
}

double Path::toPosition([[maybe_unused]] PathVariable variable, double value) const {
    assert(variable == PathVariable::Linear);
    return value;
}

bool Path::has(PathVariable variable) const {
    return variable == PathVariable::Linear;
}

} // namespace blurig
