// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/engine_adapter.h"
#include "ui/engine/explore_view.h"

#include <optional>

namespace blurig::ui {

// A pane's run in a slot of its own, as it is known now.
struct PaneRun {
    RunView asked; // the newest request
    RunView shown; // what there is of it; of an earlier request until that has a map
    Activity activity;
    std::optional<Error> error; // of the newest request; the pane then has no map of it
};

// Asks for `wanted`, or holds the error why it cannot be asked for. What is shown stays while the method is the same,
// and its nodes serve again. The view has an input.
void startRun(PaneRun& pane, EngineAdapter* engine, Slot slot, const ExploreView& input, const Choice& choice,
              const PaneChoice& wanted);
// None of it: the slot is withdrawn, and the pane holds the error.
void refuseRun(PaneRun& pane, EngineAdapter* engine, Slot slot, const PaneChoice& wanted, const Error& error);
void followRun(PaneRun& pane, const Snapshot& snapshot);

} // namespace blurig::ui
