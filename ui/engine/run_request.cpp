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

AskedRun askedRun(const ExploreView& view, const Choice& choice, const PaneChoice& pane) {
    const Model& model = *view.model;
    AskedRun asked;
    asked.run.targetText = targetTextOf(choice, pane);
    asked.run.pane = pane;
    asked.run.target =
        parseTarget(asked.run.targetText, model.card(), model.classCount(), view.input->classScores.host());
    asked.run.score = parseScore(choice.score);
    asked.parameters = parametersOf(pane);
    return asked;
}

bool isAsked(const RunView& run, const Choice& choice, const PaneChoice& pane) {
    return run.targetText == targetTextOf(choice, pane) && name(run.score) == choice.score &&
           sameComputation(run.pane, pane);
}

Attribute requestOf(const ExploreView& view, const RunView& asked, const Parameters& parameters,
                    const std::shared_ptr<const MethodState>& known) {
    return {.model = view.model,
            .item = {.input = view.input->prepared.z,
                     .target = asked.target,
                     .score = asked.score,
                     .ownBaseline = {},
                     .previous = known},
            .method = asked.pane.method,
            .parameters = parameters,
            .ownBaseline = asked.pane.baselinePicture,
            .ownBaselineColours = view.picture.colours()};
}

Activity activityOf(const Snapshot& snapshot) {
    return {.running = !ended(snapshot.status),
            .cancelled = snapshot.status == Status::Cancelled,
            .progress = snapshot.progress,
            .secondsLeft = snapshot.secondsLeft};
}

std::shared_ptr<const MethodState> mappedState(const Snapshot& snapshot) {
    const auto* state = std::get_if<std::shared_ptr<const MethodState>>(&snapshot.answer);
    return state && *state && !(*state)->attribution.empty() ? *state : nullptr;
}

} // namespace blurig::ui
