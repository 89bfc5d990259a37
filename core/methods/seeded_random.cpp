// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/seeded_random.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace blurig {

double SeededRandom::uniform() {
    return static_cast<double>(m_generator() >> 11) * 0x1p-53;
}

double SeededRandom::gaussian() {
    if (m_second)
        return *std::exchange(m_second, std::nullopt);
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    const double angle = 2 * std::numbers::pi * uniform();
    m_second = radius * std::sin(angle);
    return radius * std::cos(angle);
}

} // namespace blurig
