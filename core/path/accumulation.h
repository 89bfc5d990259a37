// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <array>
#include <map>
#include <utility>

namespace blurig {

// The map accumulated from the far end down to a position: exact at the cells' borders, the integrand interpolated as
// the quadrature does inside a cell. Keeps the sum (float32) at every eighth cell once it was needed, so that at()
// reads about eight integrands. For one thread.
class Accumulation {
public:
    explicit Accumulation(std::shared_ptr<const PathState> state); // a state with cells

    Array at(double position); // C x H x W; at(0) is the attribution, at(farEnd) is zero
    // What is accumulated between two positions, from <= to: at(from) - at(to). The ends of the last one are kept:
    // where one of them stays, as in a drag, it is not summed again.
    Array between(double from, double to);
    const PathState& state() const { return *m_state; }

private:
    using Weights = std::map<std::size_t, double>; // of the integrand at each node

    const Array& endAt(double position, std::size_t end);
    Array sumFrom(std::size_t cell, Weights& weights);

    std::shared_ptr<const PathState> m_state;
    std::array<std::pair<double, Array>, 2> m_ends; // of the last between()
    std::vector<Array> m_kept; // from the far end to `from` of every eighth cell; empty where none was needed yet
};

// The node with a gradient that lies nearest in the integration's variable; null when there is none.
std::shared_ptr<const PathNode> nearestGradient(const PathState& state, double position);

} // namespace blurig
