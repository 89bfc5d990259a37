// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/pane_run.h"

#include "core/record/session_file.h"
#include "ui/engine/run_request.h"

namespace blurig::ui {

void startRun(PaneRun& pane, EngineAdapter* engine, Slot slot, const ExploreView& input, const Choice& choice,
              const PaneChoice& wanted) {
    const bool sameMethod = pane.shown.pane.method == wanted.method && pane.shown.pane.model == wanted.model;
    pane.error.reset();
    pane.activity = {};
    AskedRun asked;
    try {
        checkPaneModel(wanted, "this pane", input.model->sha256());
        asked = askedRun(input, choice, wanted);
    } catch (const Error& error) {
        refuseRun(pane, engine, slot, wanted, error);
        return;
    }
    pane.asked = asked.run;
    pane.activity.running = true;
    const auto known = sameMethod ? pane.shown.state : nullptr;
    if (!sameMethod)
        pane.shown = {}; // another method's map under this one's name would mislead
    engine->submit(slot, requestOf(input, asked.run, asked.parameters, known));
}

void refuseRun(PaneRun& pane, EngineAdapter* engine, Slot slot, const PaneChoice& wanted, const Error& error) {
    engine->withdraw(slot);
    pane = {.asked = {.pane = wanted}, .shown = {}, .activity = {}, .error = error}; // asked anew when anything changes
}

void followRun(PaneRun& pane, const Snapshot& snapshot) {
    pane.activity = activityOf(snapshot);
    if (const auto state = mappedState(snapshot)) {
        pane.shown = pane.asked;
        pane.shown.state = state;
    }
}

} // namespace blurig::ui
