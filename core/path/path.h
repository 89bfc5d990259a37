// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <memory>
#include <string>

namespace blurig {

// The variable in which nodes are spaced and the quadrature runs; all are 0 at the input.
enum class PathVariable {
    Log,    // u = log(1 + sigma/0.5)
    Linear, // the position itself
    Alpha,  // 2 sigma^2, the paper's
};

struct PathSample {
    Array point;     // C x H x W: gamma
    Array direction; // C x H x W: dgamma/dv = rate(v, position) * direction
};

// A path gamma from the input (position 0) to its far end, the baseline. Eq. 4 of the paper, walked backwards:
// attribution = - int_0^V dF/dgamma . dgamma/dv dv.
class Path {
public:
    virtual ~Path() = default;

    virtual std::string positionName() const = 0; // "sigma", "1 - alpha"
    virtual double farEnd() const = 0;            // greatest position
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
