// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/node_table.h"

#include "core/evaluate/csv_cells.h"
#include "core/model/class_ranking.h"
#include "core/path/greatest_scores.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace {

// The index comes first, so that no stranger's name begins a cell: spreadsheets run "=...".
std::string classHeading(ClassIndex index, const ModelCard& card) {
    return csvCell(fmt::format("{} {}", index, className(index, card)));
}

std::string intervalCells(const PathState& state, std::size_t node) {
    const auto cell = std::ranges::find(state.cells, node, &PathCell::fromNode);
    if (cell == state.cells.end())
        return ",,,";
    // Between two nodes the ends are theirs to the last digit; else (midpoint, left rule) the quadrature's.
    const bool between = cell->fromNode != cell->toNode;
    const double from =
        between ? state.nodes[cell->fromNode]->position : state.path->toPosition(state.variable, cell->from);
    const double to = between ? state.nodes[cell->toNode]->position : state.path->toPosition(state.variable, cell->to);
    return fmt::format(",{},{},{},{}", from, to, cell->mass, cell->gap() ? fmt::format("{}", *cell->gap()) : "");
}

} // namespace

std::string nodeTable(const Explanation& explanation, std::size_t classCount) {
    const PathState& state = *explanation.state->paths.front();
    const std::vector<ClassIndex> classes = bestClasses(greatestScores(state), classCount);
    std::string text = fmt::format("{},kind,score", positionNameOf(state.path->description().kind));
    for (const ClassIndex index : classes)
        text += fmt::format(",{}", classHeading(index, explanation.subject.model->card));
    text += ",interval_from,interval_to,interval_mass,interval_gap\n";
    for (std::size_t index = 0; index < state.nodes.size(); ++index) {
        const PathNode& node = *state.nodes[index];
        text += fmt::format("{},{},{}", node.position, node.gradient.empty() ? "forward" : "gradient", node.value);
        for (const ClassIndex shown : classes)
            text += node.classScores.empty()
                        ? ","
                        : fmt::format(",{}", node.classScores.host()[static_cast<std::size_t>(shown)]);
        text += intervalCells(state, index);
        text += '\n';
    }
    return text;
}

} // namespace blurig
