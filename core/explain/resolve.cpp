// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/resolve.h"

namespace blurig {

namespace {

ModelOptions optionsOf(const std::string& file, bool unfrozen, const std::string& execution, const std::string& card,
                       Reading reading) {
    ModelOptions options;
    options.freezing = unfrozen ? Freezing::AsFiled : Freezing::Frozen;
    if (!execution.empty())
        options.execution = readWord(reading, std::optional<Execution>(),
                                     [&] { return std::optional(parseExecution(execution, "execution")); });
    if (!card.empty())
        options.card =
            readWord(reading, std::optional<ModelCard>(), [&] { return std::optional(parseModelCard(card, file)); });
    return options;
}

} // namespace

ColourConversion coloursOf(const Choice& choice, Reading reading) {
    return readWord(reading, ColourConversion::AsStored, [&choice] { return parseColours(choice.colours, "colours"); });
}

ModelOptions modelOptionsOf(const Choice& choice, Reading reading) {
    return optionsOf(choice.model, choice.unfrozen, choice.execution, choice.card, reading);
}

ModelOptions modelOptionsOf(const PaneChoice& pane, Reading reading) {
    return optionsOf(pane.model, false, pane.execution, pane.card, reading);
}

Run resolve(const Choice& choice, const PaneChoice& pane, const Subject& subject) {
    const ModelInfo& model = *subject.model;
    Run run;
    run.method = &methodById(pane.method);
    run.parameters = parametersOf(*run.method, pane.parameters);
    run.targetText = pane.target.empty() ? choice.target : pane.target;
    run.target = atKey("target", [&] {
        return parseTarget(run.targetText, model.card, model.classCount, subject.classScores.host());
    });
    run.score = atKey("score", [&choice] { return parseScore(choice.score); });
    if (!pane.baselinePicture.empty())
        run.ownBaseline = {.file = pane.baselinePicture,
                           .sha256 = pane.baselineSha256,
                           .colours = coloursOf(choice, Reading::Lenient)};
    return run;
}

} // namespace blurig
