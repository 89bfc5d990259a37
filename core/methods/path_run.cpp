// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/path_run.h"

#include "core/array/torch_access.h"
#include "core/methods/map_mean.h"
#include "core/path/idgi.h"
#include "core/path/path_sum.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace blurig {

namespace {

using Paths = std::vector<std::shared_ptr<const PathState>>;

std::shared_ptr<const PathState> withLimit(const std::shared_ptr<const PathState>& state,
                                           std::optional<double> scoreLimit) {
    if (!scoreLimit)
        return state;
    auto copy = std::make_shared<PathState>(*state);
    copy->completeness.scoreLimit = scoreLimit;
    return copy;
}

std::shared_ptr<const PathNode> withoutIntegrand(const PathNode& node) {
    auto copy = std::make_shared<PathNode>(node);
    copy->integrand = {};
    copy->change = 0;
    return copy;
}

Paths withMap(const Paths& paths) {
    Paths mapped;
    std::ranges::copy_if(paths, std::back_inserter(mapped),
                         [](const auto& path) { return !path->attribution.empty(); });
    return mapped;
}

Array meanMap(const Paths& mapped) {
    if (mapped.size() == 1)
        return mapped.front()->attribution;
    MapMean mean;
    for (const auto& path : mapped)
        mean.add(path->attribution);
    return mean.mean();
}

// Errors of several maps add up in the worst case: the bound of the mean's is the mean of theirs.
std::optional<double> meanMapError(const Paths& mapped, const Array& mean) {
    double errors = 0;
    for (const auto& path : mapped) {
        if (!path->completeness.mapError)
            return std::nullopt;
        errors += *path->completeness.mapError * norm(tensorOf(path->attribution));
    }
    errors /= static_cast<double>(mapped.size());
    return errors == 0 ? 0 : errors / std::max(errors, norm(tensorOf(mean)));
}

Completeness meanCompleteness(const Paths& mapped, const Array& mean) {
    Completeness joined = mapped.front()->completeness;
    if (mapped.size() == 1)
        return joined;
    const auto count = static_cast<double>(mapped.size());
    joined.scoreStart = joined.sum = 0;
    for (const auto& path : mapped) {
        joined.scoreStart += path->completeness.scoreStart / count;
        joined.sum += path->completeness.sum / count;
    }
    joined.mapError = meanMapError(mapped, mean);
    return joined;
}

Ending joinedEnding(const Paths& paths, std::size_t wanted) {
    if (paths.size() < wanted)
        return Ending::Running;
    for (const Ending ending : {Ending::Running, Ending::BudgetEnded, Ending::FixedSchedule})
        if (std::ranges::any_of(paths, [ending](const auto& path) { return path->ending == ending; }))
            return ending;
    return Ending::Converged;
}

// `integrated`: the paths as the schedules see them, before IDGI.
MethodState joinedState(const MethodState& begun, const Paths& paths, const Paths& integrated,
                        std::span<const PathJob> jobs) {
    MethodState state = begun;
    state.paths = paths;
    state.ending = joinedEnding(paths, jobs.size());
    if (const Paths mapped = withMap(paths); !mapped.empty()) {
        state.attribution = meanMap(mapped);
        state.completeness = meanCompleteness(mapped, state.attribution);
    }
    state.expectedGradients = begun.cost.worth();
    double expected = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        state.cost += paths[i]->cost;
        expected += expectedGradients(*integrated[i], jobs[i].integration);
    }
    // Paths that have not begun are expected to cost as much as those that have.
    state.expectedGradients += expected * static_cast<double>(jobs.size()) / static_cast<double>(paths.size());
    return state;
}

// Class scores are kept in double, so that F has the bits that a forward pass would give.
std::shared_ptr<const PathNode> forwardPass(const PathNode& of, const Target& target) {
    auto node = std::make_shared<PathNode>();
    node->position = of.position;
    node->classScores = of.classScores;
    node->value = scoreOf(of.classScores, target);
    return node;
}

} // namespace

std::shared_ptr<const MethodState> runPaths(const MethodState& begun, std::span<const PathJob> jobs,
                                            const Explained& explained, MethodSink& sink, const std::stop_token& stop) {
    Paths paths;
    Paths integrated;
    std::shared_ptr<const MethodState> last;
    for (const PathJob& job : jobs) {
        paths.emplace_back();
        integrated.emplace_back();
        Idgi idgi;
        const auto publishPath = [&](const std::shared_ptr<const PathState>& state) {
            integrated.back() = state;
            paths.back() = withLimit(job.idgi ? idgi.sharedOut(state) : state, job.scoreLimit);
            last = publish(sink, joinedState(begun, paths, integrated, jobs));
        };
        integrate(job.path, explained, job.integration, sink, publishPath, stop, job.known);
    }
    return last;
}

std::vector<std::shared_ptr<const PathNode>> knownNodes(const Item& item, const Path& path,
                                                        const Integration& integration) {
    std::vector<std::shared_ptr<const PathNode>> known;
    const MethodState* previous = item.previous.get();
    if (!previous || previous->score != item.score)
        return known;
    const bool sameTarget = previous->target == item.target;
    if (!sameTarget && item.score != Score::ClassScore)
        return known;
    for (const auto& state : previous->paths)
        if (state->variable == variableOf(integration.schedule, path) &&
            sameRoute(state->path->description(), path.description()))
            for (const auto& node : state->nodes) {
                if (!sameTarget)
                    known.push_back(forwardPass(*node, item.target));
                else if (state->completeness.exactByConstruction) // IDGI's integrands are of its steps
                    known.push_back(withoutIntegrand(*node));
                else
                    known.push_back(node);
            }
    return known;
}

double expectedGradients(const PathState& state, const Integration& integration) {
    const double spent = state.cost.worth();
    if (state.ending != Ending::Running)
        return spent;
    if (integration.schedule != Schedule::Adaptive)
        return std::max(spent, integration.steps + state.cost.forwards / 3.0);
    // Measured on photos: the map's error falls with about the power 1.4 of the gradients.
    const Tolerances& tolerances = integration.tolerances;
    if (!tolerances.map || !state.completeness.mapError || *tolerances.map == 0)
        return integration.maxGradients;
    const double behind = std::max(1.0, *state.completeness.mapError / *tolerances.map);
    return std::clamp(spent * std::pow(behind, 1 / 1.4), spent, std::max<double>(spent, integration.maxGradients));
}

} // namespace blurig
