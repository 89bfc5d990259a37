// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"
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

struct Integration {
    Schedule schedule = Schedule::Adaptive;
    Rule rule = Rule::Trapezoid; // of a fixed schedule; adaptive is trapezoid
    int steps = 64;              // gradients of a fixed schedule
    Tolerances tolerances;       // adaptive
    int maxGradients = 128;      // adaptive; a forward pass counts as a third

    // Constants of the adaptive algorithm, written into records: nodes depend on these and on node values only.
    static constexpr int startNodes = 9; // spaced evenly in the path's natural variable
    static constexpr int roundSize = 8;  // intervals split in one round
};

struct Explained {
    const Model& model;
    const Target& target;
    Score score = Score::ClassScore;
};

using PathStateSink = std::function<void(std::shared_ptr<const PathState>)>;

// Integrates dF/dgamma along the path, in float64. A state is published after every batch once there is a coarse map.
// `known` nodes (of an earlier state of the same path and target, say) are taken instead of evaluated again; they do not
// count as cost. Throws Error, or Cancelled once the stop token is set.
std::shared_ptr<const PathState> integrate(std::shared_ptr<const Path> path, const Explained& explained,
                                           const Integration& integration, Sink& sink, const PathStateSink& publish,
                                           const std::stop_token& stop,
                                           std::span<const std::shared_ptr<const PathNode>> known = {});

} // namespace blurig
