// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"
#include "core/path/integrator.h"

#include <optional>
#include <span>

namespace blurig {

// One path that a method integrates.
struct PathJob {
    std::shared_ptr<const Path> path;
    Integration integration;
    std::vector<std::shared_ptr<const PathNode>> known;
    std::optional<double> scoreLimit = {}; // Completeness::scoreLimit
    bool idgi = false;                     // the map of core/path/idgi.h instead of the integral; same nodes
};

// Integrates the paths one after the other and publishes them joined after every batch: map, F(start) and sum are means
// over the paths that have a map. `begun`: id, parameters, notes and what was spent before.
std::shared_ptr<const MethodState> runPaths(const MethodState& begun, std::span<const PathJob> jobs,
                                            const Explained& explained, MethodSink& sink, const std::stop_token& stop);

// Nodes of the item's earlier run that serve this path, too: same kind of path, same far end image if straight, same
// variable. Of a run for another target they are forward passes, where class scores are what is explained.
std::vector<std::shared_ptr<const PathNode>> knownNodes(const Item& item, const Path& path,
                                                        const Integration& integration);

// What a path will have cost in gradients' worth when it ends, as far as one can tell.
double expectedGradients(const PathState& state, const Integration& integration);

} // namespace blurig
