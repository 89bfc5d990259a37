// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/explained.h"
#include "core/path/path_state.h"
#include "core/path/sink.h"

#include <functional>
#include <stop_token>

namespace blurig {

enum class Schedule { Adaptive, Log, Linear, Alpha };
std::string_view name(Schedule schedule); // "adaptive", "log", "linear", "alpha"
Schedule parseSchedule(std::string_view text);

enum class Rule {
    Trapezoid, // nodes at both ends of each interval
    Midpoint,  // nodes amid intervals
    Left,      // each interval by its end towards the input (the package `saliency`'s Blur IG)
    Equal,     // nodes at both ends of the path, equal weights (its IG)
};

std::string_view name(Rule rule); // "trapezoid", "midpoint", "left", "equal"
Rule parseRule(std::string_view text);

struct Integration {
    Schedule schedule = Schedule::Adaptive;
    Rule rule = Rule::Trapezoid; // of a fixed schedule; adaptive is trapezoid
    int steps = 64;              // gradients of a fixed schedule
    Tolerances tolerances = {};  // adaptive
    int maxGradients = 128;      // adaptive; a forward pass counts as a third

    // Constants of the adaptive algorithm, written into records: nodes depend on these and on node values only.
    static constexpr int startNodes = 9; // spaced evenly in the path's natural variable
    static constexpr int roundSize = 4;  // intervals split in one round
};

using PathStateSink = std::function<void(std::shared_ptr<const PathState>)>;

// The variable that a schedule spaces its nodes in; throws Error (Argument) where the path lacks it.
PathVariable variableOf(Schedule schedule, const Path& path);

// Integrates dF/dgamma along the path, in float64. A state is published after every batch: of the adaptive schedule
// once there is a coarse map, of a fixed one also before, with neither cells nor attribution; the last is the one
// returned. `known` nodes (of an earlier state of the same path and target, in the same variable) are taken instead of
// evaluated again. They do not count as cost, but against maxGradients: the result is the same with and without them.
// Those between the ends that the schedule does not need stay in the state. Throws Error, or Cancelled once the stop
// token is set.
std::shared_ptr<const PathState> integrate(std::shared_ptr<const Path> path, const Explained& explained,
                                           const Integration& integration, Sink& sink, const PathStateSink& publish,
                                           const std::stop_token& stop,
                                           std::span<const std::shared_ptr<const PathNode>> known = {});

} // namespace blurig
