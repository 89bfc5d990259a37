// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/run_request.h"

#include "core/explain/resolve.h"

#include <utility>

namespace blurig::ui {

namespace {

const std::string& targetTextOf(const Choice& choice, const PaneChoice& pane) {
    return pane.target.empty() ? choice.target : pane.target;
}

} // namespace

AskedRun askedRun(const Subject& subject, const Choice& choice, const PaneChoice& pane) {
    Run run = resolve(choice, pane, explainedSubject(subject));
    AskedRun asked;
    asked.run = {.targetText = std::move(run.targetText),
                 .target = std::move(run.target),
                 .score = run.score,
                 .pane = pane,
                 .state = nullptr};
    asked.parameters = std::move(run.parameters);
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
                     .axisWeights = subject.axisWeights(),
                     .target = asked.target,
                     .score = asked.score,
                     .ownBaseline = {},
                     .previous = known},
            .method = asked.pane.method,
            .parameters = parameters,
            .ownBaseline = {.file = asked.pane.baselinePicture,
                            .sha256 = asked.pane.baselineSha256,
                            .colours = subject.picture.colours()}};
}

} // namespace blurig::ui
