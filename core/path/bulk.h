// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <array>
#include <optional>

namespace blurig {

inline constexpr double bulkShare = 0.8;                     // what window, commands and records call the bulk
inline constexpr std::array bulkShares{0.5, bulkShare, 0.9}; // where several are told

struct PositionInterval {
    double from = 0; // towards the input
    double to = 0;
};

// Where on the path the score changes: the interval, shortest in the integration's variable v, that holds `share` of
// the integral of |dF/dv|, which is linear between two nodes as the quadrature has it. Of equally short ones the
// nearest to the input. None without cells or where F changes nowhere.
std::optional<PositionInterval> bulkInterval(const PathState& state, double share = bulkShare);

} // namespace blurig
