// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/bulk.h"
#include "core/path/straight_path.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;

namespace {

// Cells of equal length on a straight path, whose position is its variable.
PathState stateOf(const std::vector<double>& masses) {
    const Array point = Array::fromHost(pictureLayout(1, 1, 1), {0});
    PathState state;
    state.path = std::make_shared<StraightPath>(point, point);
    for (std::size_t i = 0; i < masses.size(); ++i) {
        PathCell cell;
        cell.from = static_cast<double>(i);
        cell.to = static_cast<double>(i + 1);
        cell.mass = masses[i];
        state.cells.push_back(cell);
    }
    return state;
}

// The same with the integrand linear between nodes whose dF/dv is given.
PathState betweenNodes(const std::vector<double>& changes) {
    PathState state = stateOf(std::vector<double>(changes.size() - 1, 0));
    for (const double change : changes) {
        auto node = std::make_shared<PathNode>();
        node->change = change;
        state.nodes.push_back(std::move(node));
    }
    for (std::size_t i = 0; i < state.cells.size(); ++i) {
        state.cells[i].fromNode = i;
        state.cells[i].toNode = i + 1;
        state.cells[i].mass = -(changes[i] + changes[i + 1]) / 2;
    }
    return state;
}

} // namespace

class TestBulk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheShortestRunThatHoldsTheShare_data() {
        QTest::addColumn<std::vector<double>>("masses");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("within the one cell that holds all") << std::vector<double>{0, 0, 5, 0} << 2.0 << 2.8;
        QTest::newRow("two in the middle") << std::vector<double>{1, 4, 4, 1} << 1.0 << 3.0;
        QTest::newRow("signs do not cancel") << std::vector<double>{0.1, 4, -4, 0.1} << 1.0 << 2.64;
        QTest::newRow("even masses: the nearest to the input") << std::vector<double>{1, 1, 1, 1, 1} << 0.0 << 4.0;
        QTest::newRow("at the far end") << std::vector<double>{0, 1, 9} << 2.0 << 2.0 + 8.0 / 9;
        QTest::newRow("over a part where nothing changes") << std::vector<double>{0, 5, 0, 5, 0} << 1.0 << 3.6;
    }

    void isTheShortestRunThatHoldsTheShare() {
        QFETCH(const std::vector<double>, masses);
        QFETCH(const double, from);
        QFETCH(const double, to);
        const auto bulk = bulkInterval(stateOf(masses));
        QVERIFY(bulk);
        QVERIFY(std::abs(bulk->from - from) < 1e-12);
        QVERIFY(std::abs(bulk->to - to) < 1e-12);
    }

    // |dF/dv| rises from 0 to 1 and falls again: half of it lies within 1 - sqrt(1/2) of the middle, whatever its sign.
    void endsLieInsideCells_data() {
        QTest::addColumn<double>("sign");
        QTest::newRow("F rises towards the input") << 1.0;
        QTest::newRow("F falls towards the input") << -1.0;
    }
    void endsLieInsideCells() {
        QFETCH(const double, sign);
        const auto bulk = bulkInterval(betweenNodes({0, sign, 0}), 0.5);
        QVERIFY(bulk);
        QVERIFY(std::abs(bulk->from - std::sqrt(0.5)) < 1e-9);
        QVERIFY(std::abs(bulk->to - (2 - std::sqrt(0.5))) < 1e-9);
    }

    // dF/dv crosses zero amid the cell: both sides count, and the interval is one of its ends.
    void countsWhatCancelsInACell() {
        const auto bulk = bulkInterval(betweenNodes({1, -1}), 0.5);
        QVERIFY(bulk);
        QVERIFY(std::abs(bulk->from) < 1e-9);
        QVERIFY(std::abs(bulk->to - 0.5) < 1e-9);
    }

    void doesNotExistWithoutMass() {
        QVERIFY(!bulkInterval(stateOf({})));
        QVERIFY(!bulkInterval(stateOf({0, 0})));
    }
};

BLURIG_TEST(TestBulk)
#include "test_bulk.moc"
