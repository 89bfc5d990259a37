// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/score_trace.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>
#include <vector>

namespace blurig {

namespace {

constexpr double sameShare = 1e-9; // of the way: rounding of a position that was a node's

std::vector<bool> membership(const Target& target, std::size_t classes) {
    std::vector<bool> member(classes, false);
    for (const WeightedClass& one : target.classes)
        if (one.index >= 0 && static_cast<std::size_t>(one.index) < classes)
            member[static_cast<std::size_t>(one.index)] = true;
    return member;
}

// (1 - weight) a + weight b
struct Between {
    const PathNode& a;
    const PathNode& b;
    double weight;

    double mix(double x, double y) const { return weight == 0 ? x : x + weight * (y - x); }
};

Between placeOf(const PathState& state, PathPosition position) {
    const auto& nodes = state.nodes;
    const Path& path = *state.path;
    const double share = shareOfWay(path, position);
    const auto shareOf = [&path](const auto& node) { return shareOfWay(path, {node->position}); };
    for (const auto& node : nodes)
        if (std::abs(shareOf(node) - share) < sameShare)
            return {*node, *node, 0};
    // Positions ascend, so shares fall.
    const auto after = std::ranges::find_if(nodes, [&](const auto& node) { return shareOf(node) < share; });
    if (after == nodes.begin())
        return {*nodes.front(), *nodes.front(), 0};
    if (after == nodes.end())
        return {*nodes.back(), *nodes.back(), 0};
    const auto& before = *std::prev(after);
    return {*before, **after, (shareOf(before) - share) / (shareOf(before) - shareOf(*after))};
}

} // namespace

double shareOfWay(const Path& path, PathPosition position) {
    const PathVariable variable = path.naturalVariable();
    return 1 - path.toVariable(variable, position.value) / path.toVariable(variable, path.farEnd());
}

PathPosition positionAtShare(const Path& path, double share) {
    if (share <= 0)
        return {path.farEnd()};
    if (share >= 1)
        return {0};
    const PathVariable variable = path.naturalVariable();
    return {path.toPosition(variable, (1 - share) * path.toVariable(variable, path.farEnd()))};
}

TracedScore tracedScore(const PathState& state, const Target& target, PathPosition position) {
    assert(!state.nodes.empty());
    const Between place = placeOf(state, position);
    TracedScore traced{.value = place.mix(place.a.value, place.b.value), .evaluated = &place.a == &place.b};
    if (place.a.classScores.empty() || place.b.classScores.empty())
        return traced;
    const std::span<const float> a = place.a.classScores.host();
    const std::span<const float> b = place.b.classScores.host();
    const std::vector<bool> member = membership(target, a.size());
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const double score = place.mix(static_cast<double>(a[i]), static_cast<double>(b[i]));
        if (member[i] || (traced.other && score <= traced.otherScore))
            continue;
        traced.other = static_cast<ClassIndex>(i);
        traced.otherScore = score;
    }
    return traced;
}

ScoreMatch matchScore(const PathState& state, double value, double share) {
    assert(!state.nodes.empty());
    ScoreMatch best;
    double bestMiss = 0;
    double bestWay = 0;
    bool any = false;
    const auto offer = [&](double at, double miss) {
        const double way = std::abs(at - share);
        if (any && (miss > bestMiss || (miss == bestMiss && way >= bestWay)))
            return;
        best = {.share = at, .reached = miss == 0};
        bestMiss = miss;
        bestWay = way;
        any = true;
    };
    const PathNode* before = nullptr;
    for (const auto& node : state.nodes) {
        const double at = shareOfWay(*state.path, {node->position});
        offer(at, std::abs(node->value - value));
        if (before != nullptr && (before->value - value) * (node->value - value) < 0) {
            const double from = shareOfWay(*state.path, {before->position});
            offer(from + (value - before->value) / (node->value - before->value) * (at - from), 0);
        }
        before = node.get();
    }
    return best;
}

std::optional<LastOther> lastOther(const PathState& state, const Target& target) {
    for (const auto& node : state.nodes) {
        if (node->classScores.empty())
            continue;
        const std::span<const float> scores = node->classScores.host();
        const auto greatest = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
        if (!membership(target, scores.size())[greatest])
            return LastOther{.index = static_cast<ClassIndex>(greatest), .position = {node->position}};
    }
    return std::nullopt;
}

} // namespace blurig
