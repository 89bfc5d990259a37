// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

namespace blurig {

// The map accumulated from the far end down to a position: exact at the cells' borders, the integrand interpolated as
// the quadrature does inside a cell. Keeps a running sum a cell (float32), so that at() costs one cell.
class Accumulation {
public:
    explicit Accumulation(std::shared_ptr<const PathState> state); // a state with cells

    Array at(double position) const; // C x H x W; at(0) is the attribution, at(farEnd) is zero
    const PathState& state() const { return *m_state; }

private:
    std::shared_ptr<const PathState> m_state;
    std::vector<Array> m_sums; // from the far end to each cell's `from`
};

// The node with a gradient that lies nearest in the integration's variable; null when there is none.
std::shared_ptr<const PathNode> nearestGradient(const PathState& state, double position);

} // namespace blurig
