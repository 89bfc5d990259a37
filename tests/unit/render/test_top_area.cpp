// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/top_area.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>

using namespace blurig;

namespace {

Array plane(int width, int height, std::vector<float> values) {
    return Array::fromHost(pictureLayout(1, height, width), std::move(values));
}

QString text(const Mask& mask) {
    QString result;
    for (const std::uint8_t inside : mask.inside)
        result += inside ? u'#' : u'.';
    return result;
}

// Rows of '#' and '.', separated by '/'.
Mask mask(const QString& rows) {
    const QStringList lines = rows.split('/');
    Mask result{static_cast<int>(lines.front().size()), static_cast<int>(lines.size()), {}};
    for (const QChar c : lines.join(QString()))
        result.inside.push_back(c == u'#' ? 1 : 0);
    return result;
}

// Twice the signed area of all outlines; those of holes run the other way round.
int doubledArea(const std::vector<Outline>& all) {
    int sum = 0;
    for (const Outline& outline : all)
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Corner& a = outline[i];
            const Corner& b = outline[(i + 1) % outline.size()];
            sum += a.x * b.y - b.x * a.y;
        }
    return std::abs(sum);
}

} // namespace

class TestTopArea : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsTheGreatestValues_data() {
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<double>("percent");
        QTest::addColumn<QString>("expected");
        const QList<float> ten{1, 10, 2, 9, 3, 8, 4, 7, 5, 6};
        QTest::newRow("a fifth") << ten << 20.0 << ".#.#......";
        QTest::newRow("half") << ten << 50.0 << ".#.#.#.#.#";
        QTest::newRow("all") << ten << 100.0 << "##########";
        QTest::newRow("at least one") << ten << 0.0 << ".#........";
        QTest::newRow("rounded") << ten << 14.0 << ".#........";
        QTest::newRow("ties are all in") << QList<float>{1, 5, 5, 5, 9} << 40.0 << ".####";
        QTest::newRow("never zero or less") << QList<float>{-1, 0, 0, 2, -3} << 80.0 << "...#.";
        QTest::newRow("zero everywhere") << QList<float>{0, 0, 0} << 50.0 << "...";
    }
    void holdsTheGreatestValues() {
        QFETCH(QList<float>, values);
        QFETCH(double, percent);
        const Mask area = topArea(plane(static_cast<int>(values.size()), 1, {values.begin(), values.end()}), percent);
        QTEST(text(area), "expected");
    }

    void outsideIsDark() {
        const Raster veil = darkOutside(mask("#."));
        QCOMPARE((*veil.rgba)[3], std::uint8_t{0});
        QVERIFY((*veil.rgba)[7] > 128);
        QCOMPARE((*veil.rgba)[4], std::uint8_t{0});
    }

    void outlinesFollowTheEdges_data() {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("corners");
        QTest::newRow("nothing") << "../.." << 0 << 0;
        QTest::newRow("a pixel") << ".../.#./..." << 1 << 4;
        QTest::newRow("everything") << "##/##" << 1 << 4;
        QTest::newRow("a line") << "..../.##./...." << 1 << 4;
        QTest::newRow("an angle") << "#./##" << 1 << 6;
        QTest::newRow("a ring") << "###/#.#/###" << 2 << 8;
        QTest::newRow("two parts") << "#.#/..." << 2 << 8;
        QTest::newRow("a stair") << "#../##./###" << 1 << 8;
        QTest::newRow("joined by a corner") << "#./.#" << 1 << 8;
        QTest::newRow("a cross") << ".#./###/.#." << 1 << 12;
    }
    void outlinesFollowTheEdges() {
        QFETCH(QString, rows);
        const Mask area = mask(rows);
        const std::vector<Outline> found = outlines(area);
        QCOMPARE(doubledArea(found), 2 * static_cast<int>(std::ranges::count(area.inside, std::uint8_t{1})));
        QTEST(static_cast<int>(found.size()), "count");
        int corners = 0;
        for (const Outline& outline : found) {
            corners += static_cast<int>(outline.size());
            for (std::size_t i = 0; i < outline.size(); ++i) {
                const Corner& a = outline[i];
                const Corner& b = outline[(i + 1) % outline.size()];
                QVERIFY2((a.x == b.x) != (a.y == b.y), "a side that is no edge of pixels");
            }
        }
        QTEST(corners, "corners");
    }

    void aPixelsOutlineIsItsSquare() {
        Outline outline = outlines(mask(".../..#")).front();
        std::ranges::sort(outline, {}, [](const Corner& corner) { return std::pair(corner.x, corner.y); });
        QVERIFY(outline == (Outline{{2, 1}, {2, 2}, {3, 1}, {3, 2}}));
    }

    // Any mask: the outlines enclose exactly its pixels.
    void outlinesEncloseTheArea() {
        std::uint32_t state = 7;
        for (int round = 0; round < 50; ++round) {
            Mask area{23, 17, {}};
            for (int i = 0; i < 23 * 17; ++i) {
                state = state * 1664525U + 1013904223U;
                area.inside.push_back((state >> 24) % 5 < 2 ? 1 : 0);
            }
            QCOMPARE(doubledArea(outlines(area)),
                     2 * static_cast<int>(std::ranges::count(area.inside, std::uint8_t{1})));
        }
    }
};

BLURIG_TEST(TestTopArea)
#include "test_top_area.moc"
