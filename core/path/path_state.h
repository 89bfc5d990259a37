// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/path/path.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// What one position of a path gave. Shared between snapshots, never changed.
struct PathNode {
    double position = 0; // sigma in model px, or 1 - alpha
    double value = 0;    // F
    Array classScores;   // 1 x K
    Array gradient;      // C x H x W, dF/dz; empty for a forward pass
    Array integrand;     // C x H x W, gradient * dgamma/dv in the integration's variable; empty for a forward pass,
                         // but a zero map where dgamma/dv is zero: there no gradient is needed
    double change = 0;   // sum of the integrand over pixels and channels: dF/dv, as the gradient has it
};

// One interval of the quadrature in the integration's variable v. The integrand is linear between its ends, or constant
// where both name the same node (midpoint and left sums). Nodes are indices into PathState::nodes.
struct PathCell {
    double from = 0; // v, towards the input
    double to = 0;   // v, towards the far end
    std::size_t fromNode = 0;
    std::size_t toNode = 0;
    double mass = 0;                   // sum over pixels and channels of this cell's part of the attribution
    std::optional<double> scoreChange; // F(from) - F(to), where both were evaluated
    std::optional<double> gap() const; // |mass - scoreChange|
};

enum class Ending {
    Running,
    Converged,     // every tolerance that is on holds
    BudgetEnded,   // a tolerance is missed and the gradients are used up
    FixedSchedule, // no tolerance was asked for
};
std::string_view name(Ending ending); // "running", "converged", "budget-ended", "fixed-schedule"

// The completeness axiom, checked: sum of the map against F(input) - F(start).
struct Completeness {
    double scoreInput = 0;
    double scoreStart = 0;            // mean over the paths' far ends
    std::optional<double> scoreLimit; // F(mean colour), of the blur path
    double sum = 0;                   // of the map, over pixels and channels
    std::optional<double> mapError;   // estimated relative L2 error of the map
    bool exactByConstruction = false;

    double difference() const { return scoreInput - scoreStart; }
    double gap() const;                        // |sum - difference|
    std::optional<double> relativeGap() const; // gap / |difference|; none where |difference| < 1e-3
};

struct Tolerances {
    std::optional<double> gap = 0.01; // relative; absolute 1e-5 where no relative gap exists
    std::optional<double> map = 0.05; // estimated relative L2 error
};

std::string gapText(const Completeness& completeness); // "0.61 %", "1.2e-05" where no relative gap exists
bool gapHolds(const Completeness& completeness, const Tolerances& tolerances); // true where the tolerance is off
bool mapHolds(const Completeness& completeness, const Tolerances& tolerances);

struct Cost {
    int gradients = 0; // forward and backward
    int forwards = 0;  // alone
    double seconds = 0;

    Cost& operator+=(const Cost& other);
    double worth() const { return gradients + forwards / 3.0; } // in gradients
};

// Everything known about one path after a batch. Immutable.
struct PathState {
    std::shared_ptr<const Path> path;
    PathVariable variable = PathVariable::Linear;
    std::vector<std::shared_ptr<const PathNode>> nodes; // ascending position, both ends included
    std::vector<PathCell> cells;                        // ascending; empty until there is a map
    Array attribution; // C x H x W float32, of the whole path; empty until there is a map
    Completeness completeness;
    Cost cost;
    Ending ending = Ending::Running;
};

} // namespace blurig
