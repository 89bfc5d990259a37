// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/pages/compare/grid_layout.h"

#include <QTest>

using namespace blurig::ui;

class TestGridLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cellsAreEqualAndApart_data() {
        QTest::addColumn<QSize>("area");
        QTest::addColumn<QSizeF>("frame");
        QTest::addColumn<int>("cells");
        for (const QSize& area : {QSize(1184, 780), QSize(900, 520), QSize(1600, 940), QSize(400, 900)})
            for (const QSizeF& frame : {QSizeF(224, 224), QSizeF(600, 300), QSizeF(300, 500)})
                for (const int cells : {1, 2, 4, 7, 9})
                    QTest::addRow("%d x %d, %g : %g, %d cells", area.width(), area.height(), frame.width(),
                                  frame.height(), cells)
                        << area << frame << cells;
    }

    void cellsAreEqualAndApart() {
        QFETCH(const QSize, area);
        QFETCH(const QSizeF, frame);
        QFETCH(const int, cells);
        const GridShape grid{.area = area, .frame = frame, .cells = cells};
        const int columns = bestColumns(grid, 0);
        const std::vector<QRect> places = layOutGrid(grid, columns);
        QCOMPARE(static_cast<int>(places.size()), cells);
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY(QRect(QPoint(0, 0), area).contains(places[i]));
            QCOMPARE(places[i].size(), places.front().size());
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places[i].intersects(places[j]));
        }
        for (int other = 1; other <= cells; ++other)
            if (area.width() / other >= 184) // each has room for its header
                QVERIFY(pictureSizeIn(grid, columns).width() >= pictureSizeIn(grid, other).width());
    }

    // While a window is dragged to and fro about a size where two grids are as good, the grid stays.
    void columnsDoNotFlipAtTheEdgeOfASize() {
        const auto gridAt = [](int width) {
            return GridShape{.area = QSize(width, 900), .frame = QSizeF(224, 224), .cells = 7};
        };
        int edge = 800;
        while (edge < 2000 && bestColumns(gridAt(edge), 0) == bestColumns(gridAt(edge - 1), 0))
            ++edge;
        QVERIFY(edge < 2000);
        const int narrow = bestColumns(gridAt(edge - 1), 0);
        const int wide = bestColumns(gridAt(edge), 0);
        QVERIFY(narrow != wide);
        QCOMPARE(bestColumns(gridAt(edge), narrow), narrow);
        QCOMPARE(bestColumns(gridAt(edge - 1), wide), wide);
        QCOMPARE(bestColumns(gridAt(edge + 200), narrow), bestColumns(gridAt(edge + 200), 0));
        QCOMPARE(bestColumns(gridAt(edge), 99), wide); // that there were never so many
    }
};

BLURIG_TEST(TestGridLayout)
#include "test_grid_layout.moc"
