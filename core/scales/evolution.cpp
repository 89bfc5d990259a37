// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/evolution.h"

#include "core/model/class_ranking.h"
#include "core/path/greatest_scores.h"
#include "core/path/node_evaluator.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>

namespace blurig {

namespace {

constexpr double tolerance = 0.01;       // of the position
constexpr double leastPosition = 0.0001; // of the path: nearer to the input a border is not narrowed further

ClassIndex labelOf(const PathNode& node) {
    const auto scores = node.classScores.host();
    return static_cast<ClassIndex>(std::ranges::max_element(scores) - scores.begin());
}

bool isNarrow(const Path& path, double from, double to) {
    return to - from <= std::max(tolerance * to, leastPosition * path.farEnd());
}

} // namespace

std::optional<ClassIndex> Evolution::secondLast() const {
    return stretches.size() > 1 ? std::optional(stretches[1].label) : std::nullopt;
}

std::vector<ClassIndex> classesOnTheWay(const PathState& state, std::size_t top) {
    std::set<ClassIndex> found;
    for (const auto& node : state.nodes)
        if (!node->classScores.empty())
            for (const ClassIndex index : bestClasses(node->classScores.host(), top))
                found.insert(index);
    const std::vector<float> greatest = greatestScores(state);
    std::vector<ClassIndex> classes(found.begin(), found.end());
    std::ranges::stable_sort(classes, std::greater<>(),
                             [&](ClassIndex index) { return greatest[static_cast<std::size_t>(index)]; });
    return classes;
}

Evolution evolutionOf(const PathState& state, const Explained& explained, std::size_t top, Sink& sink,
                      const std::stop_token& stop) {
    const Path& path = *state.path;
    NodeEvaluator evaluator(path, state.variable, explained, sink, stop, {});
    struct Place {
        double position = 0;
        ClassIndex label = 0;
    };
    std::vector<Place> places;
    for (const auto& node : state.nodes)
        if (!node->classScores.empty())
            places.push_back({node->position, labelOf(*node)});
    assert(!places.empty());

    // All borders that are still wide are halved together, so that their passes run in batches.
    while (true) {
        std::vector<NodeRequest> middles;
        for (std::size_t i = 0; i + 1 < places.size(); ++i)
            if (places[i].label != places[i + 1].label && !isNarrow(path, places[i].position, places[i + 1].position)) {
                const double middle = (path.toVariable(state.variable, places[i].position) +
                                       path.toVariable(state.variable, places[i + 1].position)) /
                                      2;
                middles.push_back({path.toPosition(state.variable, middle), NodeKind::Forward});
            }
        if (middles.empty())
            break;
        evaluator.evaluate(middles, [] {});
        for (const NodeRequest& middle : middles)
            places.push_back({middle.position, labelOf(*evaluator.node(middle.position))});
        std::ranges::sort(places, {}, &Place::position);
    }

    Evolution evolution{.classes = classesOnTheWay(state, top), .forwards = evaluator.cost().forwards};
    evolution.stretches.push_back({.label = places.front().label, .from = 0});
    for (std::size_t i = 0; i + 1 < places.size(); ++i)
        if (places[i].label != places[i + 1].label) {
            const double border = (places[i].position + places[i + 1].position) / 2;
            evolution.stretches.back().to = border;
            evolution.stretches.push_back({.label = places[i + 1].label, .from = border});
        }
    evolution.stretches.back().to = path.farEnd();
    return evolution;
}

} // namespace blurig
