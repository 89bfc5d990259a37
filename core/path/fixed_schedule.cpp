// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/fixed_schedule.h"

#include "core/path/even_grid.h"

#include <algorithm>

namespace blurig {

namespace {

FixedSchedule midpoint(const Path& path, PathVariable variable, int steps) {
    const EvenGrid grid = evenGrid(path, variable, std::max(1, steps));
    FixedSchedule schedule;
    for (const double position : grid.positions)
        schedule.requests.push_back({position, NodeKind::Forward});
    for (std::size_t i = 0; i + 1 < grid.values.size(); ++i) {
        const double middle = path.toPosition(variable, (grid.values[i] + grid.values[i + 1]) / 2);
        schedule.requests.push_back({middle, NodeKind::Gradient});
        schedule.cells.push_back({.from = grid.values[i],
                                  .to = grid.values[i + 1],
                                  .fromNode = middle,
                                  .toNode = middle,
                                  .scoreFrom = grid.positions[i],
                                  .scoreTo = grid.positions[i + 1]});
    }
    return schedule;
}

FixedSchedule leftSum(const Path& path, PathVariable variable, int steps) {
    const EvenGrid grid = evenGrid(path, variable, std::max(1, steps));
    FixedSchedule schedule;
    schedule.requests.push_back({grid.positions.back(), NodeKind::Forward});
    for (std::size_t i = 0; i + 1 < grid.values.size(); ++i) {
        schedule.requests.push_back({grid.positions[i], NodeKind::Gradient});
        schedule.cells.push_back({.from = grid.values[i],
                                  .to = grid.values[i + 1],
                                  .fromNode = grid.positions[i],
                                  .toNode = grid.positions[i],
                                  .scoreFrom = grid.positions[i],
                                  .scoreTo = grid.positions[i + 1]});
    }
    return schedule;
}

FixedSchedule equalWeights(const Path& path, PathVariable variable, int steps) {
    const EvenGrid nodes = evenGrid(path, variable, std::max(1, steps - 1));
    const EvenGrid shares = evenGrid(path, variable, static_cast<int>(nodes.positions.size()));
    FixedSchedule schedule;
    for (std::size_t i = 0; i < nodes.positions.size(); ++i) {
        schedule.requests.push_back({nodes.positions[i], NodeKind::Gradient});
        schedule.cells.push_back({.from = shares.values[i],
                                  .to = shares.values[i + 1],
                                  .fromNode = nodes.positions[i],
                                  .toNode = nodes.positions[i],
                                  .scoreFrom = {},
                                  .scoreTo = {}});
    }
    return schedule;
}

} // namespace

FixedSchedule evenTrapezoid(const Path& path, PathVariable variable, int intervals) {
    const EvenGrid grid = evenGrid(path, variable, intervals);
    FixedSchedule schedule;
    for (const double position : grid.positions)
        schedule.requests.push_back({position, NodeKind::Gradient});
    for (std::size_t i = 0; i + 1 < grid.values.size(); ++i)
        schedule.cells.push_back({.from = grid.values[i],
                                  .to = grid.values[i + 1],
                                  .fromNode = grid.positions[i],
                                  .toNode = grid.positions[i + 1],
                                  .scoreFrom = grid.positions[i],
                                  .scoreTo = grid.positions[i + 1]});
    return schedule;
}

FixedSchedule fixedSchedule(const Path& path, PathVariable variable, Rule rule, int steps) {
    switch (rule) {
    case Rule::Trapezoid:
        return evenTrapezoid(path, variable, std::max(1, path.rate(variable, 0) == 0 ? steps : steps - 1));
    case Rule::Midpoint:
        return midpoint(path, variable, steps);
    case Rule::Left:
        return leftSum(path, variable, steps);
    case Rule::Equal:
        return equalWeights(path, variable, steps);
    }
    return {};
}

void runFixed(const FixedSchedule& schedule, NodeEvaluator& evaluator, PathSum& sum,
              const std::function<void()>& arrived) {
    evaluator.evaluate(schedule.requests, arrived);
    for (const PlannedCell& planned : schedule.cells) {
        SumCell cell{.from = planned.from,
                     .to = planned.to,
                     .fromNode = evaluator.node(planned.fromNode),
                     .toNode = evaluator.node(planned.toNode),
                     .scoreChange = {}};
        if (planned.scoreFrom && planned.scoreTo)
            cell.scoreChange = evaluator.node(*planned.scoreFrom)->value - evaluator.node(*planned.scoreTo)->value;
        sum.add(std::move(cell));
    }
}

} // namespace blurig
