// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/sigma_max.h"

#include "core/path/blur_path.h"
#include "core/path/node_evaluator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace blurig {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double share = 0.005;         // of |F(z) - F(mean)| that may be left beyond sigma_max
constexpr double rounding = 1e-5;       // relative difference of F that float32 does not tell from none
constexpr std::size_t probesAtOnce = 4; // a constant of the algorithm: which sigmas are probed never depends on batches

std::vector<std::shared_ptr<const PathNode>> finiteNodes(const NodeEvaluator& evaluator) {
    std::vector<std::shared_ptr<const PathNode>> nodes = evaluator.nodes();
    std::erase_if(nodes, [](const auto& node) { return std::isinf(node->position); });
    return nodes;
}

} // namespace

std::vector<double> sigmaLadder(const ArrayLayout& layout) {
    std::int64_t longest = 1;
    for (const Axis& axis : layout.axes)
        longest = std::max(longest, axis.size);
    std::vector<double> ladder;
    for (double sigma = static_cast<double>(longest); sigma >= 1; sigma /= std::numbers::sqrt2)
        ladder.push_back(sigma);
    return ladder;
}

SigmaMax sigmaMaxByEvidence(const std::shared_ptr<const ScaleSpace>& space, const Explained& explained, Sink& sink,
                            const std::stop_token& stop) {
    const std::vector<double> ladder = sigmaLadder(space->input().layout());
    const BlurPath path(space, infinity);
    // In alpha dgamma/dv is not zero at the input, so that no probe passes for a node of a quadrature.
    NodeEvaluator evaluator(path, PathVariable::Alpha, explained, sink, stop, {});
    const auto evaluateAt = [&](std::span<const double> sigmas) {
        std::vector<NodeRequest> requests;
        for (const double sigma : sigmas)
            requests.push_back({sigma, NodeKind::Forward});
        evaluator.evaluate(requests, [] {});
    };

    evaluateAt(std::array{0.0, infinity, ladder.front()});
    SigmaMax result;
    result.sigma = ladder.front();
    result.scoreInput = evaluator.node(0)->value;
    result.scoreLimit = evaluator.node(infinity)->value;
    const auto left = [&](double sigma) { return std::abs(evaluator.node(sigma)->value - result.scoreLimit); };
    const double difference = std::abs(result.scoreInput - result.scoreLimit);
    result.byEvidence = difference > rounding * std::max(std::abs(result.scoreInput), std::abs(result.scoreLimit));

    bool settled = result.byEvidence;
    for (std::size_t i = 0; i < ladder.size() && settled; i += probesAtOnce) {
        const auto probes = std::span(ladder).subspan(i, std::min(probesAtOnce, ladder.size() - i));
        evaluateAt(probes);
        for (const double sigma : probes) {
            settled = settled && left(sigma) <= share * difference;
            if (settled)
                result.sigma = sigma;
        }
    }
    result.scoreLeft = left(result.sigma);
    result.probes = finiteNodes(evaluator);
    result.cost = evaluator.cost();
    return result;
}

} // namespace blurig
