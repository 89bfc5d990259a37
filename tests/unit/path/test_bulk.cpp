// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/bulk.h"
#include "core/path/straight_path.h"
#include "tests/support/test_class.h"

#include <QTest>

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

} // namespace

class TestBulk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheShortestRunThatHoldsTheShare_data() {
        QTest::addColumn<std::vector<double>>("masses");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("one cell holds all") << std::vector<double>{0, 0, 5, 0} << 2.0 << 3.0;
        QTest::newRow("two in the middle") << std::vector<double>{1, 4, 4, 1} << 1.0 << 3.0;
        QTest::newRow("signs do not cancel") << std::vector<double>{0.1, 4, -4, 0.1} << 1.0 << 3.0;
        QTest::newRow("even masses need four of five") << std::vector<double>{1, 1, 1, 1, 1} << 0.0 << 4.0;
        QTest::newRow("at the far end") << std::vector<double>{0, 1, 9} << 2.0 << 3.0;
    }

    void isTheShortestRunThatHoldsTheShare() {
        QFETCH(const std::vector<double>, masses);
        QFETCH(const double, from);
        QFETCH(const double, to);
        const auto bulk = bulkInterval(stateOf(masses));
        QVERIFY(bulk);
        QCOMPARE(bulk->from, from);
        QCOMPARE(bulk->to, to);
    }

    void doesNotExistWithoutMass() {
        QVERIFY(!bulkInterval(stateOf({})));
        QVERIFY(!bulkInterval(stateOf({0, 0})));
    }
};

BLURIG_TEST(TestBulk)
#include "test_bulk.moc"
