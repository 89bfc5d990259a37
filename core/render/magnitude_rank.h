// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>

namespace blurig {

// Internal to render. The magnitude that `rank` of the values' magnitudes come before when sorted: exact, and several
// times faster than std::nth_element. rank < values.size(); no NaN.
float magnitudeOfRank(std::span<const float> values, std::size_t rank);

} // namespace blurig
