// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine_options.h"
#include "core/engine/lane_state.h"
#include "core/engine/result_cache.h"
#include "core/explain/reference_models.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace blurig {

// Internal to the room: one computation, for all tickets that have its answer. Urgent ones run inside others, on the
// same stack. All but `stop` is guarded by the worker's mutex.
struct SharedRun {
    std::vector<std::shared_ptr<Ticket>> tickets; // one at least
    Snapshot latest;                              // of no generation
    std::stop_source stop;

    Urgency urgency() const; // of the most urgent ticket
};

// Internal to the room: the thread behind an engine, and what all lanes ask of it.
class Worker {
public:
    explicit Worker(EngineOptions options);
    ~Worker() = default;
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    std::shared_ptr<LaneState> open(Urgency urgency);
    void close(const std::shared_ptr<LaneState>& lane);
    Generation submit(const std::shared_ptr<LaneState>& lane, Request request);
    void cancel(LaneState& lane);
    std::vector<SharedSnapshot> take(LaneState& lane);

    void setMemoryBudget(std::size_t bytes);
    void holdOff(std::chrono::milliseconds time);
    bool stop(double seconds);
    void end(); // once; waits for the thread

private:
    using Clock = std::chrono::steady_clock;

    // With the mutex held.
    std::shared_ptr<Ticket> begin(SharedRun& run, const SharedRun* inside);
    LaneState* next(const SharedRun* inside) const;
    bool join(SharedRun& run);                    // what waits for its answer; whether anything did
    void assign(LaneState& lane, SharedRun& run); // its waiting ticket becomes the run's
    static void drop(LaneState& lane, Status as);
    static void leave(LaneState& lane, Status as);

    // Without it.
    void wake();
    void work();
    void perform(SharedRun& run, const Request& request);
    void publish(SharedRun& run, const Snapshot& snapshot);
    bool performMoreUrgent(SharedRun& inside);
    void waitWhileHeld(const SharedRun& run);

    EngineOptions m_options; // its memoryBudget is guarded, the rest never changes

    std::mutex m_mutex; // guards all below
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<LaneState>> m_lanes; // in the order in which they were made
    std::vector<SharedRun*> m_runs;                  // on the worker's stack
    std::uint64_t m_turns = 0;
    Clock::time_point m_heldUntil = Clock::now();
    bool m_stopping = false;
    bool m_abandoned = false; // the engine is gone, and with it whom to wake
    bool m_hasEnded = false;

    // The worker's thread only.
    ResultCache m_results;
    ReferenceModels m_references;
    std::thread m_thread;
};

} // namespace blurig
