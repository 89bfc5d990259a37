// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"
#include "tests/support/opened_gate.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

using namespace blurig;
using namespace blurig::test;

namespace {

// Collects what lanes are told; the test waits for a condition on it.
class Listener {
public:
    EngineOptions options() {
        EngineOptions options;
        options.threads = 1;
        options.models = openedModels();
        options.wake = [this] {
            const std::lock_guard lock(m_mutex);
            ++m_wakes;
            m_changed.notify_all();
        };
        return options;
    }

    // The first snapshot of the lane that fulfils the condition, or null after 20 s.
    template <typename Condition> SharedSnapshot wait(Lane& lane, Condition condition) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (;;) {
            int seen = 0;
            {
                const std::lock_guard lock(m_mutex);
                seen = m_wakes;
            }
            SharedSnapshot found;
            for (const auto& snapshot : lane.take()) {
                if (ended(snapshot->status))
                    m_ends[&lane][snapshot->generation].push_back(snapshot->status);
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

    SharedSnapshot waitForEnd(Lane& lane, Generation generation) {
        return wait(lane, [generation](const Snapshot& s) { return s.generation == generation && ended(s.status); });
    }

    // Of each request of a lane that has been told to end, how.
    std::map<Generation, std::vector<Status>> ends(const Lane& lane) { return m_ends[&lane]; }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_wakes = 0;
    std::map<const Lane*, std::map<Generation, std::vector<Status>>> m_ends;
};

using Ends = std::map<Generation, std::vector<Status>>;

Array ramp(int size = 8) {
    std::vector<float> values(static_cast<std::size_t>(size * size));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i) / static_cast<float>(values.size());
    return Array::fromHost(pictureLayout(1, size, size), std::move(values));
}

Attribute path(const std::shared_ptr<const ModelInfo>& model, int steps) {
    Attribute request;
    request.model = model;
    request.item.input = ramp(pictureSpec(*model).height);
    request.item.target = Target{{{0, 1.0}}};
    request.method = "blur-ig";
    request.parameters = defaultParameters(methodById("blur-ig"));
    request.parameters.set("schedule", std::string_view("log"));
    request.parameters.set("max_sigma", std::string_view("8"));
    request.parameters.set("steps", std::string_view(std::to_string(steps)));
    return request;
}

ProbeGradient probe(const std::shared_ptr<const ModelInfo>& model, double sigma) {
    return {model, ramp(), Target{{{0, 1.0}}}, Score::ClassScore, {.kind = PathKind::Blur, .sigmaMax = 16}, {sigma}};
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
        const auto model = openedGate(gate);
        gate->open();
        Listener listener;
        Engine engine(listener.options());
        Lane lane = engine.lane(Urgency::Focused);
        const auto done = listener.waitForEnd(lane, lane.submit(path(model, 8)));
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
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane lane = engine.lane(Urgency::Focused);
        Attribute request = path(model, 8);
        request.parameters = defaultParameters(methodById("blur-ig"));
        request.parameters.set("max_sigma", std::string_view("8"));
        request.parameters.set("tolerance_map", std::string_view("0.000001")); // so that it goes on
        const Generation generation = lane.submit(request);
        bool coarse = false;
        for (int arrivals = 1; !coarse && arrivals < 40; ++arrivals) {
            QVERIFY(gate->waitForArrivals(arrivals));
            for (const auto& snapshot : lane.take()) {
                const auto state = stateOf(*snapshot);
                coarse = coarse || (state && !state->attribution.empty());
            }
            gate->letGo(1);
        }
        QVERIFY(coarse);
        gate->open();
        QVERIFY(listener.waitForEnd(lane, generation));
    }

    void aNewRequestSupersedesItsOwnLaneOnly() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane explore = engine.lane(Urgency::Focused);
        Lane beside = engine.lane(Urgency::Visible);
        const Generation first = explore.submit(path(model, 40));
        QVERIFY(gate->waitForArrivals(1));
        const Generation other = beside.submit(path(model, 4));
        const Generation second = explore.submit(path(model, 6));
        QCOMPARE(first, Generation{1});
        QCOMPARE(other, Generation{1}); // counted in each lane
        QCOMPARE(second, Generation{2});
        gate->open();
        QVERIFY(listener.waitForEnd(explore, second));
        QVERIFY(listener.waitForEnd(beside, other));
        QCOMPARE(listener.ends(explore), (Ends{{first, {Status::Superseded}}, {second, {Status::Done}}}));
        QCOMPARE(listener.ends(beside), (Ends{{other, {Status::Done}}}));
    }

    // Superseded while running, while waiting, cancelled while waiting, failed and done: each end is told once.
    void everyRequestEndsExactlyOnceAndItsLaneHearsOfIt() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane busy = engine.lane(Urgency::Focused);
        Lane lane = engine.lane(Urgency::Focused);
        const Generation held = busy.submit(path(model, 40));
        QVERIFY(gate->waitForArrivals(1));
        const Generation superseded = lane.submit(path(model, 4));
        const Generation cancelled = lane.submit(path(model, 5));
        lane.cancel();
        lane.cancel(); // of nothing
        const Generation last = lane.submit(OpenPicture{.file = "/nowhere/at/all.png"});
        const Generation next = busy.submit(path(model, 6));
        gate->open();
        QVERIFY(listener.waitForEnd(lane, last));
        QVERIFY(listener.waitForEnd(busy, next));
        const auto done = listener.waitForEnd(lane, lane.submit(path(model, 4)));
        QVERIFY(done && stateOf(*done));
        QVERIFY(engine.stop(20.0)); // nothing comes after it
        QVERIFY(lane.take().empty());
        QVERIFY(busy.take().empty());
        QCOMPARE(listener.ends(busy), (Ends{{held, {Status::Superseded}}, {next, {Status::Done}}}));
        QCOMPARE(listener.ends(lane), (Ends{{superseded, {Status::Superseded}},
                                            {cancelled, {Status::Cancelled}},
                                            {last, {Status::Failed}},
                                            {Generation{4}, {Status::Done}}}));
    }

    void aLaneThatGoesCancelsItsRequestAndHearsNoMore() {
        const auto gate = std::make_shared<Gate>();
        const auto other = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        const auto otherModel = openedGate(other);
        other->open();
        Listener listener;
        Engine engine(listener.options());
        Lane stays = engine.lane(Urgency::Visible);
        {
            Lane goes = engine.lane(Urgency::Focused);
            goes.submit(path(model, 60));
            QVERIFY(gate->waitForArrivals(1));
            const Lane moved = std::move(goes); // a handle: what it asked for goes with it
        }
        const Generation next = stays.submit(path(otherModel, 4));
        gate->letGo(1);
        QVERIFY(listener.waitForEnd(stays, next));
        QCOMPARE(gate->batches().size(), std::size_t{1});
    }

    void aLaneMayOutliveItsEngine() {
        Listener listener;
        auto engine = std::make_unique<Engine>(listener.options());
        Lane lane = engine->lane(Urgency::Batch);
        engine.reset();
        lane.submit(OpenPicture{.file = "/nowhere/at/all.png"});
        const auto told = lane.take();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told.front()->status, Status::Cancelled);
    }

    void urgencyIsTheOrder_data() {
        QTest::addColumn<Urgency>("running");
        const std::pair<const char*, Urgency> all[] = {{"probe", Urgency::Probe},       {"opening", Urgency::Opening},
                                                       {"focused", Urgency::Focused},   {"visible", Urgency::Visible},
                                                       {"prefetch", Urgency::Prefetch}, {"batch", Urgency::Batch}};
        for (const auto& [name, urgency] : all)
            QTest::newRow(name) << urgency;
    }

    // While something of one urgency runs, one of each is asked for, the least urgent first; each has a gate.
    void urgencyIsTheOrder() {
        QFETCH(Urgency, running);
        const auto held = std::make_shared<Gate>();
        const auto model = openedGate(held);
        Listener listener;
        Engine engine(listener.options());
        Lane first = engine.lane(running);
        const Generation began = first.submit(path(model, 24));
        QVERIFY(held->waitForArrivals(1));
        constexpr std::size_t count = 6;
        std::vector<std::shared_ptr<Gate>> gates(count);
        std::vector<Lane> lanes;
        for (std::size_t i = 0; i < count; ++i)
            lanes.push_back(engine.lane(static_cast<Urgency>(i)));
        for (std::size_t i = count; i-- > 0;) {
            gates[i] = std::make_shared<Gate>();
            lanes[i].submit(probe(openedGate(gates[i]), 1));
        }
        held->open();
        for (std::size_t i = 0; i < count; ++i) {
            if (i == static_cast<std::size_t>(running))
                QVERIFY(listener.waitForEnd(first, began)); // before all that are not more urgent
            QVERIFY(gates[i]->waitForArrivals(1));
            for (std::size_t later = i + 1; later < count; ++later)
                QVERIFY(gates[later]->batches().empty());
            gates[i]->open();
            QVERIFY(listener.waitForEnd(lanes[i], {1}));
        }
    }

    // Two lanes of one urgency: the one that had a turn asks again before the worker is free, and waits for its next.
    void lanesOfEqualUrgencyTakeTurns() {
        Listener listener;
        Engine engine(listener.options());
        Lane greedy = engine.lane(Urgency::Visible);
        Lane patient = engine.lane(Urgency::Visible);
        Lane urgent = engine.lane(Urgency::Focused);
        std::vector<std::shared_ptr<Gate>> gates;
        const auto ask = [&gates](Lane& lane) {
            gates.push_back(std::make_shared<Gate>());
            return lane.submit(probe(openedGate(gates.back()), 1));
        };
        ask(greedy);
        QVERIFY(gates[0]->waitForArrivals(1));
        const Generation asked = ask(patient);
        ask(urgent);
        gates[0]->open();
        QVERIFY(gates[2]->waitForArrivals(1));
        const Generation again = ask(greedy);
        gates[2]->open();
        QVERIFY(gates[1]->waitForArrivals(1));
        QVERIFY(gates[3]->batches().empty());
        gates[1]->open();
        QVERIFY(listener.waitForEnd(patient, asked));
        gates[3]->open();
        QVERIFY(listener.waitForEnd(greedy, again));
    }

    void thereMayBeAnyNumberOfLanes() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        gate->open();
        Listener listener;
        Engine engine(listener.options());
        std::vector<Lane> lanes;
        std::vector<Generation> asked;
        for (int i = 0; i < 100; ++i) {
            lanes.push_back(engine.lane(Urgency::Visible));
            asked.push_back(lanes.back().submit(probe(model, 0.1 * (1 + i))));
        }
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            const auto done = listener.waitForEnd(lanes[i], asked[i]);
            QVERIFY(done);
            QCOMPARE(std::get<ProbedGradient>(done->answer).position.value, 0.1 * static_cast<double>(1 + i));
        }
    }

    void aProbeRunsAtTheNextBatchBoundaryAndChangesNothing() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        gate->open();
        Listener undisturbed;
        Engine first(undisturbed.options());
        Lane only = first.lane(Urgency::Focused);
        const auto alone = undisturbed.waitForEnd(only, only.submit(path(model, 24)));
        QVERIFY(alone);

        Listener listener;
        Engine engine(listener.options()); // of its own: the first remembers the result
        Lane explore = engine.lane(Urgency::Focused);
        Lane probes = engine.lane(Urgency::Probe);

        const auto closed = std::make_shared<Gate>();
        const auto same = openedGate(closed);
        const Generation run = explore.submit(path(same, 24));
        QVERIFY(closed->waitForArrivals(1));
        const Generation probed = probes.submit(probe(same, 2.0));
        closed->letGo(2); // the batch that is under way, and the probe
        const auto answer = listener.waitForEnd(probes, probed);
        QVERIFY(answer);
        QCOMPARE(answer->status, Status::Done);
        QVERIFY(closed->waitForArrivals(3)); // the path goes on behind it
        closed->open();
        const auto between = listener.waitForEnd(explore, run);
        QVERIFY(between);
        QCOMPARE(between->status, Status::Done);
        QCOMPARE(valuesOf(stateOf(*between)->attribution), valuesOf(stateOf(*alone)->attribution)); // the same bits
    }

    void aHeldRunWaitsForItsTimeAndMoreUrgentOnesDoNot() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        EngineOptions options = listener.options();
        options.sharesCores = true;
        Engine engine(options);
        Lane explore = engine.lane(Urgency::Focused);
        Lane probes = engine.lane(Urgency::Probe);
        const Generation held = explore.submit(path(model, 24));
        QVERIFY(gate->waitForArrivals(1));
        engine.holdOff(std::chrono::hours(1));
        const Generation probed = probes.submit(probe(model, 2.0));
        gate->open();
        QVERIFY(listener.waitForEnd(probes, probed));
        QCOMPARE(gate->batches().size(), std::size_t{2}); // the batch that was under way, and the probe
        engine.holdOff(std::chrono::milliseconds(0));
        const auto done = listener.waitForEnd(explore, held);
        QVERIFY(done);
        QCOMPARE(done->status, Status::Done);
    }

    void cancelEndsAtTheBatchBoundaryAndKeepsWhatThereIs() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane lane = engine.lane(Urgency::Focused);
        const Generation generation = lane.submit(path(model, 60));
        QVERIFY(gate->waitForArrivals(1));
        lane.cancel();
        gate->letGo(1);
        const auto end = listener.waitForEnd(lane, generation);
        QVERIFY(end);
        QCOMPARE(end->status, Status::Cancelled);
        QCOMPARE(gate->batches().size(), std::size_t{1}); // no batch began after it
        gate->open();
        const auto next = listener.waitForEnd(lane, lane.submit(path(model, 4)));
        QVERIFY(next); // and the engine is still usable
        QCOMPARE(next->status, Status::Done);
    }

    void whatStillWaitsIsCancelledAtOnce() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane explore = engine.lane(Urgency::Focused);
        Lane beside = engine.lane(Urgency::Visible);
        const Generation running = explore.submit(path(model, 4));
        QVERIFY(gate->waitForArrivals(1));
        const Generation waiting = beside.submit(path(model, 6));
        beside.cancel();
        const auto end = listener.waitForEnd(beside, waiting);
        QVERIFY(end);
        QCOMPARE(end->status, Status::Cancelled);
        gate->open();
        QVERIFY(listener.waitForEnd(explore, running));
    }

    void whatWasComputedOnceIsAnsweredFromMemory() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        gate->open();
        Listener listener;
        Engine engine(listener.options());
        Lane ahead = engine.lane(Urgency::Prefetch);
        Lane lane = engine.lane(Urgency::Focused);
        const auto first = listener.waitForEnd(ahead, ahead.submit(path(model, 8)));
        QVERIFY(first);
        const std::size_t batches = gate->batches().size();
        const auto again = listener.waitForEnd(lane, lane.submit(path(model, 8)));
        QVERIFY(again);
        QCOMPARE(again->status, Status::Done);
        QCOMPARE(stateOf(*again), stateOf(*first));
        QCOMPARE(gate->batches().size(), batches);
        Attribute other = path(model, 8);
        other.item.target = Target{{{1, 1.0}}};
        const auto computed = listener.waitForEnd(lane, lane.submit(other));
        QVERIFY(stateOf(*computed) != stateOf(*first));
        QVERIFY(gate->batches().size() > batches);
    }

    // What a more urgent lane asks for while it runs is not computed twice, and one lane's cancel is not the others'.
    void whatRunsAlreadyIsAnsweredToAllLanesThatAsk() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane ahead = engine.lane(Urgency::Prefetch);
        Lane explore = engine.lane(Urgency::Focused);
        Lane beside = engine.lane(Urgency::Batch);
        const Attribute request = path(model, 24);
        const Generation first = ahead.submit(request);
        QVERIFY(gate->waitForArrivals(1));
        const Generation second = explore.submit(request);
        const Generation third = beside.submit(request);
        gate->letGo(1);
        QVERIFY(gate->waitForArrivals(2));
        ahead.cancel();
        const auto cancelled = listener.waitForEnd(ahead, first);
        QVERIFY(cancelled);
        QCOMPARE(cancelled->status, Status::Cancelled);
        gate->open();
        const auto done = listener.waitForEnd(explore, second);
        const auto alsoDone = listener.waitForEnd(beside, third);
        QVERIFY(done && alsoDone);
        QCOMPARE(done->status, Status::Done);
        QCOMPARE(stateOf(*done), stateOf(*alsoDone));
        const auto undisturbed = std::make_shared<Gate>();
        const auto same = openedGate(undisturbed);
        undisturbed->open();
        Listener another;
        Engine fresh(another.options());
        Lane alone = fresh.lane(Urgency::Focused);
        const auto expected = another.waitForEnd(alone, alone.submit(path(same, 24)));
        QCOMPARE(gate->batches(), undisturbed->batches()); // as of one
        QCOMPARE(valuesOf(stateOf(*done)->attribution), valuesOf(stateOf(*expected)->attribution));
    }

    void requestsThatDifferInAnyPartAreTwo_data() {
        QTest::addColumn<std::function<void(Attribute&)>>("change");
        const auto row = [](const char* name, const std::function<void(Attribute&)>& change) {
            QTest::newRow(name) << change;
        };
        row("input", [](Attribute& a) { a.item.input = ramp(); });
        row("target", [](Attribute& a) { a.item.target = Target{{{1, 1.0}}}; });
        row("score", [](Attribute& a) { a.item.score = Score::Logit; });
        row("method", [](Attribute& a) { a.method = "ig"; });
        row("parameters", [](Attribute& a) { a.parameters.set("steps", std::string_view("5")); });
        row("own baseline", [](Attribute& a) { a.ownBaseline.file = "/own.png"; });
        row("own baseline's hash", [](Attribute& a) { a.ownBaseline.sha256 = "00"; });
        row("own baseline's colours", [](Attribute& a) { a.ownBaseline.colours = ColourConversion::ToSrgb; });
    }

    void requestsThatDifferInAnyPartAreTwo() {
        QFETCH(const std::function<void(Attribute&)>, change);
        const auto gate = std::make_shared<Gate>();
        const Attribute request = path(openedGate(gate), 4);
        Attribute other = request;
        QVERIFY(sameAnswer(request, other));
        change(other);
        QVERIFY(!sameAnswer(request, other));
    }

    void thePrefetchGivesWayToWhatIsAskedFor() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane prefetch = engine.lane(Urgency::Prefetch);
        Lane explore = engine.lane(Urgency::Focused);
        const Generation ahead = prefetch.submit(path(model, 60));
        QVERIFY(gate->waitForArrivals(1));
        const Generation asked = explore.submit(path(model, 4));
        prefetch.cancel();
        gate->open();
        QCOMPARE(listener.waitForEnd(prefetch, ahead)->status, Status::Cancelled);
        QCOMPARE(listener.waitForEnd(explore, asked)->status, Status::Done);
    }

    void aUsersErrorFailsTheRequestWithItsWords() {
        Listener listener;
        Engine engine(listener.options());
        Lane lane = engine.lane(Urgency::Opening);
        const auto end = listener.waitForEnd(lane, lane.submit(OpenPicture{.file = "/nowhere/at/all.png"}));
        QVERIFY(end);
        QCOMPARE(end->status, Status::Failed);
        QCOMPARE(end->error->code(), ErrorCode::UnreadableFile);
        QVERIFY(QString(end->error->what()).contains("/nowhere/at/all.png"));
    }

    void aModelThatThrowsFailsTheRequestAndNothingElse() {
        const auto model = openedModels()->keep(
            scriptModel("def forward(self, x):\n"
                        "    assert x.mean().item() > 0.4, 'too dark'\n    return x.mean([2, 3])\n",
                        plainCard(1, 8, 8, OutputKind::MultiLabelLogits)));
        Attribute request = path(model, 4);
        request.item.input = Array::fromHost(pictureLayout(1, 8, 8), std::vector<float>(64, 0.1F));
        Listener listener;
        Engine engine(listener.options());
        Lane lane = engine.lane(Urgency::Focused);
        const auto end = listener.waitForEnd(lane, lane.submit(request));
        QVERIFY(end);
        QCOMPARE(end->status, Status::Failed);
        QCOMPARE(end->error->code(), ErrorCode::ModelFailed);
        QVERIFY(QString(end->error->what()).contains("too dark"));
    }

    void stopEndsWithinOneBatch() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        Listener listener;
        Engine engine(listener.options());
        Lane running = engine.lane(Urgency::Focused);
        Lane waiting = engine.lane(Urgency::Focused);
        const Generation ran = running.submit(path(model, 60));
        QVERIFY(gate->waitForArrivals(1));
        const Generation waited = waiting.submit(path(model, 4));
        QVERIFY(!engine.stop(0.0)); // a model that does not return does not hang the caller
        gate->letGo(1);
        QVERIFY(engine.stop(20.0));
        QCOMPARE(gate->batches().size(), std::size_t{1});
        QCOMPARE(listener.waitForEnd(running, ran)->status, Status::Cancelled);
        QCOMPARE(listener.waitForEnd(waiting, waited)->status, Status::Cancelled);
    }
};

BLURIG_TEST(TestEngine)
#include "test_engine.moc"
