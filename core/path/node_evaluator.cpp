// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/node_evaluator.h"

#include "core/array/torch_access.h"

#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cassert>

namespace blurig {

NodeEvaluator::NodeEvaluator(const Path& path, PathVariable variable, const Explained& explained, Sink& sink,
                             const std::stop_token& stop, std::span<const std::shared_ptr<const PathNode>> known)
    : m_path(path)
    , m_variable(variable)
    , m_explained(explained)
    , m_sink(sink)
    , m_stop(stop) {
    for (const std::shared_ptr<const PathNode>& node : known)
        if (node->position >= 0 && node->position <= path.farEnd()) {
            auto copy = std::make_shared<PathNode>(*node);
            if (copy->integrand.empty() && !copy->gradient.empty())
                setIntegrand(*copy, path.sample(copy->position).direction);
            keep(std::move(copy));
        }
}

void NodeEvaluator::evaluate(std::span<const NodeRequest> requests, const std::function<void()>& arrived) {
    const std::vector<NodeRequest> pending = missing(requests);
    auto next = pending.begin();
    while (next != pending.end()) {
        const auto asked = std::chrono::steady_clock::now();
        beginBatch(m_sink, m_stop);
        m_waited += std::chrono::steady_clock::now() - asked;
        const auto otherKind =
            std::find_if(next, pending.end(), [&](const NodeRequest& r) { return r.kind != next->kind; });
        const auto end = next + std::min<std::ptrdiff_t>(otherKind - next, m_explained.model.rowsTogether());
        evaluateBatch({next, end});
        next = end;
        arrived();
    }
}

bool NodeEvaluator::needsGradient(double position) const {
    return m_path.rate(m_variable, position) != 0;
}

bool NodeEvaluator::has(const NodeRequest& request) const {
    const std::shared_ptr<const PathNode> found = node(request.position);
    return found && (request.kind == NodeKind::Forward || !found->integrand.empty());
}

std::shared_ptr<const PathNode> NodeEvaluator::node(double position) const {
    const auto found = m_nodes.find(position);
    return found == m_nodes.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<const PathNode>> NodeEvaluator::nodes() const {
    std::vector<std::shared_ptr<const PathNode>> ascending;
    for (const auto& [position, node] : m_nodes)
        ascending.push_back(node);
    return ascending;
}

Cost NodeEvaluator::cost() const {
    Cost cost = m_cost;
    cost.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin - m_waited).count();
    return cost;
}

std::vector<NodeRequest> NodeEvaluator::missing(std::span<const NodeRequest> requests) const {
    std::vector<NodeRequest> pending;
    for (NodeRequest request : requests) {
        if (!needsGradient(request.position))
            request.kind = NodeKind::Forward;
        if (!has(request))
            pending.push_back(request);
    }
    return pending;
}

void NodeEvaluator::evaluateBatch(std::span<const NodeRequest> batch) {
    if (batch.front().kind == NodeKind::Gradient)
        evaluateGradients(batch);
    else
        evaluateForward(batch);
}

void NodeEvaluator::evaluateForward(std::span<const NodeRequest> batch) {
    std::vector<Array> points;
    for (const NodeRequest& request : batch)
        points.push_back(m_path.point(request.position));
    Evaluation evaluation = m_explained.model.evaluateForward(stacked(points), m_explained.target, m_explained.score);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        auto node = std::make_shared<PathNode>();
        node->position = batch[i].position;
        node->value = evaluation.values[i];
        node->classScores = std::move(evaluation.classScores[i]);
        keep(std::move(node));
    }
    m_cost.forwards += static_cast<int>(batch.size());
}

void NodeEvaluator::evaluateGradients(std::span<const NodeRequest> batch) {
    std::vector<Array> points;
    std::vector<Array> directions;
    for (const NodeRequest& request : batch) {
        PathSample sample = m_path.sample(request.position);
        points.push_back(std::move(sample.point));
        directions.push_back(std::move(sample.direction));
    }
    Evaluation evaluation = m_explained.model.evaluate(stacked(points), m_explained.target, m_explained.score);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        auto node = std::make_shared<PathNode>();
        node->position = batch[i].position;
        node->value = evaluation.values[i];
        node->classScores = std::move(evaluation.classScores[i]);
        node->gradient = std::move(evaluation.gradients[i]);
        setIntegrand(*node, directions[i]);
        keep(std::move(node));
    }
    m_cost.gradients += static_cast<int>(batch.size());
}

void NodeEvaluator::setIntegrand(PathNode& node, const Array& direction) const {
    const double rate = m_path.rate(m_variable, node.position);
    const at::Tensor integrand = tensorOf(node.gradient).mul(tensorOf(direction)).mul_(rate);
    node.change = integrand.sum(at::kDouble).item<double>();
    node.integrand = arrayOf(integrand, node.gradient.layout());
}

void NodeEvaluator::keep(std::shared_ptr<PathNode> node) {
    if (node->integrand.empty() && !needsGradient(node->position))
        node->integrand = zeroMap();
    m_nodes[node->position] = std::move(node);
}

Array NodeEvaluator::zeroMap() {
    if (m_zeroMap.empty()) {
        const Array point = m_path.point(0);
        m_zeroMap = arrayOf(at::zeros_like(tensorOf(point)), point.layout());
    }
    return m_zeroMap;
}

} // namespace blurig
