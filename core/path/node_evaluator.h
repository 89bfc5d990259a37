// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/explained.h"
#include "core/path/path_state.h"
#include "core/path/sink.h"

#include <chrono>
#include <functional>
#include <map>
#include <span>
#include <stop_token>

namespace blurig {

enum class NodeKind { Forward, Gradient };

struct NodeRequest {
    double position = 0;
    NodeKind kind = NodeKind::Gradient;
};

// Runs the model at positions of a path, in batches of the size that the sink allows, and keeps what came out.
class NodeEvaluator {
public:
    // Throws nothing; `known` nodes outside the path are left out, integrands that they lack are made anew.
    NodeEvaluator(const Path& path, PathVariable variable, const Explained& explained, Sink& sink,
                  const std::stop_token& stop, std::span<const std::shared_ptr<const PathNode>> known);

    // Evaluates those that are not known yet, in the order given; `arrived` is called after every batch. A gradient is
    // replaced by a forward pass where dgamma/dv is zero. Throws Cancelled before a batch once the stop token is set.
    void evaluate(std::span<const NodeRequest> requests, const std::function<void()>& arrived);

    bool needsGradient(double position) const; // false where dgamma/dv is zero
    bool has(const NodeRequest& request) const;
    std::shared_ptr<const PathNode> node(double position) const; // null where nothing was evaluated
    std::vector<std::shared_ptr<const PathNode>> nodes() const;  // ascending
    // Of evaluated nodes, known ones are free; seconds since construction, without the waits between batches.
    Cost cost() const;

private:
    std::vector<NodeRequest> missing(std::span<const NodeRequest> requests) const;
    void evaluateBatch(std::span<const NodeRequest> batch);
    void evaluateForward(std::span<const NodeRequest> batch);
    void evaluateGradients(std::span<const NodeRequest> batch);
    void keep(std::shared_ptr<PathNode> node);
    void setIntegrand(PathNode& node, const Array& direction) const;
    Array zeroMap();

    const Path& m_path;
    PathVariable m_variable;
    Explained m_explained;
    Sink& m_sink;
    std::stop_token m_stop;
    std::map<double, std::shared_ptr<const PathNode>> m_nodes;
    Array m_zeroMap;
    Cost m_cost; // without seconds
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::chrono::steady_clock::duration m_waited{};
};

} // namespace blurig
