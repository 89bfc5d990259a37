// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/row_groups.h"
#include "tests/support/test_class.h"

#include <QTest>

using blurig::RowGroup;

Q_DECLARE_METATYPE(std::vector<RowGroup>)
Q_DECLARE_METATYPE(blurig::Traits)
Q_DECLARE_METATYPE(blurig::Execution)

class TestRowGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void divides_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("together");
        QTest::addColumn<std::vector<RowGroup>>("groups");
        using Groups = std::vector<RowGroup>;
        QTest::newRow("one runs as two") << 1 << 4 << Groups{{0, 1, 2}};
        QTest::newRow("two") << 2 << 4 << Groups{{0, 2, 2}};
        QTest::newRow("three run as four") << 3 << 4 << Groups{{0, 3, 4}};
        QTest::newRow("four") << 4 << 4 << Groups{{0, 4, 4}};
        QTest::newRow("six") << 6 << 4 << Groups{{0, 4, 4}, {4, 2, 2}};
        QTest::newRow("eleven") << 11 << 4 << Groups{{0, 4, 4}, {4, 4, 4}, {8, 3, 4}};
        QTest::newRow("pairs") << 3 << 2 << Groups{{0, 2, 2}, {2, 1, 2}};
        QTest::newRow("alone") << 3 << 1 << Groups{{0, 1, 1}, {1, 1, 1}, {2, 1, 1}};
        QTest::newRow("five of a graphics card's eight") << 13 << 8 << Groups{{0, 8, 8}, {8, 5, 8}};
    }

    void divides() {
        QFETCH(const int, count);
        QFETCH(const int, together);
        QFETCH(const std::vector<RowGroup>, groups);
        QCOMPARE(blurig::rowGroups(count, together), groups);
    }

    void rowsTogether_data() {
        QTest::addColumn<blurig::Traits>("network");
        QTest::addColumn<blurig::Execution>("execution");
        QTest::addColumn<int>("rows");
        using blurig::Batching;
        const blurig::Traits small{.parameterCount = 1000};
        const blurig::Traits large{.parameterCount = 100'000'000};
        QTest::newRow("small") << small << blurig::Execution{} << 4;
        QTest::newRow("large") << large << blurig::Execution{} << 2;
        QTest::newRow("on a graphics card")
            << blurig::Traits{.parameterCount = 100'000'000, .device = blurig::Device::Cuda} << blurig::Execution{}
            << 8;
        QTest::newRow("pairs") << small << blurig::Execution{.batching = Batching::Pairs} << 2;
        QTest::newRow("alone") << small << blurig::Execution{.batching = Batching::Alone} << 1;
        QTest::newRow("as many as it wants") << blurig::Traits{.rowsTogether = 3} << blurig::Execution{} << 3;
        QTest::newRow("no more than is good") << blurig::Traits{.rowsTogether = 300} << blurig::Execution{} << 4;
        QTest::newRow("of one size") << blurig::Traits{.fixedBatch = 16} << blurig::Execution{} << 16;
    }

    void rowsTogether() {
        QFETCH(const blurig::Traits, network);
        QFETCH(const blurig::Execution, execution);
        QFETCH(const int, rows);
        QCOMPARE(blurig::rowsTogether(execution, network, blurig::pictureLayout(3, 224, 224)), rows);
    }
};

BLURIG_TEST(TestRowGroups)
#include "test_row_groups.moc"
