// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"

#include "core/engine/job.h"
#include "core/engine/result_cache.h"
#include "core/engine/worker_thread.h"
#include "core/error.h"
#include "core/model/compute_scope.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <new>
#include <stop_token>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>

namespace blurig {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds longestHold{10};

std::size_t indexOf(Slot slot) {
    return static_cast<std::size_t>(slot);
}

std::size_t machineMemory() { // bytes
    return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE));
}

std::size_t budgetOrDefault(std::size_t bytes) {
    return bytes > 0 ? bytes : machineMemory() / 4;
}

EngineOptions withDefaults(EngineOptions options) {
    if (options.threads <= 0)
        options.threads = ComputeScope::machineThreads();
    options.memoryBudget = budgetOrDefault(options.memoryBudget);
    return options;
}

struct Ticket {
    Slot slot = Slot::Probe;
    Generation generation = 0;
    Request request;
    std::stop_source stop;
};

} // namespace

struct Engine::State {
    EngineOptions options; // its memoryBudget is guarded, the rest never changes

    std::mutex mutex; // guards all below
    std::condition_variable changed;
    Generation lastGeneration = 0;
    std::array<std::shared_ptr<Ticket>, slotCount> waiting;
    std::array<std::shared_ptr<Ticket>, slotCount> running; // several when urgent ones run inside others
    std::array<std::shared_ptr<const Snapshot>, slotCount> mailbox;
    Clock::time_point heldUntil = Clock::now();
    bool stopping = false;
    bool hasEnded = false;

    // The worker's thread only.
    ResultCache results;
    std::thread worker;

    explicit State(EngineOptions asked)
        : options(std::move(asked))
        , results(options.memoryBudget / 2) {}

    // Of the slots before `limit`; `limit` itself where none may begin.
    std::size_t mostUrgent(std::size_t limit) const {
        std::size_t slot = 0;
        // A slot's earlier request may still be on the stack below: it ends first.
        while (slot < limit && !(waiting[slot] && !running[slot]))
            ++slot;
        return slot;
    }

    std::shared_ptr<Ticket> takeMoreUrgentThan(std::size_t limit) {
        const std::size_t slot = mostUrgent(limit);
        return slot < limit ? running[slot] = std::exchange(waiting[slot], nullptr) : nullptr;
    }

    void waitWhileHeld(const Ticket& ticket) {
        std::unique_lock lock(mutex);
        const Clock::time_point latest = Clock::now() + longestHold;
        const std::size_t own = indexOf(ticket.slot);
        const auto isNeeded = [&] { return stopping || ticket.stop.stop_requested() || mostUrgent(own) < own; };
        while (!isNeeded() && Clock::now() < std::min(heldUntil, latest))
            changed.wait_until(lock, std::min(heldUntil, latest));
    }

    void post(std::shared_ptr<const Snapshot> snapshot) {
        {
            const std::lock_guard lock(mutex);
            std::shared_ptr<const Snapshot>& place = mailbox[indexOf(snapshot->slot)];
            if (place && place->generation > snapshot->generation)
                return;
            place = std::move(snapshot);
        }
        options.wake();
    }

    bool superseded(const Ticket& ticket) {
        const std::lock_guard lock(mutex);
        return waiting[indexOf(ticket.slot)] != nullptr;
    }

    void run(const std::shared_ptr<Ticket>& ticket) {
        Snapshot snapshot{.slot = ticket->slot, .generation = ticket->generation, .status = Status::Running};
        const auto begin = Clock::now();
        const auto measure = [&snapshot, begin](double progress) {
            snapshot.progress = progress;
            snapshot.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
            snapshot.secondsLeft.reset();
            if (progress > 0)
                snapshot.secondsLeft = snapshot.seconds * (1 - progress) / progress;
        };
        const auto fail = [&snapshot](Error error) {
            snapshot.status = Status::Failed;
            snapshot.error = std::move(error);
        };
        post(std::make_shared<const Snapshot>(snapshot));

        {
            const std::lock_guard lock(mutex);
            results.setBudget(options.memoryBudget / 2);
        }
        JobSurroundings surroundings;
        surroundings.device = options.device;
        surroundings.examinations = options.examinations;
        surroundings.results = &results;
        surroundings.stop = ticket->stop.get_token();
        surroundings.publish = [&](Answer answer, double progress) {
            snapshot.answer = std::move(answer);
            measure(progress);
            post(std::make_shared<const Snapshot>(snapshot));
        };
        surroundings.letOthersRun = [this, &ticket] {
            do
                waitWhileHeld(*ticket);
            while (runMoreUrgentThan(indexOf(ticket->slot)));
        };
        try {
            snapshot.answer = perform(ticket->request, surroundings);
            snapshot.status = Status::Done;
        } catch (const Cancelled&) {
            snapshot.status = superseded(*ticket) ? Status::Superseded : Status::Cancelled;
        } catch (const Error& error) {
            fail(error);
        } catch (const std::bad_alloc&) {
            fail({ErrorCode::Memory, "", "there is not enough memory for this computation",
                  "Close other programs, or use a smaller input"});
        } catch (const std::exception& error) {
            fail({ErrorCode::ModelFailed, "", std::string("the computation failed: ") + error.what(),
                  "Please report this, and say where the model comes from"});
        } catch (...) {
            fail({ErrorCode::ModelFailed, "", "the computation failed without a message", "Please report this"});
        }
        measure(1.0);
        {
            const std::lock_guard lock(mutex);
            running[indexOf(ticket->slot)] = nullptr;
        }
        post(std::make_shared<const Snapshot>(std::move(snapshot)));
    }

    bool runMoreUrgentThan(std::size_t limit) { // whether any did
        for (bool any = false;; any = true) {
            std::shared_ptr<Ticket> ticket;
            {
                const std::lock_guard lock(mutex);
                if (!stopping)
                    ticket = takeMoreUrgentThan(limit);
            }
            if (!ticket)
                return any;
            run(ticket);
        }
    }

    void work() {
        nameThread("engine");
        yieldToInteraction();
        const ComputeScope scope(options.threads);
        for (;;) {
            std::shared_ptr<Ticket> ticket;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return stopping || (ticket = takeMoreUrgentThan(slotCount)); });
                if (stopping)
                    break;
            }
            run(ticket);
        }
        {
            const std::lock_guard lock(mutex);
            hasEnded = true;
        }
        changed.notify_all();
    }
};

Engine::Engine(EngineOptions options)
    : m_state(std::make_shared<State>(withDefaults(std::move(options)))) {
    m_state->worker = std::thread([state = m_state.get()] { state->work(); });
}

Engine::~Engine() {
    stop(0);
    m_state->worker.join();
}

Generation Engine::submit(Slot slot, Request request) {
    auto ticket = std::make_shared<Ticket>();
    ticket->slot = slot;
    ticket->request = std::move(request);
    std::shared_ptr<Ticket> replaced;
    {
        const std::lock_guard lock(m_state->mutex);
        ticket->generation = ++m_state->lastGeneration;
        replaced = std::exchange(m_state->waiting[indexOf(slot)], ticket);
        if (m_state->running[indexOf(slot)])
            m_state->running[indexOf(slot)]->stop.request_stop();
    }
    m_state->changed.notify_all();
    if (replaced)
        m_state->post(std::make_shared<const Snapshot>(
            Snapshot{.slot = slot, .generation = replaced->generation, .status = Status::Superseded}));
    return ticket->generation;
}

void Engine::cancel(Slot slot) {
    std::shared_ptr<Ticket> dropped;
    {
        const std::lock_guard lock(m_state->mutex);
        dropped = std::exchange(m_state->waiting[indexOf(slot)], nullptr);
        if (m_state->running[indexOf(slot)])
            m_state->running[indexOf(slot)]->stop.request_stop();
    }
    m_state->changed.notify_all();
    if (dropped)
        m_state->post(std::make_shared<const Snapshot>(
            Snapshot{.slot = slot, .generation = dropped->generation, .status = Status::Cancelled}));
}

void Engine::setMemoryBudget(std::size_t bytes) {
    const std::lock_guard lock(m_state->mutex);
    m_state->options.memoryBudget = budgetOrDefault(bytes);
}

void Engine::holdOff(std::chrono::milliseconds time) {
    if (!m_state->options.sharesCores)
        return;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->heldUntil = Clock::now() + time;
    }
    m_state->changed.notify_all();
}

std::vector<std::shared_ptr<const Snapshot>> Engine::take() {
    std::vector<std::shared_ptr<const Snapshot>> snapshots;
    const std::lock_guard lock(m_state->mutex);
    for (std::shared_ptr<const Snapshot>& place : m_state->mailbox) {
        if (place)
            snapshots.push_back(std::exchange(place, nullptr));
    }
    return snapshots;
}

bool Engine::stop(double seconds) {
    std::unique_lock lock(m_state->mutex);
    m_state->stopping = true;
    for (const std::shared_ptr<Ticket>& ticket : m_state->running) {
        if (ticket)
            ticket->stop.request_stop();
    }
    m_state->changed.notify_all();
    return m_state->changed.wait_for(lock, std::chrono::duration<double>(seconds),
                                     [this] { return m_state->hasEnded; });
}

} // namespace blurig
