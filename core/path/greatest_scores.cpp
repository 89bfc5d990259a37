// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/greatest_scores.h"

#include <algorithm>
#include <span>

namespace blurig {

std::vector<float> greatestScores(const PathState& state) {
    std::vector<float> greatest;
    for (const auto& node : state.nodes) {
        const std::span<const float> scores = node->classScores.host();
        greatest.resize(std::max(greatest.size(), scores.size()), 0.0F);
        for (std::size_t index = 0; index < scores.size(); ++index)
            greatest[index] = std::max(greatest[index], scores[index]);
    }
    return greatest;
}

} // namespace blurig
