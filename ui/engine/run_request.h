// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/run_state.h"
#include "ui/engine/subject.h"

namespace blurig::ui {

// A run as it was asked for, in values: what parseTarget, parseScore and the method's parameters make of the words.
struct AskedRun {
    RunView run; // without a state
    Parameters parameters;
};

// The pane's own target wins over the choice's. Throws Error (Target, Argument): words that this model or method does
// not know. The subject has an input.
AskedRun askedRun(const Subject& subject, const Choice& choice, const PaneChoice& pane);

// Whether a run is what the choice asks for in this pane.
bool isAsked(const RunView& run, const Choice& choice, const PaneChoice& pane);

// What was known before is of this input; the method itself looks which nodes serve it.
Attribute requestOf(const Subject& subject, const RunView& asked, const Parameters& parameters,
                    const std::shared_ptr<const MethodState>& known);

} // namespace blurig::ui
