// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/straight_path.h"

#include "core/array/torch_access.h"

#include <cassert>

namespace blurig {

StraightPath::StraightPath(Array input, Array baseline)
    : m_input(std::move(input))
    , m_baseline(std::move(baseline))
    , m_direction(arrayOf(tensorOf(m_baseline).sub(tensorOf(m_input)), m_input.layout())) {
    assert(m_input.layout() == m_baseline.layout());
}

PathSample StraightPath::sample(double position) const {
    return {.point = point(position), .direction = m_direction};
}

Array StraightPath::point(double position) const {
    if (position == 0)
        return m_input;
    if (position == 1)
        return m_baseline;
    // From the baseline, as other programs round it: ReLU's kinks magnify one step of rounding to 0.07 % of a map.
    const double alpha = 1 - position;
    return arrayOf(tensorOf(m_direction).mul(-alpha).add(tensorOf(m_baseline)), m_input.layout());
}

} // namespace blurig
