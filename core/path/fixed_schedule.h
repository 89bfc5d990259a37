// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/integrator.h"
#include "core/path/path_sum.h"

namespace blurig {

// A cell of a fixed schedule before its nodes exist; positions stand for nodes.
struct PlannedCell {
    double from = 0; // v
    double to = 0;
    double fromNode = 0; // position
    double toNode = 0;
    std::optional<double> scoreFrom; // positions between which F's change is the cell's; none: not known
    std::optional<double> scoreTo;
};

struct FixedSchedule {
    std::vector<NodeRequest> requests; // forward passes first: both ends are always there
    std::vector<PlannedCell> cells;
};

// Nodes evenly spaced in the variable. `steps` counts gradients: on n intervals the trapezoid rule needs n + 1, one
// less where dgamma/dv is zero at the input; midpoint and left sums need n; Equal has a node at both ends and no
// intervals of its own, each node stands for a share 1/n of the path.
FixedSchedule fixedSchedule(const Path& path, PathVariable variable, Rule rule, int steps);
FixedSchedule evenTrapezoid(const Path& path, PathVariable variable, int intervals);

// Evaluates the schedule and fills the sum; `arrived` is called after every batch, before there is a map.
void runFixed(const FixedSchedule& schedule, NodeEvaluator& evaluator, PathSum& sum,
              const std::function<void()>& arrived);

} // namespace blurig
