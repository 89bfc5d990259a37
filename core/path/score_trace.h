// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/target.h"
#include "core/path/path_position.h"
#include "core/path/path_state.h"

#include <optional>

namespace blurig {

// Where on a path's way from its far end (0) to the input (1) a position lies, in the path's natural variable:
// log(1 + sigma/0.5) of the blur path, alpha of a straight one.
double shareOfWay(const Path& path, PathPosition position);
PathPosition positionAtShare(const Path& path, double share);

// The scores at a place of a path, as its nodes tell them: no model runs.
struct TracedScore {
    double value = 0;                // F
    bool evaluated = false;          // at a node; else on the straight line between two, over the share of the way
    std::optional<ClassIndex> other; // the greatest class outside the target; none where the nodes have no scores
    double otherScore = 0;
};
TracedScore tracedScore(const PathState& state, const Target& target, PathPosition position); // a state with nodes

// The place nearest to `share` where F is `value`; where F never is, the one where it comes nearest.
struct ScoreMatch {
    double share = 0;
    bool reached = false;
};
ScoreMatch matchScore(const PathState& state, double value, double share); // a state with nodes

// The class outside the target that was the greatest of all at the node nearest to the input (the paper's second last
// label); none where the target's classes are the greatest at every node.
struct LastOther {
    ClassIndex index = 0;
    PathPosition position;
};
std::optional<LastOther> lastOther(const PathState& state, const Target& target);

} // namespace blurig
