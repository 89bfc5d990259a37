// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <vector>

namespace blurig {

// Of each class, over all nodes of a path.
std::vector<float> greatestScores(const PathState& state);

} // namespace blurig
