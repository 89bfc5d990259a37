// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/methods/method.h"
#include "core/record/choice.h"

#include <memory>
#include <optional>
#include <string>

namespace blurig::ui {

// One method's run: what was asked, and what there is of it.
struct RunView {
    std::string targetText; // as chosen: "top", "967"
    Target target;
    Score score = Score::ClassScore;
    PaneChoice pane;
    std::shared_ptr<const MethodState> state; // the newest that has a map; null before
};

// How far the newest request is. Its numbers are shown apart from those of a run that stays until it has a map.
struct Activity {
    bool running = false;
    bool cancelled = false;
    double progress = 0;
    std::optional<double> secondsLeft;
};

// A run as it is known now, see RunFlow.
struct RunState {
    RunView asked; // the newest request
    RunView shown; // what there is of it; of an earlier request until that has a map
    Activity activity;
    std::optional<Error> error; // of the newest request, where there is no map of it
};

} // namespace blurig::ui
