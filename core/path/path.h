// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <memory>
#include <string_view>
#include <vector>

namespace blurig {

// The variable in which nodes are spaced and the quadrature runs; all are 0 at the input.
enum class PathVariable {
    Log,    // u = log(1 + sigma/0.5)
    Linear, // the position itself
    Alpha,  // 2 sigma^2, the paper's
};

enum class PathKind {
    Blur,          // of the discrete scale space
    ReferenceBlur, // as the Python package `saliency` blurs
    Straight,      // IG's
};
bool isOverSigma(PathKind kind);                // its position is sigma in model pixels
std::string_view positionNameOf(PathKind kind); // "sigma", "1 - alpha"

// What makes a path of an input; two with equal descriptions are one path.
struct PathDescription {
    PathKind kind = PathKind::Blur;
    double sigmaMax = 0;                  // of the blurs, model pixels
    Array baseline = {};                  // of a straight one; layout of the input
    std::vector<double> axisWeights = {}; // of Blur: one a spatial axis, 1 to blur it and 0 to leave it; empty: all 1
};
// Whether one is the other as far as both go: blur paths of one input differ in their far end only.
bool sameRoute(const PathDescription& a, const PathDescription& b);

struct PathSample {
    Array point;     // C x H x W: gamma
    Array direction; // C x H x W: dgamma/dv = rate(v, position) * direction
};

// A path gamma from the input (position 0) to its far end, the baseline. Eq. 4 of the paper, walked backwards:
// attribution = - int_0^V dF/dgamma . dgamma/dv dv.
class Path {
public:
    virtual ~Path() = default;

    virtual PathDescription description() const = 0;
    virtual double farEnd() const = 0; // greatest position
    virtual PathVariable naturalVariable() const = 0;
    virtual PathSample sample(double position) const = 0;
    virtual Array point(double position) const { return sample(position).point; } // what a forward pass needs

    // Linear only, unless a path knows better; a variable that a path lacks is a programming error.
    virtual double rate(PathVariable variable, double position) const;
    virtual double toVariable(PathVariable variable, double position) const;
    virtual double toPosition(PathVariable variable, double value) const;
    virtual bool has(PathVariable variable) const;
};

} // namespace blurig
