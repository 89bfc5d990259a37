// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/run_request.h"

#include "ui/engine/choice_values.h"

namespace blurig::ui {

namespace {

const std::string& targetTextOf(const Choice& choice, const PaneChoice& pane) {
    return pane.target.empty() ? choice.target : pane.target;
}

} // namespace

AskedRun askedRun(const Subject& subject, const Choice& choice, const PaneChoice& pane) {
    const Model& model = *subject.model;
    AskedRun asked;
    asked.run.targetText = targetTextOf(choice, pane);
    asked.run.pane = pane;
    asked.run.target =
        parseTarget(asked.run.targetText, model.card(), model.classCount(), subject.input->classScores.host());
    asked.run.score = parseScore(choice.score);
    asked.parameters = parametersOf(pane);
    return asked;
}

bool isAsked(const RunView& run, const Choice& choice, const PaneChoice& pane) {
    return run.targetText == targetTextOf(choice, pane) && name(run.score) == choice.score &&
           sameComputation(run.pane, pane);
}

Attribute requestOf(const Subject& subject, const RunView& asked, const Parameters& parameters,
                    const std::shared_ptr<const MethodState>& known) {
    return {.model = subject.model,
            .item = {.input = subject.input->prepared.z,
                     .target = asked.target,
                     .score = asked.score,
                     .ownBaseline = {},
                     .previous = known},
            .method = asked.pane.method,
            .parameters = parameters,
            .ownBaseline = asked.pane.baselinePicture,
            .ownBaselineColours = subject.picture.colours()};
}

} // namespace blurig::ui
