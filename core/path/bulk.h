// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <optional>

namespace blurig {

inline constexpr double bulkShare = 0.8; // what window, commands and records call the bulk

struct PositionInterval {
    double from = 0; // towards the input
    double to = 0;
};

// Where on the path the evidence lies: the run of cells, shortest in the integration's variable, that holds at least
// `share` of the sum of |mass| over all cells. None without cells or where every mass is zero.
std::optional<PositionInterval> bulkInterval(const PathState& state, double share = bulkShare);

} // namespace blurig
