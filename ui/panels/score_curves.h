// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/model/target.h"
#include "core/path/path_state.h"
#include "ui/widgets/scale_chart.h"

#include <cstddef>
#include <map>
#include <vector>

namespace blurig::ui {

// A class keeps its colour for as long as this object lives; those that are shown at a time have different ones as far
// as there are colours.
class ClassColors {
public:
    std::vector<QColor> of(const std::vector<ClassIndex>& shown);

private:
    std::map<ClassIndex, std::size_t> m_known;
};

// Against sigma: the explained score, which of several classes is their weighted sum; then, thin, the classes with the
// greatest score anywhere on the path, those of the target before the others.
std::vector<ScoreCurve> scoreCurves(const PathState& path, const Target& target, const ModelCard& card,
                                    ClassColors& colors);

// Positions of the nodes with a gradient, and of forward passes alone.
struct NodeMarks {
    std::vector<double> gradients;
    std::vector<double> forwards;
};
NodeMarks nodeMarks(const PathState& path);

// How much of the attribution lies between two neighbouring nodes, from the input on.
std::vector<ScaleShare> scaleShares(const PathState& path);

} // namespace blurig::ui
