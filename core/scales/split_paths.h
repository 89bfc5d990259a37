// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/explain.h"

#include <memory>
#include <vector>

namespace blurig {

// The straight path from black of which the input is the only node, with dF/dz there: gradient x input as something
// that octaveSplit() takes apart.
std::shared_ptr<const PathState> oneNodePath(const Array& input, const Array& gradient);

// The paths whose steps octaveSplit() takes apart: those of the run; of gradient x input, which has none, the one of
// one node, for which a gradient is computed. Throws Error, or Cancelled.
std::vector<std::shared_ptr<const PathState>> splitPaths(const Explanation& explanation, Sink& sink,
                                                         const std::stop_token& stop = {});

} // namespace blurig
