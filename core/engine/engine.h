// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine_options.h"
#include "core/engine/lane.h"

#include <chrono>
#include <cstddef>
#include <memory>

namespace blurig {

// Runs the requests of its lanes on one worker thread, at each batch boundary the most urgent one. Requests that have
// one answer run once for all their lanes, and results are kept. The worker's edge catches everything.
class Engine {
public:
    explicit Engine(EngineOptions options = {});
    ~Engine(); // ends within one batch
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Any thread, as the next.
    Lane lane(Urgency urgency);
    void setMemoryBudget(std::size_t bytes); // as in EngineOptions; from the next request on
    // A run goes on with its next batch after this time only (its own end, or a more urgent request, comes at once): a
    // slider moves, and needs the cores. At most ten seconds at a stretch.
    void holdOff(std::chrono::milliseconds time);

    // Asks the worker to end, cancels what waits, and waits at most `seconds`; false when a model does not return.
    bool stop(double seconds);

private:
    std::shared_ptr<Worker> m_worker;
};

} // namespace blurig
