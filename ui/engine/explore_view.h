// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/frame_worker.h"
#include "ui/engine/run_state.h"
#include "ui/engine/subject.h"

#include <memory>
#include <optional>

namespace blurig::ui {

// All that the Explore page shows, as it is known now; its parts belong to each other. Written by ExploreFlow alone.
struct ExploreView {
    Subject subject;
    RunView explore;
    RunView beside; // state is null when nothing stands beside
    Activity exploreActivity;
    Activity besideActivity;
    std::shared_ptr<const Frame> frame;  // of the subject's input
    std::optional<ProbedGradient> probe; // exact, of explore's target

    // The path that the slider follows; null before the first map.
    std::shared_ptr<const PathState> path() const {
        return explore.state && !explore.state->paths.empty() ? explore.state->paths.front() : nullptr;
    }
};

} // namespace blurig::ui
