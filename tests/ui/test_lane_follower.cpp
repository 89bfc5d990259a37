// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/opened_gate.h"
#include "tests/support/test_class.h"
#include "ui/engine/lane_follower.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace blurig;
using namespace blurig::test;
using namespace blurig::ui;

namespace {

constexpr int patience = 20000; // ms, for a loaded machine

ProbeGradient probe(const std::shared_ptr<const ModelInfo>& model, double sigma) {
    const Array input = Array::fromHost(pictureLayout(1, 8, 8), std::vector<float>(64, 0.25F));
    return {model, input, Target{{{0, 1.0}}}, Score::ClassScore, {.kind = PathKind::Blur, .sigmaMax = 16}, {sigma}};
}

// What a follower is told: the sigmas of probes that are done, and how often it was cancelled or failed.
struct Heard {
    explicit Heard(LaneFollower& lane) {
        QObject::connect(&lane, &LaneFollower::updated, [this](const SharedSnapshot& snapshot) {
            if (const auto* found = answerOf<ProbedGradient>(*snapshot))
                done.push_back(found->position.value);
            cancelled += snapshot->status == Status::Cancelled;
        });
        QObject::connect(&lane, &LaneFollower::failed, [this](const Error&) { ++failed; });
    }
    std::vector<double> done;
    int cancelled = 0;
    int failed = 0;
};

} // namespace

class TestLaneFollower : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyTheNewestIsHeardOf() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        EngineAdapter engine({.models = openedModels()});
        LaneFollower lane(&engine, Urgency::Focused);
        const Heard heard(lane);
        lane.submit(probe(model, 1));
        QVERIFY(gate->waitForArrivals(1));
        lane.submit(OpenPicture{.file = "/nowhere/at/all.png"}); // superseded while it waits
        lane.submit(probe(model, 2));
        gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(heard.done.size(), std::size_t{1}, patience);
        QCOMPARE(heard.done.front(), 2.0);
        QCOMPARE(heard.cancelled, 0);
        QCOMPARE(heard.failed, 0);
    }

    void aCancelIsToldAndAWithdrawalIsNot() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        EngineAdapter engine({.models = openedModels()});
        LaneFollower running(&engine, Urgency::Focused);
        LaneFollower cancelled(&engine, Urgency::Focused);
        LaneFollower withdrawn(&engine, Urgency::Focused);
        const Heard ofRunning(running);
        const Heard ofCancelled(cancelled);
        const Heard ofWithdrawn(withdrawn);
        running.submit(probe(model, 1));
        QVERIFY(gate->waitForArrivals(1));
        cancelled.submit(probe(model, 2));
        withdrawn.submit(probe(model, 3));
        cancelled.cancel();
        withdrawn.withdraw();
        gate->open();
        QTRY_COMPARE_WITH_TIMEOUT(ofRunning.done.size(), std::size_t{1}, patience);
        QCOMPARE(ofCancelled.cancelled, 1);
        QVERIFY(ofWithdrawn.done.empty());
        QCOMPARE(ofWithdrawn.cancelled, 0);
    }

    void aFailureIsToldWithItsError() {
        EngineAdapter engine;
        LaneFollower lane(&engine, Urgency::Opening);
        const Heard heard(lane);
        lane.submit(OpenPicture{.file = "/nowhere/at/all.png"});
        QTRY_COMPARE_WITH_TIMEOUT(heard.failed, 1, patience);
    }

    // A pane that is closed by what it hears.
    void mayEndWhileItIsTold() {
        const auto gate = std::make_shared<Gate>();
        const auto model = openedGate(gate);
        gate->open();
        EngineAdapter engine({.models = openedModels()});
        auto lane = std::make_unique<LaneFollower>(&engine, Urgency::Focused);
        connect(lane.get(), &LaneFollower::updated, this, [&lane] { lane.reset(); });
        lane->submit(probe(model, 1));
        QTRY_VERIFY_WITH_TIMEOUT(!lane, patience);
    }

    void mayOutliveTheEngine() {
        auto engine = std::make_unique<EngineAdapter>();
        LaneFollower lane(engine.get(), Urgency::Focused);
        engine.reset();
        lane.submit(OpenPicture{.file = "/nowhere/at/all.png"});
        lane.cancel();
    }
};

BLURIG_TEST(TestLaneFollower)
#include "test_lane_follower.moc"
