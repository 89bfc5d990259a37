// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/node_evaluator.h"
#include "core/path/path_state.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// One cell of the running quadrature. Both nodes are the same one where the integrand counts as constant.
struct SumCell {
    double from = 0; // v
    double to = 0;
    std::shared_ptr<const PathNode> fromNode;
    std::shared_ptr<const PathNode> toNode;
    std::optional<double> scoreChange;
    double mass = 0; // set by PathSum
    // Set by the adaptive schedule: the estimated L2 norm of the error of this cell's part of the map, and the cell's
    // share of what the node that made it changed in the map.
    double error = 0;
    double correction = 0;

    double width() const { return to - from; }
    std::optional<double> gap() const;
};

// The map of a quadrature in float64, kept up to date cell by cell: attribution = - sum of width * (g_from + g_to) / 2.
class PathSum {
public:
    PathSum(std::shared_ptr<const Path> path, PathVariable variable);

    void add(SumCell cell); // the next one towards the far end

    // Puts a node amid a trapezoid cell: the cell and a new one after it share its range. Returns the L2 norm of what
    // that changed in the map, |h/4 (g_from - 2 g_middle + g_to)|.
    double split(std::size_t cell, const std::shared_ptr<const PathNode>& middle);

    const std::vector<SumCell>& cells() const { return m_cells; }
    SumCell& cell(std::size_t index) { return m_cells[index]; }
    double norm() const; // L2, of the map

    Completeness completeness(const NodeEvaluator& evaluator) const;
    // Without cells, a state without a map. The ending is Running.
    PathState state(const NodeEvaluator& evaluator) const;

private:
    double mass(const SumCell& cell) const;

    std::shared_ptr<const Path> m_path;
    PathVariable m_variable;
    std::vector<SumCell> m_cells;
    at::Tensor m_map; // float64
};

double norm(const at::Tensor& tensor); // L2, summed in float64

} // namespace blurig
