// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/integrator.h"
#include "core/path/path_sum.h"

namespace blurig {

// Trapezoid on an even coarse grid, then rounds that halve the cells in greatest need, until the tolerances hold or the
// gradients are used up. Nodes depend on the request and on node values only: cells are ranked between rounds of a
// fixed size, never between batches.
class AdaptiveSchedule {
public:
    AdaptiveSchedule(const Path& path, PathVariable variable, const Integration& integration, NodeEvaluator& evaluator,
                     PathSum& sum);

    // `arrived` is called after every batch once there is a coarse map.
    Ending run(const std::function<void()>& arrived);

    double mapError() const; // estimated relative L2 error of the map so far, 0 to 1

private:
    void start();
    void refine(const std::vector<double>& cells, const std::function<void()>& arrived);
    std::vector<double> chooseCells(const Completeness& completeness) const; // their `from`, in the order of need
    void splitCell(std::size_t index, double position);
    std::size_t cellAt(double from) const;
    Completeness completeness() const;          // with the map's error
    double spent() const;                       // gradients' worth, known nodes included
    double middleOf(const SumCell& cell) const; // its position

    const Path& m_path;
    PathVariable m_variable;
    Integration m_integration;
    NodeEvaluator& m_evaluator;
    PathSum& m_sum;
    int m_gradients = 0;
    int m_forwards = 0;
};

} // namespace blurig
