// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/lane.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace blurig {

// Internal to the room: what the worker knows of a lane and of what is asked for in it. All of it is guarded by the
// worker's mutex.
struct LaneState;
struct SharedRun;

struct Ticket {
    std::shared_ptr<LaneState> lane;
    Generation generation;
    Request request;
    SharedRun* run = nullptr;          // that answers it; null while it waits
    Status endsAs = Status::Cancelled; // where the run is stopped
};

struct LaneState {
    Urgency urgency = Urgency::Batch;
    std::uint64_t lastTurn = 0; // grows over all lanes; 0: none yet
    Generation newest;          // that was submitted
    bool closed = false;        // nothing is told any more
    std::shared_ptr<Ticket> waiting;
    std::shared_ptr<Ticket> running;

    // Untaken.
    std::vector<SharedSnapshot> ends;
    SharedSnapshot latest; // of the running request

    void tell(Snapshot snapshot); // of a request of this lane
    void forgetAnswers();         // of requests before the newest
    std::vector<SharedSnapshot> take();
};

} // namespace blurig
