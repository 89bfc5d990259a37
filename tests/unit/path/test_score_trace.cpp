// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"
#include "core/path/score_trace.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

const Target first{.classes = {{0, 1.0}}, .words = {}};

Array scores(std::vector<float> values) {
    const auto count = static_cast<std::int64_t>(values.size());
    return Array::fromHost({.batch = 0, .channels = 1, .axes = {{.name = "class", .size = count}}, .range = {}},
                           std::move(values));
}

// A straight path whose F is known at alpha 1, 0.75, 0.25 and 0, in this order.
PathState straight(const std::vector<double>& values) {
    const Array z = constantPicture(1, 2, 2, 1);
    PathState state;
    state.path = std::make_shared<StraightPath>(z, constantPicture(1, 2, 2, 0));
    const double positions[] = {0, 0.25, 0.75, 1};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto f = static_cast<float>(values[i]);
        state.nodes.push_back(std::make_shared<PathNode>(
            PathNode{.position = positions[i], .value = values[i], .classScores = scores({f, 0.25F, 0.1F * f})}));
    }
    return state;
}

} // namespace

class TestScoreTrace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharesRunFromTheFarEndToTheInput() {
        const StraightPath line(constantPicture(1, 2, 2, 1), constantPicture(1, 2, 2, 0));
        QCOMPARE(shareOfWay(line, {1}), 0.0);
        QCOMPARE(shareOfWay(line, {0.25}), 0.75);
        QCOMPARE(shareOfWay(line, {0}), 1.0);
        const BlurPath blur(std::make_shared<ScaleSpace>(roughPicture(1, 8, 8)), 12);
        QCOMPARE(positionAtShare(blur, 0).value, 12.0);
        QCOMPARE(positionAtShare(blur, 1).value, 0.0);
        QCOMPARE(shareOfWay(blur, {0.5 * (std::sqrt(25.0) - 1)}), 0.5); // 1 + 12/0.5 is 25
        for (const double share : {0.1, 0.5, 0.9})
            QVERIFY(std::abs(shareOfWay(blur, positionAtShare(blur, share)) - share) < 1e-12);
    }

    void scoresAreThoseOfTheNodesAndLinesBetween() {
        const PathState state = straight({0.9, 0.8, 0.2, 0.0});
        const TracedScore node = tracedScore(state, first, {0.25});
        QVERIFY(node.evaluated);
        QCOMPARE(node.value, 0.8);
        const TracedScore between = tracedScore(state, first, {0.375}); // a quarter of the way to the next
        QVERIFY(!between.evaluated);
        QCOMPARE(between.value, 0.65);
        QCOMPARE(between.other, std::optional(ClassIndex{1}));
        QCOMPARE(between.otherScore, 0.25);
        QCOMPARE(tracedScore(state, first, {1}).value, 0.0);
    }

    void theTargetsClassesAreNoOthers() {
        const PathState state = straight({0.9, 0.8, 0.2, 0.0});
        const Target two{.classes = {{0, 1.0}, {1, -1.0}}, .words = {}};
        QCOMPARE(tracedScore(state, two, {0}).other, std::optional(ClassIndex{2}));
        const Target all{.classes = {{0, 1.0}, {1, 1.0}, {2, 1.0}}, .words = {}};
        QVERIFY(!tracedScore(state, all, {0}).other);
    }

    // 0.5 is passed three times: at alpha 0.9, 0.5 and 0.1.
    void ofSeveralPlacesTheNearest_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("expected");
        QTest::newRow("at the input") << 1.0 << 0.875;
        QTest::newRow("in the middle") << 0.55 << 0.5;
        QTest::newRow("at the far end") << 0.0 << 0.125;
    }
    void ofSeveralPlacesTheNearest() {
        QFETCH(const double, share);
        QFETCH(const double, expected);
        const ScoreMatch match = matchScore(straight({0.8, 0.2, 0.8, 0.2}), 0.5, share);
        QVERIFY(match.reached);
        QVERIFY(std::abs(match.share - expected) < 1e-12);
    }

    void whatIsNeverReachedIsMatchedByTheNearestScore() {
        const ScoreMatch match = matchScore(straight({0.6, 0.7, 0.2, 0.0}), 0.9, 0.1);
        QVERIFY(!match.reached);
        QCOMPARE(match.share, 0.75);
        QVERIFY(matchScore(straight({0.9, 0.7, 0.2, 0.0}), 0.9, 0.1).reached); // at a node
    }

    void theLastOtherIsTheOneNearestToTheInput() {
        const auto other = lastOther(straight({0.9, 0.8, 0.2, 0.0}), first);
        QVERIFY(other);
        QCOMPARE(other->index, ClassIndex{1});
        QCOMPARE(other->position.value, 0.75);
        QVERIFY(!lastOther(straight({0.9, 0.8, 0.7, 0.6}), first));
    }
};

BLURIG_TEST(TestScoreTrace)
#include "test_score_trace.moc"
