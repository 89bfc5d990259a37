// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"

namespace blurig {

// IG's path (eq. 1): gamma = z + t (z' - z), position t = 1 - alpha, direction = z' - z.
class StraightPath final : public Path {
public:
    StraightPath(Array input, Array baseline); // equal layouts

    PathDescription description() const override { return {.kind = PathKind::Straight, .baseline = m_baseline}; }
    double farEnd() const override { return 1.0; }
    PathVariable naturalVariable() const override { return PathVariable::Linear; }
    PathSample sample(double position) const override;
    Array point(double position) const override;

private:
    Array m_input;
    Array m_baseline;
    Array m_direction;
};

} // namespace blurig
