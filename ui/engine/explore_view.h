// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/frame_worker.h"
#include "core/engine/request.h"
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

// How far the newest request of a slot is. Its numbers are shown apart from those of a run that stays until it has a
// map.
struct Activity {
    bool running = false;
    bool cancelled = false;
    double progress = 0;
    std::optional<double> secondsLeft;
};

// All that the Explore page shows, as it is known now; its parts belong to each other. Written by ExploreFlow alone.
struct ExploreView {
    Picture picture;
    std::shared_ptr<const Model> model;
    std::optional<ScoredInput> input; // of this picture, model and crop; none without a model
    CropChoice crop;
    RunView explore;
    RunView beside; // state is null when nothing stands beside
    Activity exploreActivity;
    Activity besideActivity;
    std::shared_ptr<const Frame> frame;  // of input->space
    std::optional<ProbedGradient> probe; // exact, of explore's target

    // The path that the slider follows; null before the first map.
    std::shared_ptr<const PathState> path() const {
        return explore.state && !explore.state->paths.empty() ? explore.state->paths.front() : nullptr;
    }
};

} // namespace blurig::ui
