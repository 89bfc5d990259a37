// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/path.h"

#include <cassert>

namespace blurig {

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
