// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/accumulation.h"

#include "core/array/torch_access.h"
#include "core/wide_vectors.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

constexpr std::size_t cellsApart = 8; // of two kept sums: an access reads about as many integrands

// In float64.
BLURIG_WIDE_VECTORS void addScaled(const float* values, double weight, std::int64_t size, double* sums) {
    for (std::int64_t i = 0; i < size; ++i)
        sums[i] += weight * static_cast<double>(values[i]);
}

// base + sum over nodes of weight * integrand: every integrand is read once, block by block, in float64.
Array weightedSum(const Array& base, const PathState& state, const std::map<std::size_t, double>& weights) {
    constexpr std::int64_t block = 2048; // 16 KiB of sums: they stay in the first cache
    const ArrayLayout& layout = state.attribution.layout();
    const std::int64_t count = layout.elements();
    const at::Tensor start = base.empty() ? at::Tensor() : tensorOf(base).contiguous();
    std::vector<std::pair<at::Tensor, double>> terms;
    for (const auto& [node, weight] : weights)
        terms.emplace_back(tensorOf(state.nodes[node]->integrand).contiguous(), weight);

    at::Tensor result = at::empty(tensorOf(state.attribution).sizes(), at::kFloat);
    float* out = result.data_ptr<float>();
    std::array<double, block> sums{};
    for (std::int64_t from = 0; from < count; from += block) {
        const std::int64_t size = std::min(block, count - from);
        sums.fill(0);
        if (start.defined())
            addScaled(start.data_ptr<float>() + from, 1, size, sums.data());
        for (const auto& [integrand, weight] : terms)
            addScaled(integrand.data_ptr<float>() + from, weight, size, sums.data());
        for (std::int64_t i = 0; i < size; ++i)
            out[from + i] = static_cast<float>(sums[static_cast<std::size_t>(i)]);
    }
    return arrayOf(std::move(result), layout);
}

} // namespace

Accumulation::Accumulation(std::shared_ptr<const PathState> state)
    : m_state(std::move(state)) {
    assert(!m_state->cells.empty());
    m_kept.resize(m_state->cells.size() / cellsApart + 1);
}

Array Accumulation::at(double position) {
    if (position <= 0)
        return m_state->attribution;
    const std::vector<PathCell>& cells = m_state->cells;
    const double v = m_state->path->toVariable(m_state->variable, position);
    const auto above = std::partition_point(cells.begin(), cells.end(), [v](const PathCell& c) { return c.to <= v; });
    if (position >= m_state->path->farEnd() || above == cells.end())
        return arrayOf(at::zeros_like(tensorOf(m_state->attribution)), m_state->attribution.layout());

    // The integral of the line from v to the cell's far side: its two ends weigh (to - v) (1 -+ share) / 2.
    const double rest = above->to - std::max(v, above->from);
    const double share = rest / (above->to - above->from);
    Weights weights;
    weights[above->fromNode] -= rest * share / 2;
    weights[above->toNode] -= rest * (2 - share) / 2;
    const auto next = static_cast<std::size_t>(above - cells.begin()) + 1;
    const Array base = sumFrom(next, weights);
    return weightedSum(base, *m_state, weights);
}

Array Accumulation::between(double from, double to) {
    return arrayOf(tensorOf(endAt(from, 0)).sub(tensorOf(endAt(to, 1))), m_state->attribution.layout());
}

const Array& Accumulation::endAt(double position, std::size_t end) {
    auto& [known, map] = m_ends[end];
    if (map.empty() || known != position) {
        map = at(position);
        known = position;
    }
    return map;
}

// The kept sum that begins at or above the cell; the cells before it go into the weights. Which sums are kept does not
// depend on what was asked before, so nor do the bits.
Array Accumulation::sumFrom(std::size_t cell, Weights& weights) {
    const std::vector<PathCell>& cells = m_state->cells;
    const std::size_t place = (cell + cellsApart - 1) / cellsApart;
    const std::size_t begin = std::min(place * cellsApart, cells.size());
    for (std::size_t i = cell; i < begin; ++i) {
        const double half = (cells[i].to - cells[i].from) / 2;
        weights[cells[i].fromNode] -= half;
        weights[cells[i].toNode] -= half;
    }
    if (begin == cells.size())
        return {};
    if (m_kept[place].empty()) {
        Weights own;
        const Array base = sumFrom(begin + 1, own);
        const double half = (cells[begin].to - cells[begin].from) / 2;
        own[cells[begin].fromNode] -= half;
        own[cells[begin].toNode] -= half;
        m_kept[place] = weightedSum(base, *m_state, own);
    }
    return m_kept[place];
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
