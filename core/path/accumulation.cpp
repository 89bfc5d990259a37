// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/accumulation.h"

#include "core/array/torch_access.h"

#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

Accumulation::Accumulation(std::shared_ptr<const PathState> state)
    : m_state(std::move(state)) {
    assert(!m_state->cells.empty());
    const std::vector<PathCell>& cells = m_state->cells;
    const ArrayLayout& layout = m_state->attribution.layout();
    at::Tensor running = at::zeros_like(tensorOf(m_state->attribution), at::kDouble);
    m_sums.resize(cells.size());
    for (std::size_t i = cells.size(); i-- > 0;) {
        const PathCell& cell = cells[i];
        const double half = (cell.to - cell.from) / 2;
        running.add_(tensorOf(m_state->nodes[cell.fromNode]->integrand), -half);
        running.add_(tensorOf(m_state->nodes[cell.toNode]->integrand), -half);
        m_sums[i] = arrayOf(running.to(at::kFloat), layout);
    }
}

Array Accumulation::at(double position) const {
    if (position <= 0)
        return m_state->attribution;
    const std::vector<PathCell>& cells = m_state->cells;
    const ArrayLayout& layout = m_state->attribution.layout();
    if (position >= m_state->path->farEnd())
        return arrayOf(at::zeros_like(tensorOf(m_state->attribution)), layout);
    const double v = m_state->path->toVariable(m_state->variable, position);
    const auto above = std::partition_point(cells.begin(), cells.end(), [v](const PathCell& c) { return c.to <= v; });
    if (above == cells.end())
        return arrayOf(at::zeros_like(tensorOf(m_state->attribution)), layout);
    const auto i = static_cast<std::size_t>(above - cells.begin());
    if (v <= above->from)
        return m_sums[i];

    // The integral of the line from v to the cell's far side: its two ends weigh (to - v) (1 -+ share) / 2.
    const double rest = above->to - v;
    const double share = rest / (above->to - above->from);
    const at::Tensor from = tensorOf(m_state->nodes[above->fromNode]->integrand);
    const at::Tensor to = tensorOf(m_state->nodes[above->toNode]->integrand);
    at::Tensor sum = i + 1 < m_sums.size() ? tensorOf(m_sums[i + 1]).clone() : at::zeros_like(from);
    sum.add_(from, -rest * share / 2);
    sum.add_(to, -rest * (2 - share) / 2);
    return arrayOf(std::move(sum), layout);
}

std::shared_ptr<const PathNode> nearestGradient(const PathState& state, double position) {
    const double v = state.path->toVariable(state.variable, position);
    std::shared_ptr<const PathNode> nearest;
    double least = 0;
    for (const std::shared_ptr<const PathNode>& node : state.nodes) {
        if (node->gradient.empty())
            continue;
        const double distance = std::abs(state.path->toVariable(state.variable, node->position) - v);
        if (!nearest || distance < least) {
            nearest = node;
            least = distance;
        }
    }
    return nearest;
}

} // namespace blurig
