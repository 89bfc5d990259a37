// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"
#include "tests/support/gate_model.h"
#include "tests/support/script_model.h"

#include <QTest>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

using namespace blurig;
using namespace blurig::test;

namespace {

// Collects what the engine publishes; the test waits for a condition on it.
class Listener {
public:
    EngineOptions options() {
        EngineOptions options;
        options.threads = 1;
        options.wake = [this] {
            const std::lock_guard lock(m_mutex);
            ++m_wakes;
            m_changed.notify_all();
        };
        return options;
    }

    // The first snapshot that fulfils the condition, or null after 20 s.
    template <typename Condition> std::shared_ptr<const Snapshot> wait(Engine& engine, Condition condition) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (;;) {
            int seen = 0;
            {
                const std::lock_guard lock(m_mutex);
                seen = m_wakes;
            }
            std::shared_ptr<const Snapshot> found;
            for (const auto& snapshot : engine.take()) {
                m_statuses[snapshot->generation].push_back(snapshot->status);
                if (!found && condition(*snapshot))
                    found = snapshot;
            }
            if (found)
                return found;
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_until(lock, deadline, [this, seen] { return m_wakes > seen; }))
                return nullptr;
        }
    }

    std::shared_ptr<const Snapshot> waitForEnd(Engine& engine, Generation generation) {
        return wait(engine, [generation](const Snapshot& s) { return s.generation == generation && ended(s.status); });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_wakes = 0;
    std::map<Generation, std::vector<Status>> m_statuses;
};

Array ramp(int size = 8) {
    std::vector<float> values(static_cast<std::size_t>(size * size));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i) / static_cast<float>(values.size());
    return Array::fromHost(pictureLayout(1, size, size), std::move(values));
}

Attribute path(const std::shared_ptr<const Model>& model, int steps) {
    Attribute request;
    request.model = model;
    request.item.input = ramp(model->card().input.height);
    request.item.target = Target{{{0, 1.0}}};
    request.method = "blur-ig";
    request.parameters = defaultParameters(methodById("blur-ig"));
    request.parameters.set("schedule", std::string_view("log"));
    request.parameters.set("max_sigma", std::string_view("8"));
    request.parameters.set("steps", std::string_view(std::to_string(steps)));
    return request;
}

ProbeGradient probe(const std::shared_ptr<const Model>& model, double sigma) {
    return {model, ramp(), Target{{{0, 1.0}}}, Score::ClassScore, sigma};
}

std::shared_ptr<const MethodState> stateOf(const Snapshot& snapshot) {
    const auto* state = std::get_if<std::shared_ptr<const MethodState>>(&snapshot.answer);
    return state ? *state : nullptr;
}

std::vector<float> valuesOf(const Array& array) {
    const std::span<const float> host = array.host();
    return {host.begin(), host.end()};
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void computesOnItsOwnThreadOnly() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        gate->open();
        Listener listener;
        Engine engine(listener.options());
        const auto done = listener.waitForEnd(engine, engine.submit(Slot::Explore, path(model, 8)));
        QVERIFY(done);
        QCOMPARE(done->status, Status::Done);
        const std::vector<std::thread::id> threads = gate->threads();
        QVERIFY(!threads.empty());
        for (const std::thread::id thread : threads) {
            QVERIFY(thread != std::this_thread::get_id());
            QCOMPARE(thread, threads.front());
        }
    }

    void publishesACoarseMapBeforeTheEnd() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        Listener listener;
        Engine engine(listener.options());
        Attribute request = path(model, 8);
        request.parameters = defaultParameters(methodById("blur-ig"));
        request.parameters.set("max_sigma", std::string_view("8"));
        request.parameters.set("tolerance_map", std::string_view("0.000001")); // so that it goes on
        const Generation generation = engine.submit(Slot::Explore, request);
        bool coarse = false;
        for (int arrivals = 1; !coarse && arrivals < 40; ++arrivals) {
            QVERIFY(gate->waitForArrivals(arrivals));
            for (const auto& snapshot : engine.take()) {
                const auto state = stateOf(*snapshot);
                coarse = coarse || (state && !state->attribution.empty());
            }
            gate->letGo(1);
        }
        QVERIFY(coarse);
        gate->open();
        QVERIFY(listener.waitForEnd(engine, generation));
    }

    void aNewRequestSupersedesItsOwnSlotOnly() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        Listener listener;
        Engine engine(listener.options());
        const Generation first = engine.submit(Slot::Explore, path(model, 40));
        QVERIFY(gate->waitForArrivals(1));
        const Generation beside = engine.submit(Slot::Beside, path(model, 4));
        const Generation second = engine.submit(Slot::Explore, path(model, 4));
        gate->letGo(1);
        // A mailbox, no queue: the newer request's first snapshot may have taken the place of the older one's last.
        const auto end = listener.wait(engine, [&](const Snapshot& s) {
            return (s.generation == first && ended(s.status)) || s.generation == second;
        });
        QVERIFY(end);
        QVERIFY(end->generation == second || end->status == Status::Superseded);
        gate->open();
        std::map<Generation, Status> statuses;
        QVERIFY(listener.wait(engine, [&](const Snapshot& s) {
            if (ended(s.status))
                statuses[s.generation] = s.status;
            return statuses.contains(beside) && statuses.contains(second);
        }));
        QCOMPARE(statuses.at(second), Status::Done);
        QCOMPARE(statuses.at(beside), Status::Done);
    }

    void aProbeRunsAtTheNextBatchBoundaryAndChangesNothing() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        gate->open();
        Listener undisturbed;
        Engine first(undisturbed.options());
        const auto alone = undisturbed.waitForEnd(first, first.submit(Slot::Explore, path(model, 24)));
        QVERIFY(alone);

        Listener listener;
        Engine engine(listener.options()); // of its own: the first remembers the result

        const auto closed = std::make_shared<Gate>();
        const auto same = gateModel(closed);
        const Generation explore = engine.submit(Slot::Explore, path(same, 24));
        QVERIFY(closed->waitForArrivals(1));
        const Generation probed = engine.submit(Slot::Probe, probe(same, 2.0));
        closed->letGo(2); // the batch that is under way, and the probe
        const auto answer = listener.waitForEnd(engine, probed);
        QVERIFY(answer);
        QCOMPARE(answer->status, Status::Done);
        QVERIFY(closed->waitForArrivals(3)); // the path goes on behind it
        closed->open();
        const auto between = listener.waitForEnd(engine, explore);
        QVERIFY(between);
        QCOMPARE(between->status, Status::Done);
        QCOMPARE(valuesOf(stateOf(*between)->attribution), valuesOf(stateOf(*alone)->attribution)); // the same bits
    }

    void aHeldRunWaitsForItsTimeAndMoreUrgentOnesDoNot() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        Listener listener;
        EngineOptions options = listener.options();
        options.sharesCores = true;
        Engine engine(options);
        const Generation held = engine.submit(Slot::Explore, path(model, 24));
        QVERIFY(gate->waitForArrivals(1));
        engine.holdOff(std::chrono::hours(1));
        const Generation probed = engine.submit(Slot::Probe, probe(model, 2.0));
        gate->open();
        QVERIFY(listener.waitForEnd(engine, probed));
        QCOMPARE(gate->batches().size(), std::size_t{2}); // the batch that was under way, and the probe
        engine.holdOff(std::chrono::milliseconds(0));
        const auto done = listener.waitForEnd(engine, held);
        QVERIFY(done);
        QCOMPARE(done->status, Status::Done);
    }

    void cancelEndsAtTheBatchBoundaryAndKeepsWhatThereIs() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        Listener listener;
        Engine engine(listener.options());
        const Generation generation = engine.submit(Slot::Explore, path(model, 60));
        QVERIFY(gate->waitForArrivals(1));
        engine.cancel(Slot::Explore);
        gate->letGo(1);
        const auto end = listener.waitForEnd(engine, generation);
        QVERIFY(end);
        QCOMPARE(end->status, Status::Cancelled);
        QCOMPARE(gate->batches().size(), std::size_t{1}); // no batch began after it
        gate->open();
        const auto next = listener.waitForEnd(engine, engine.submit(Slot::Explore, path(model, 4)));
        QVERIFY(next); // and the engine is still usable
        QCOMPARE(next->status, Status::Done);
    }

    void whatStillWaitsIsCancelledAtOnce() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        Listener listener;
        Engine engine(listener.options());
        const Generation running = engine.submit(Slot::Explore, path(model, 4));
        QVERIFY(gate->waitForArrivals(1));
        const Generation waiting = engine.submit(Slot::Beside, path(model, 4));
        engine.cancel(Slot::Beside);
        const auto end = listener.waitForEnd(engine, waiting);
        QVERIFY(end);
        QCOMPARE(end->status, Status::Cancelled);
        gate->open();
        QVERIFY(listener.waitForEnd(engine, running));
    }

    void whatWasComputedOnceIsAnsweredFromMemory() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        gate->open();
        Listener listener;
        Engine engine(listener.options());
        const auto first = listener.waitForEnd(engine, engine.submit(Slot::Prefetch, path(model, 8)));
        QVERIFY(first);
        const std::size_t batches = gate->batches().size();
        const auto again = listener.waitForEnd(engine, engine.submit(Slot::Explore, path(model, 8)));
        QVERIFY(again);
        QCOMPARE(again->status, Status::Done);
        QCOMPARE(stateOf(*again), stateOf(*first));
        QCOMPARE(gate->batches().size(), batches);
        Attribute other = path(model, 8);
        other.item.target = Target{{{1, 1.0}}};
        const auto computed = listener.waitForEnd(engine, engine.submit(Slot::Explore, other));
        QVERIFY(stateOf(*computed) != stateOf(*first));
        QVERIFY(gate->batches().size() > batches);
    }

    void thePrefetchGivesWayToWhatIsAskedFor() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        Listener listener;
        Engine engine(listener.options());
        const Generation ahead = engine.submit(Slot::Prefetch, path(model, 60));
        QVERIFY(gate->waitForArrivals(1));
        const Generation asked = engine.submit(Slot::Explore, path(model, 4));
        engine.cancel(Slot::Prefetch);
        gate->open();
        std::map<Generation, Status> statuses;
        QVERIFY(listener.wait(engine, [&](const Snapshot& s) {
            if (ended(s.status))
                statuses[s.generation] = s.status;
            return statuses.contains(ahead) && statuses.contains(asked);
        }));
        QCOMPARE(statuses.at(ahead), Status::Cancelled);
        QCOMPARE(statuses.at(asked), Status::Done);
    }

    void aUsersErrorFailsTheRequestWithItsWords() {
        Listener listener;
        Engine engine(listener.options());
        const auto end =
            listener.waitForEnd(engine, engine.submit(Slot::Picture, OpenPicture{.file = "/nowhere/at/all.png"}));
        QVERIFY(end);
        QCOMPARE(end->status, Status::Failed);
        QCOMPARE(end->error->code(), ErrorCode::UnreadableFile);
        QVERIFY(QString(end->error->what()).contains("/nowhere/at/all.png"));
    }

    void aModelThatThrowsFailsTheRequestAndNothingElse() {
        const auto model = scriptModel("def forward(self, x):\n"
                                       "    assert x.mean().item() > 0.4, 'too dark'\n    return x.mean([2, 3])\n",
                                       plainCard(1, 8, 8, OutputKind::MultiLabelLogits));
        Attribute request = path(model, 4);
        request.item.input = Array::fromHost(pictureLayout(1, 8, 8), std::vector<float>(64, 0.1F));
        Listener listener;
        Engine engine(listener.options());
        const auto end = listener.waitForEnd(engine, engine.submit(Slot::Explore, request));
        QVERIFY(end);
        QCOMPARE(end->status, Status::Failed);
        QCOMPARE(end->error->code(), ErrorCode::ModelFailed);
        QVERIFY(QString(end->error->what()).contains("too dark"));
    }

    void stopEndsWithinOneBatch() {
        const auto gate = std::make_shared<Gate>();
        const auto model = gateModel(gate);
        Listener listener;
        Engine engine(listener.options());
        engine.submit(Slot::Explore, path(model, 60));
        QVERIFY(gate->waitForArrivals(1));
        QVERIFY(!engine.stop(0.0)); // a model that does not return does not hang the caller
        gate->letGo(1);
        QVERIFY(engine.stop(20.0));
        QCOMPARE(gate->batches().size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestEngine)
#include "test_engine.moc"
