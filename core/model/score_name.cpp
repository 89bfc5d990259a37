// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/score_name.h"

namespace blurig {
namespace {

std::string classScoreName(OutputKind output) {
    switch (output) {
    case OutputKind::Logits:
        return "softmax";
    case OutputKind::Probabilities:
        return "probability as given";
    case OutputKind::Sigmoids:
        return "sigmoid as given";
    case OutputKind::MultiLabelLogits:
    case OutputKind::OneLogit:
        break;
    }
    return "sigmoid";
}

} // namespace

std::string scoreName(Score score, OutputKind output) {
    switch (score) {
    case Score::ClassScore:
        return classScoreName(output);
    case Score::Logit:
        return "logit";
    case Score::LogProbability:
        break;
    }
    return "log-probability (" + classScoreName(output) + ")";
}

bool hasLogits(OutputKind output) {
    return output == OutputKind::Logits || output == OutputKind::MultiLabelLogits || output == OutputKind::OneLogit;
}

std::string explainedName(const Target& target, Score score, const ModelCard& card) {
    return targetName(target, card) + ", " + scoreName(score, card.output);
}

} // namespace blurig
