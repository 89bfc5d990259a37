// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/model/target.h"
#include "core/path/path_state.h"
#include "ui/widgets/scale_chart.h"

#include <vector>

namespace blurig::ui {

// The classes of the target, then those with the greatest score anywhere on the path, against sigma.
std::vector<ScoreCurve> scoreCurves(const PathState& path, const Target& target, const ModelCard& card);

// Positions of the nodes with a gradient, and of forward passes alone.
struct NodeMarks {
    std::vector<double> gradients;
    std::vector<double> forwards;
};
NodeMarks nodeMarks(const PathState& path);

} // namespace blurig::ui
