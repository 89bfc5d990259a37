// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/paths/paths_flow.h"
#include "ui/widgets/completeness_text.h"

#include <QString>

#include <vector>

namespace blurig::ui {

QString pathTitle(const PathSide& side); // "Blur IG: blurred input", "IG: between black and the input"

// "σ 3.20 px · 63 % of the way · espresso, softmax 0.951, interpolated · then cup 0.021 · last other cup at σ 9.1 px"
QString pathCaption(const PathSide& side, const ModelCard& card);

// Score of the target there, the class after it, the last other one; then whether it was evaluated.
std::vector<LabelledNumber> pathNumbers(const PathSide& side, const ModelCard& card);
QString evaluationText(const TracedScore& score); // "evaluated", "interpolated"

QString matchText(const PathsChoice& choice); // how the places are matched

} // namespace blurig::ui
