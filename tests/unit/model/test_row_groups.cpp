// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/row_groups.h"

#include <QTest>

using blurig::RowGroup;

Q_DECLARE_METATYPE(std::vector<RowGroup>)

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
};

QTEST_APPLESS_MAIN(TestRowGroups)
#include "test_row_groups.moc"
