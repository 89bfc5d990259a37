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
    return arrayOf(tensorOf(m_input).add(tensorOf(m_direction), position), m_input.layout());
}

} // namespace blurig
