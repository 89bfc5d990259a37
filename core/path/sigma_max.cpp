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
#include <set>

namespace blurig {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double leftShare = 0.005;     // of |F(z) - F(mean)| that may be left beyond sigma_max
constexpr double rounding = 1e-5;       // relative difference of F that float32 does not tell from none
constexpr std::size_t probesAtOnce = 4; // a constant of the algorithm: which sigmas are probed never depends on batches

// Forward passes at sigmas, each counted once.
class Probes {
public:
    Probes(const std::shared_ptr<const ScaleSpace>& space, const Explained& explained, Sink& sink,
           const std::stop_token& stop, std::span<const std::shared_ptr<const PathNode>> known)
        : m_path(space, infinity)
        // In alpha dgamma/dv is not zero at the input, so that no probe passes for a node of a quadrature.
        , m_evaluator(m_path, PathVariable::Alpha, explained, sink, stop, known) {}

    void evaluate(std::span<const double> sigmas) {
        std::vector<NodeRequest> requests;
        for (const double sigma : sigmas) {
            requests.push_back({sigma, NodeKind::Forward});
            m_sigmas.insert(sigma);
        }
        m_evaluator.evaluate(requests, [] {});
    }

    double value(double sigma) const { return m_evaluator.node(sigma)->value; }

    void report(SigmaMax& result) const {
        result.scoreLimit = value(infinity);
        result.forwards = static_cast<int>(m_sigmas.size());
        result.cost = m_evaluator.cost();
        for (const double sigma : m_sigmas)
            if (std::isfinite(sigma))
                result.probes.push_back(m_evaluator.node(sigma));
    }

private:
    BlurPath m_path;
    NodeEvaluator m_evaluator;
    std::set<double> m_sigmas;
};

} // namespace

std::vector<double> sigmaLadder(const ArrayLayout& layout, const std::vector<double>& axisWeights) {
    std::int64_t longest = 1;
    for (std::size_t i = 0; i < layout.axes.size(); ++i)
        if (axisWeights.empty() || axisWeights[i] > 0)
            longest = std::max(longest, layout.axes[i].size);
    std::vector<double> ladder;
    for (double sigma = static_cast<double>(longest); sigma >= 1; sigma /= std::numbers::sqrt2)
        ladder.push_back(sigma);
    return ladder;
}

SigmaMax sigmaMaxByEvidence(const std::shared_ptr<const ScaleSpace>& space, const Explained& explained, Sink& sink,
                            const std::stop_token& stop, std::span<const std::shared_ptr<const PathNode>> known) {
    const std::vector<double> ladder = sigmaLadder(space->input().layout(), space->axisWeights());
    Probes probes(space, explained, sink, stop, known);
    probes.evaluate(std::array{0.0, ladder.front(), infinity});
    SigmaMax result;
    result.sigma = ladder.front();
    result.scoreInput = probes.value(0);
    const double limit = probes.value(infinity);
    const double difference = std::abs(result.scoreInput - limit);
    if (difference <= rounding * std::max(std::abs(result.scoreInput), std::abs(limit)))
        result.origin = SigmaOrigin::Indifferent;

    bool settled = result.origin == SigmaOrigin::Evidence;
    for (std::size_t i = 0; i < ladder.size() && settled; i += probesAtOnce) {
        const auto next = std::span(ladder).subspan(i, std::min(probesAtOnce, ladder.size() - i));
        probes.evaluate(next);
        for (const double sigma : next) {
            settled = settled && std::abs(probes.value(sigma) - limit) <= leftShare * difference;
            if (settled)
                result.sigma = sigma;
        }
    }
    result.scoreLeft = std::abs(probes.value(result.sigma) - limit);
    probes.report(result);
    return result;
}

SigmaMax givenSigmaMax(const std::shared_ptr<const ScaleSpace>& space, double sigma, const Explained& explained,
                       Sink& sink, const std::stop_token& stop) {
    Probes probes(space, explained, sink, stop, {});
    probes.evaluate(std::array{infinity});
    SigmaMax result;
    result.origin = SigmaOrigin::Given;
    result.sigma = sigma;
    probes.report(result);
    return result;
}

} // namespace blurig
