// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/worker.h"

#include "core/engine/job.h"
#include "core/engine/worker_thread.h"
#include "core/error.h"
#include "core/model/compute_scope.h"

#include <algorithm>
#include <new>
#include <string>
#include <unistd.h>
#include <utility>

namespace blurig {

namespace {

constexpr std::chrono::seconds longestHold{10};

std::size_t machineMemory() { // bytes
    return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE));
}

std::size_t budgetOrDefault(std::size_t bytes) {
    return bytes > 0 ? bytes : machineMemory() / 4;
}

EngineOptions withDefaults(EngineOptions options) {
    if (options.threads <= 0)
        options.threads = ComputeScope::machineThreads();
    if (!options.models)
        options.models = std::make_shared<OpenedModels>();
    options.memoryBudget = budgetOrDefault(options.memoryBudget);
    return options;
}

// What is known of a run, as one of its tickets hears it.
Snapshot told(const Ticket& ticket, Snapshot known, Status status) {
    known.generation = ticket.generation;
    known.status = status;
    return known;
}

} // namespace

Urgency SharedRun::urgency() const {
    return (*std::ranges::min_element(tickets, {}, [](const auto& ticket) { return ticket->lane->urgency; }))
        ->lane->urgency;
}

Worker::Worker(EngineOptions options)
    : m_options(withDefaults(std::move(options)))
    , m_results(m_options.memoryBudget / 2)
    , m_references({.formats = m_options.formats, .memory = m_options.examinations})
    , m_thread([this] { work(); }) {}

std::shared_ptr<LaneState> Worker::open(Urgency urgency) {
    auto lane = std::make_shared<LaneState>();
    lane->urgency = urgency;
    const std::lock_guard lock(m_mutex);
    m_lanes.push_back(lane);
    return lane;
}

void Worker::close(const std::shared_ptr<LaneState>& lane) {
    {
        const std::lock_guard lock(m_mutex);
        lane->closed = true;
        drop(*lane, Status::Cancelled);
        leave(*lane, Status::Cancelled);
        lane->take(); // untold
        std::erase(m_lanes, lane);
    }
    m_changed.notify_all();
}

Generation Worker::submit(const std::shared_ptr<LaneState>& lane, Request request) {
    Generation generation;
    bool news = false;
    {
        const std::lock_guard lock(m_mutex);
        news = lane->waiting || lane->running || m_stopping;
        drop(*lane, Status::Superseded);
        leave(*lane, Status::Superseded);
        generation = {++lane->newest.number};
        lane->forgetAnswers();
        lane->waiting =
            std::make_shared<Ticket>(Ticket{.lane = lane, .generation = generation, .request = std::move(request)});
        if (m_stopping)
            drop(*lane, Status::Cancelled);
    }
    m_changed.notify_all();
    if (news)
        wake();
    return generation;
}

void Worker::cancel(LaneState& lane) {
    bool news = false;
    {
        const std::lock_guard lock(m_mutex);
        news = lane.waiting || lane.running;
        drop(lane, Status::Cancelled);
        leave(lane, Status::Cancelled);
    }
    m_changed.notify_all();
    if (news)
        wake();
}

std::vector<SharedSnapshot> Worker::take(LaneState& lane) {
    const std::lock_guard lock(m_mutex);
    return lane.take();
}

void Worker::setMemoryBudget(std::size_t bytes) {
    const std::lock_guard lock(m_mutex);
    m_options.memoryBudget = budgetOrDefault(bytes);
}

void Worker::holdOff(std::chrono::milliseconds time) {
    if (!m_options.sharesCores)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_heldUntil = Clock::now() + time;
    }
    m_changed.notify_all();
}

bool Worker::stop(double seconds) {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const auto& lane : m_lanes)
            drop(*lane, Status::Cancelled);
        for (SharedRun* run : m_runs)
            run->stop.request_stop();
    }
    m_changed.notify_all();
    wake();
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return m_hasEnded; });
}

void Worker::end() {
    stop(0);
    m_thread.join();
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
}

// Who may begin now, more urgent than `inside` where something runs: of the most urgent lanes that wait, the one whose
// last turn is longest ago. A lane's earlier request may still be on the stack below: it ends first.
LaneState* Worker::next(const SharedRun* inside) const {
    LaneState* found = nullptr;
    for (const auto& lane : m_lanes) {
        if (!lane->waiting || lane->running || (inside && lane->urgency >= inside->urgency()))
            continue;
        if (!found || std::pair(lane->urgency, lane->lastTurn) < std::pair(found->urgency, found->lastTurn))
            found = lane.get();
    }
    return found;
}

std::shared_ptr<Ticket> Worker::begin(SharedRun& run, const SharedRun* inside) {
    LaneState* lane = m_stopping ? nullptr : next(inside);
    if (!lane)
        return nullptr;
    run.latest.status = Status::Running;
    assign(*lane, run);
    m_runs.push_back(&run);
    return lane->running;
}

void Worker::assign(LaneState& lane, SharedRun& run) {
    lane.running = std::exchange(lane.waiting, nullptr);
    lane.running->run = &run;
    lane.lastTurn = ++m_turns;
    run.tickets.push_back(lane.running);
    lane.tell(told(*lane.running, run.latest, Status::Running));
}

bool Worker::join(SharedRun& run) {
    bool any = false;
    for (const auto& lane : m_lanes) {
        if (run.stop.stop_requested() || !lane->waiting || lane->running ||
            !sameAnswer(lane->waiting->request, run.tickets.front()->request))
            continue;
        assign(*lane, run);
        any = true;
    }
    return any;
}

void Worker::drop(LaneState& lane, Status as) {
    if (const auto ticket = std::exchange(lane.waiting, nullptr))
        lane.tell(told(*ticket, {}, as));
}

// Others may want the answer still; without them the run is stopped, and the ticket ends with it.
void Worker::leave(LaneState& lane, Status as) {
    const std::shared_ptr<Ticket> ticket = lane.running;
    if (!ticket)
        return;
    SharedRun& run = *ticket->run;
    if (run.tickets.size() > 1) {
        std::erase(run.tickets, ticket);
        lane.running = nullptr;
        lane.tell(told(*ticket, run.latest, as));
    } else if (!run.stop.stop_requested()) {
        ticket->endsAs = as;
        run.stop.request_stop();
    }
}

void Worker::wake() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_abandoned)
            return;
    }
    m_options.wake();
}

void Worker::work() {
    nameThread("engine");
    yieldToInteraction();
    const ComputeScope scope(m_options.threads);
    for (;;) {
        SharedRun run;
        std::shared_ptr<Ticket> ticket;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_stopping || (ticket = begin(run, nullptr)); });
            if (m_stopping)
                break;
        }
        perform(run, ticket->request);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
    }
    m_changed.notify_all();
}

void Worker::publish(SharedRun& run, const Snapshot& snapshot) {
    {
        const std::lock_guard lock(m_mutex);
        run.latest = snapshot;
        for (const auto& ticket : run.tickets)
            ticket->lane->tell(told(*ticket, snapshot, Status::Running));
    }
    wake();
}

void Worker::perform(SharedRun& run, const Request& request) {
    Snapshot snapshot{.status = Status::Running};
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
    wake(); // it runs

    {
        const std::lock_guard lock(m_mutex);
        m_results.setBudget(m_options.memoryBudget / 2);
    }
    JobSurroundings surroundings;
    surroundings.device = m_options.device;
    surroundings.examinations = m_options.examinations;
    surroundings.formats = m_options.formats;
    surroundings.models = m_options.models.get();
    surroundings.results = &m_results;
    surroundings.references = &m_references;
    surroundings.stop = run.stop.get_token();
    surroundings.publish = [&](Answer answer, double progress) {
        snapshot.answer = std::move(answer);
        measure(progress);
        publish(run, snapshot);
    };
    surroundings.letOthersRun = [this, &run] {
        do
            waitWhileHeld(run);
        while (performMoreUrgent(run));
    };
    try {
        snapshot.answer = blurig::perform(request, surroundings);
        snapshot.status = Status::Done;
    } catch (const Cancelled&) {
        snapshot.status = Status::Cancelled;
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
        const std::lock_guard lock(m_mutex);
        std::erase(m_runs, &run);
        for (const auto& ticket : run.tickets) {
            ticket->lane->running = nullptr;
            ticket->lane->tell(
                told(*ticket, snapshot, snapshot.status == Status::Cancelled ? ticket->endsAs : snapshot.status));
        }
    }
    wake();
}

bool Worker::performMoreUrgent(SharedRun& inside) { // whether any was
    for (bool any = false;; any = true) {
        SharedRun run;
        std::shared_ptr<Ticket> ticket;
        bool joined = false;
        {
            const std::lock_guard lock(m_mutex);
            joined = join(inside);
            ticket = begin(run, &inside);
        }
        if (joined)
            wake();
        if (!ticket)
            return any;
        perform(run, ticket->request);
    }
}

void Worker::waitWhileHeld(const SharedRun& run) {
    std::unique_lock lock(m_mutex);
    const Clock::time_point latest = Clock::now() + longestHold;
    const auto isNeeded = [&] { return m_stopping || run.stop.stop_requested() || next(&run); };
    while (!isNeeded() && Clock::now() < std::min(m_heldUntil, latest))
        m_changed.wait_until(lock, std::min(m_heldUntil, latest));
}

} // namespace blurig
