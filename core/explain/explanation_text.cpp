// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/explanation_text.h"

#include "core/explain/bulk.h"
#include "core/explain/sigma_text.h"
#include "core/model/score_name.h"

#include <fmt/format.h>

namespace blurig {

std::string targetText(const Explanation& explanation) {
    const Target& target = explanation.run.target;
    const std::string known = targetName(target, explanation.subject.model->card);
    return target.classes.size() == 1 ? fmt::format("{} ({})", known, target.classes.front().index) : known;
}

std::string scoreText(const Explanation& explanation) {
    return scoreName(explanation.run.score, explanation.subject.model->card.output);
}

std::string completenessText(const Explanation& explanation) {
    const MethodState& state = *explanation.state;
    const std::string cost = fmt::format("{} gradients, {} forwards, {:.1f} s", state.cost.gradients,
                                         state.cost.forwards, state.cost.seconds);
    if (!state.completeness)
        return fmt::format("F(input) {:.4f}, {}", explanation.scoreInput, cost);
    const Completeness& known = *state.completeness;
    std::string text = fmt::format("F(input) {:.4f}, F(baseline) {:.4f}, sum {:.4f}, gap {}", known.scoreInput,
                                   known.scoreStart, known.sum, gapText(known));
    if (known.mapError)
        text += fmt::format(", map error {:.1f} %", 100 * *known.mapError);
    return fmt::format("{}, {} ({})", text, cost,
                       !state.repeatable  ? "not repeatable: the model is random or keeps a state"
                       : state.noEvidence ? "no evidence"
                                          : name(state.ending));
}

std::string noEvidenceText(const Explanation& explanation) {
    const MethodState& state = *explanation.state;
    if (!state.noEvidence)
        return {};
    const std::string text = fmt::format("no evidence to show: {}", wordsOf(*state.noEvidence));
    const OutputKind output = explanation.subject.model->card.output;
    const std::optional<Score> other = scoreToTry(explanation.run.score, explanation.run.target, output);
    return other ? fmt::format("{}. Explain the {}: --score {}", text, scoreName(*other, output), name(*other)) : text;
}

std::string bulkText(const Explanation& explanation) {
    const auto bulk = bulkOf(*explanation.state);
    if (!bulk)
        return {};
    const Subject& subject = explanation.subject;
    const std::string target = targetName(explanation.run.target, subject.model->card);
    return subject.clip ? bulkSentence(target, sigmaText(subject, bulk->to), sigmaText(subject, bulk->from))
                        : bulkSentence(*bulk, target);
}

std::string headline(const Explanation& explanation) {
    return explanation.state->noEvidence ? noEvidenceText(explanation) : completenessText(explanation);
}

} // namespace blurig
