// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <map>
#include <memory>
#include <utility>

namespace blurig {

// Important Direction Gradient Integration (Yang, Wang and Bilgic 2023): each step from a node towards the input gives
// every value its share g^2 / sum g^2 of the step's score difference, g being dF/dz where the step begins. The map's
// sum is F(input) - F(start) by construction. Keeps the shares of a path's steps from one state to the next.
class Idgi {
public:
    // The same nodes and scores with the map shared out anew; the state itself as long as it has no map. Each cell is a
    // step, constant in v, its node (with the step's integrand) the one at its far side. Where g is zero or was not
    // needed, that at the step's end is taken; where that is zero, too, all values get equal shares. There is no
    // estimate of the map's error.
    std::shared_ptr<const PathState> sharedOut(const std::shared_ptr<const PathState>& state);

private:
    using Node = std::shared_ptr<const PathNode>;
    std::map<std::pair<Node, Node>, Node> m_steps; // by begin and end
};

} // namespace blurig
