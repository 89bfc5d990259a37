// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/target.h"

#include <string>

namespace blurig {

// What the explained score is for a model with such outputs: "softmax", "sigmoid", "probability as given", "logit",
// "log-probability (softmax)". name(Score) is the word of options and sessions instead.
std::string scoreName(Score score, OutputKind output);

bool hasLogits(OutputKind output); // whether Score::Logit is a score of such outputs

// "espresso, softmax"
std::string explainedName(const Target& target, Score score, const ModelCard& card);

} // namespace blurig
