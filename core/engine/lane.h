// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"

#include <memory>
#include <vector>

namespace blurig {

// The only order among lanes, the most urgent first. Lanes of equal urgency take turns: whichever has waited longest
// for one begins its request next, and a request that runs gives way to more urgent ones only.
enum class Urgency {
    Probe,    // the exact gradient where a slider rests
    Opening,  // a picture, a model and its scores, before there is anything to see
    Focused,  // what the user looks at, and what it needs
    Visible,  // what is seen beside it
    Prefetch, // what may be asked for next, while nothing else is
    Batch,    // folders and data sets
};

class Worker;
struct LaneState;

// One caller's way into an engine, made by Engine::lane(); there may be any number. A new request supersedes the one
// before it in this lane only. Each request ends exactly once: done, cancelled, superseded, or failed with an error.
// A lane may outlive its engine: what it then asks for is cancelled. Any thread, one at a time.
class Lane {
public:
    Lane(std::shared_ptr<Worker> worker, std::shared_ptr<LaneState> state); // by Engine::lane()
    Lane(Lane&&) noexcept = default;
    Lane& operator=(Lane&& other) noexcept;
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    ~Lane(); // cancels its request and forgets it: nothing is told any more

    Generation submit(Request request);
    void cancel();

    // What was told since the last take(), by generation: the end of each request, and where the newest has not ended,
    // its latest state; never a queue of big objects. What a request found goes when a newer one is submitted.
    std::vector<SharedSnapshot> take();

private:
    void close();

    std::shared_ptr<Worker> m_worker; // null: moved from
    std::shared_ptr<LaneState> m_state;
};

} // namespace blurig
