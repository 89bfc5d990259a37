// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/lane_state.h"

#include <utility>

namespace blurig {

void LaneState::tell(Snapshot snapshot) {
    if (closed)
        return;
    const bool last = ended(snapshot.status);
    if (snapshot.generation != newest)
        snapshot.answer = {};
    else
        latest.reset();
    auto told = std::make_shared<const Snapshot>(std::move(snapshot));
    if (last)
        ends.push_back(std::move(told));
    else if (told->generation == newest)
        latest = std::move(told);
}

void LaneState::forgetAnswers() {
    latest.reset();
    for (SharedSnapshot& end : ends) {
        Snapshot bare = *end;
        bare.answer = {};
        end = std::make_shared<const Snapshot>(std::move(bare));
    }
}

std::vector<SharedSnapshot> LaneState::take() {
    std::vector<SharedSnapshot> told = std::exchange(ends, {});
    if (latest)
        told.push_back(std::exchange(latest, nullptr));
    return told;
}

} // namespace blurig
