// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace blurig {

struct EngineOptions {
    int threads = 0;                                           // of the model; 0: as many as the machine has cores
    DeviceWish device = DeviceWish::Automatic;                 // of the models that it opens
    std::shared_ptr<ExaminationMemory> examinations = nullptr; // of the models that it opens
    // Called on the worker's thread after something was published; must return at once (post an event).
    std::function<void()> wake = [] {};
    std::size_t memoryBudget = 0; // bytes, half of it for kept results; 0: a quarter of the machine
    // Whether holdOff() holds; by default where the model's threads leave no core for a window.
    bool sharesCores = std::thread::hardware_concurrency() < 4;
};

// Runs requests on one worker thread. Order at each batch boundary: the Slot enumeration's. Each request ends exactly
// once: done, cancelled, superseded, or failed with an error; the worker's edge catches everything.
class Engine {
public:
    explicit Engine(EngineOptions options = {});
    ~Engine(); // ends within one batch
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Any thread. Supersedes what waits or runs in this slot.
    Generation submit(Slot slot, Request request);
    void cancel(Slot slot);
    void setMemoryBudget(std::size_t bytes); // as in EngineOptions; from the next request on
    // A run goes on with its next batch after this time only (its own end, or a more urgent request, comes at once): a
    // slider moves, and needs the cores. At most ten seconds at a stretch.
    void holdOff(std::chrono::milliseconds time);

    // The latest snapshot of each slot that was published since the last take(); a latest-value mailbox, never a queue.
    // A request's last snapshot is never lost, but it may be replaced by those of a newer request in its slot.
    std::vector<std::shared_ptr<const Snapshot>> take();

    // Asks the worker to end and waits at most `seconds`; false when a model does not return.
    bool stop(double seconds);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace blurig
