// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/clip_range.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <vector>

using namespace blurig;

namespace {

Array row(const QList<float>& values) {
    return Array::fromHost(pictureLayout(1, 1, values.size()), {values.begin(), values.end()});
}

} // namespace

class TestClipRange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsArePercentilesOfMagnitude_data() {
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<double>("lowPercentile");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("limit"); // at 100 %
        const QList<float> ten{-10, 9, -8, 7, -6, 5, -4, 3, -2, 1};
        QTest::newRow("none") << ten << 0.0 << 0.0 << 10.0;
        QTest::newRow("three of ten") << ten << 30.0 << 4.0 << 10.0;
        QTest::newRow("no whole pixel") << ten << 9.9 << 0.0 << 10.0;
        QTest::newRow("all but the greatest") << ten << 100.0 << 10.0 << 10.0;
        QTest::newRow("beyond") << ten << 900.0 << 10.0 << 10.0;
        QTest::newRow("equal values") << QList<float>{2, 2, -2, 5} << 50.0 << 2.0 << 5.0;
        QTest::newRow("zeros first") << QList<float>{0, 0, 0, 5} << 50.0 << 0.0 << 5.0;
        QTest::newRow("zero everywhere") << QList<float>{0, 0} << 50.0 << 0.0 << 1.0;
    }
    void endsArePercentilesOfMagnitude() {
        QFETCH(QList<float>, values);
        QFETCH(double, lowPercentile);
        const ClipRange range = clipRange(row(values), lowPercentile, 100);
        QTEST(range.low, "low");
        QTEST(range.limit, "limit");
    }

    void theEndsNeverCross() {
        for (int size = 1; size < 60; ++size) {
            QList<float> values;
            for (int i = 0; i < size; ++i)
                values << static_cast<float>(i * 37 % size - size / 2);
            const ClipRange range = clipRange(row(values), 90, 90);
            QVERIFY2(range.low <= range.limit, qPrintable(QString::number(size)));
        }
    }

    void percentileIsTheWayBack() {
        const Array plane = row({-10, 9, -8, 7, -6, 5, -4, 3, -2, 1});
        for (const double percentile : {0.0, 10.0, 30.0, 90.0})
            QCOMPARE(percentileOf(plane, clipRange(plane, percentile, 100).low), percentile);
        QCOMPARE(percentileOf(plane, 100), 100.0);
    }

    void theWidestHoldsAll() {
        const std::vector<ClipRange> ranges{{1, 4}, {0.5, 2}, {2, 3}};
        QVERIFY(widestRange(ranges) == (ClipRange{0.5, 4}));
    }
};

BLURIG_TEST(TestClipRange)
#include "test_clip_range.moc"
