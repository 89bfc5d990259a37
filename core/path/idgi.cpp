// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/idgi.h"

#include "core/array/torch_access.h"

#include <ATen/ops/full_like.h>
#include <ATen/ops/zeros_like.h>

#include <set>

namespace blurig {

namespace {

// Nodes that the quadrature uses, and both ends: neighbours are a step apart. Others (earlier probes) stay unused.
std::vector<std::size_t> stepNodes(const PathState& state) {
    std::set<std::size_t> used = {0, state.nodes.size() - 1};
    for (const PathCell& cell : state.cells) {
        used.insert(cell.fromNode);
        used.insert(cell.toNode);
    }
    return {used.begin(), used.end()};
}

// g^2 / sum g^2 in float64; undefined where there is no gradient or it is zero.
at::Tensor shares(const PathNode& node) {
    if (node.gradient.empty())
        return {};
    const at::Tensor squares = tensorOf(node.gradient).to(at::kDouble).square();
    const double sum = squares.sum().item<double>();
    return sum > 0 ? squares.div(sum) : at::Tensor();
}

std::shared_ptr<const PathNode> stepNode(const PathNode& begin, const PathNode& end, double width,
                                         const Array& anyMap) {
    at::Tensor share = shares(begin);
    if (!share.defined())
        share = shares(end);
    if (!share.defined())
        share = at::full_like(tensorOf(anyMap), 1.0 / static_cast<double>(anyMap.layout().elements()), at::kDouble);
    auto node = std::make_shared<PathNode>(begin);
    // A map is minus the integral towards the far end.
    node->change = (begin.value - end.value) / width;
    node->integrand = arrayOf(share.mul(node->change).to(at::kFloat), anyMap.layout());
    return node;
}

} // namespace

std::shared_ptr<const PathState> Idgi::sharedOut(const std::shared_ptr<const PathState>& state) {
    auto result = std::make_shared<PathState>(*state);
    result->completeness.mapError.reset();
    result->completeness.exactByConstruction = true;
    if (state->cells.empty())
        return result;

    const std::vector<std::size_t> nodes = stepNodes(*state);
    const auto variableAt = [&](std::size_t node) {
        return state->path->toVariable(state->variable, state->nodes[node]->position);
    };
    at::Tensor map = at::zeros_like(tensorOf(state->attribution), at::kDouble);
    std::map<std::pair<Node, Node>, Node> steps;
    result->cells.clear();
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
        const Node& end = state->nodes[nodes[i]];
        const Node& begin = state->nodes[nodes[i + 1]];
        PathCell cell{.from = variableAt(nodes[i]),
                      .to = variableAt(nodes[i + 1]),
                      .fromNode = nodes[i + 1],
                      .toNode = nodes[i + 1]};
        cell.mass = end->value - begin->value;
        cell.scoreChange = cell.mass;
        const double width = cell.to - cell.from;
        const auto known = m_steps.find({begin, end});
        const Node step = known == m_steps.end() ? stepNode(*begin, *end, width, state->attribution) : known->second;
        steps[{begin, end}] = step;
        result->nodes[nodes[i + 1]] = step;
        map.add_(tensorOf(step->integrand), -width);
        result->cells.push_back(cell);
    }
    m_steps = std::move(steps);
    result->completeness.sum = map.sum().item<double>();
    result->attribution = arrayOf(map.to(at::kFloat), state->attribution.layout());
    return result;
}

} // namespace blurig
