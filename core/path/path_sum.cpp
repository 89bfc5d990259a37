// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/path_sum.h"

#include "core/array/torch_access.h"

#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

std::size_t indexOf(const PathNode& node, const std::vector<std::shared_ptr<const PathNode>>& ascending) {
    const auto found = std::lower_bound(ascending.begin(), ascending.end(), node.position,
                                        [](const auto& other, double position) { return other->position < position; });
    assert(found != ascending.end() && (*found)->position == node.position);
    return static_cast<std::size_t>(found - ascending.begin());
}

} // namespace

double norm(const at::Tensor& tensor) {
    return at::linalg_vector_norm(tensor, 2, {}, false, at::kDouble).item<double>();
}

std::optional<double> SumCell::gap() const {
    if (!scoreChange)
        return std::nullopt;
    return std::abs(mass - *scoreChange);
}

PathSum::PathSum(std::shared_ptr<const Path> path, PathVariable variable)
    : m_path(std::move(path))
    , m_variable(variable) {}

double PathSum::mass(const SumCell& cell) const {
    return -cell.width() * (cell.fromNode->change + cell.toNode->change) / 2;
}

void PathSum::add(SumCell cell) {
    if (!m_map.defined())
        m_map = at::zeros_like(tensorOf(cell.fromNode->integrand), at::kDouble);
    cell.mass = mass(cell);
    m_map.add_(tensorOf(cell.fromNode->integrand), -cell.width() / 2);
    m_map.add_(tensorOf(cell.toNode->integrand), -cell.width() / 2);
    m_cells.push_back(std::move(cell));
}

double PathSum::split(std::size_t index, const std::shared_ptr<const PathNode>& middle) {
    SumCell& cell = m_cells[index];
    // New minus old part of the map: -h/4 (g_a + 2 g_m + g_b) + h/2 (g_a + g_b).
    at::Tensor correction = tensorOf(cell.fromNode->integrand).to(at::kDouble);
    correction.add_(tensorOf(cell.toNode->integrand));
    correction.add_(tensorOf(middle->integrand), -2);
    correction.mul_(cell.width() / 4);
    m_map.add_(correction);

    SumCell after = cell;
    after.from = cell.to = cell.from + cell.width() / 2;
    after.fromNode = cell.toNode = middle;
    for (SumCell* part : {&cell, &after}) {
        part->scoreChange = part->fromNode->value - part->toNode->value;
        part->mass = mass(*part);
    }
    m_cells.insert(m_cells.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(after));
    return blurig::norm(correction);
}

double PathSum::norm() const {
    return blurig::norm(m_map);
}

Completeness PathSum::completeness(const NodeEvaluator& evaluator) const {
    Completeness completeness;
    if (const auto input = evaluator.node(0))
        completeness.scoreInput = input->value;
    if (const auto farEnd = evaluator.node(m_path->farEnd()))
        completeness.scoreStart = farEnd->value;
    if (m_map.defined())
        completeness.sum = m_map.sum().item<double>();
    return completeness;
}

PathState PathSum::state(const NodeEvaluator& evaluator) const {
    PathState state;
    state.path = m_path;
    state.variable = m_variable;
    state.nodes = evaluator.nodes();
    state.completeness = completeness(evaluator);
    state.cost = evaluator.cost();
    for (const SumCell& cell : m_cells)
        state.cells.push_back({.from = cell.from,
                               .to = cell.to,
                               .fromNode = indexOf(*cell.fromNode, state.nodes),
                               .toNode = indexOf(*cell.toNode, state.nodes),
                               .mass = cell.mass,
                               .scoreChange = cell.scoreChange});
    if (!m_cells.empty())
        state.attribution = arrayOf(m_map.to(at::kFloat), m_cells.front().fromNode->integrand.layout());
    return state;
}

} // namespace blurig
