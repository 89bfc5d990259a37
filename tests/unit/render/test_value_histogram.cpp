// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/value_histogram.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace blurig;

namespace {

Array row(std::vector<float> values) {
    const auto width = static_cast<std::int64_t>(values.size());
    return Array::fromHost(pictureLayout(1, 1, width), std::move(values));
}

} // namespace

class TestValueHistogram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signedValuesLieAtBothSides() {
        const ValueHistogram histogram(row({-4, 0, 0, 4, 1}), SignPart::Signed, 4);
        QVERIFY(histogram.isSigned());
        // asinh(1 / 3) / asinh(4 / 3) = 0.30: in the first bin above zero, as the zeros
        QCOMPARE(histogram.counts(), (std::vector<std::size_t>{1, 0, 3, 1}));
        QCOMPARE(histogram.positionOf(0), 0.0);
        QCOMPARE(histogram.positionOf(4), 1.0);
        QCOMPARE(histogram.positionOf(-4), -1.0);
        QCOMPARE(histogram.positionOf(99), 1.0);
        QVERIFY(std::abs(histogram.positionOf(1) - std::asinh(1.0 / 3) / std::asinh(4.0 / 3)) < 1e-12);
    }

    void magnitudesBeginAtZero() {
        const ValueHistogram histogram(row({0, 0, 2, 2}), SignPart::Positive, 2);
        QVERIFY(!histogram.isSigned());
        QCOMPARE(histogram.counts(), (std::vector<std::size_t>{2, 2}));
    }

    void everyPixelIsCounted() {
        std::vector<float> values(1000);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::sin(static_cast<float>(i)) * static_cast<float>(i);
        const ValueHistogram histogram(row(values), SignPart::Signed, 96);
        QCOMPARE(std::accumulate(histogram.counts().begin(), histogram.counts().end(), std::size_t{0}), values.size());
        for (const double value : {-900.0, -1.0, 0.0, 0.3, 77.0})
            QVERIFY(std::abs(histogram.valueAt(histogram.positionOf(value)) - value) < 1e-9 * (1 + std::abs(value)));
    }

    void aMapOfZerosIsEmpty() {
        QVERIFY(ValueHistogram(row({0, 0}), SignPart::Signed, 8).empty());
        QVERIFY(ValueHistogram().empty());
    }
};

BLURIG_TEST(TestValueHistogram)
#include "test_value_histogram.moc"
