// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/shared_histogram.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace blurig;

namespace {

std::vector<double> evenly(int count, double from, double to) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(from + (to - from) * i / (count - 1));
    return values;
}

int sum(const std::vector<int>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0);
}

} // namespace

class TestSharedHistogram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // numpy.histogram_bin_edges(values, "fd") has as many bins.
    void theBinsAreFreedmanAndDiaconis() {
        const SharedHistogram histogram = sharedHistogram({evenly(70, 0, 1)});
        QCOMPARE(histogram.bins(), std::size_t{5}); // 1 / (2 * 0.5 / 4.12)
        QCOMPARE(histogram.counts[0], (std::vector{14, 14, 14, 14, 14}));
        QCOMPARE(histogram.low, 0.0);
        QVERIFY(std::abs(histogram.edge(5) - 1) < 1e-12);
        QCOMPARE(sharedHistogram({evenly(900, -3, 7)}).bins(), std::size_t{10});
    }

    void seriesShareTheBins() {
        const SharedHistogram histogram = sharedHistogram({evenly(27, 0, 1), evenly(8, 2, 3), {}});
        QCOMPARE(histogram.counts.size(), std::size_t{3});
        QCOMPARE(sum(histogram.counts[0]), 27);
        QCOMPARE(sum(histogram.counts[1]), 8);
        QCOMPARE(sum(histogram.counts[2]), 0);
        QCOMPARE(histogram.counts[1].front(), 0);
        QVERIFY(histogram.counts[1].back() > 0); // its greatest value, too
        QCOMPARE(histogram.greatest(), *std::ranges::max_element(histogram.counts[0]));
    }

    void fewAndEqualValuesHaveBinsToo() {
        QCOMPARE(sharedHistogram({}).bins(), std::size_t{0});
        QCOMPARE(sharedHistogram({{}, {}}).bins(), std::size_t{0});
        const SharedHistogram equal = sharedHistogram({{2, 2, 2}});
        QCOMPARE(equal.counts, (std::vector<std::vector<int>>{{3}}));
        QCOMPARE(equal.low, 1.5);
        // No interquartile range: Sturges.
        QCOMPARE(sharedHistogram({{0, 1, 1, 1, 1, 1, 1, 1}}).bins(), std::size_t{4});
        std::vector<double> faraway = evenly(100, 0, 1);
        faraway.push_back(1e9);
        QCOMPARE(sharedHistogram({faraway}).bins(), std::size_t{60});
    }
};

BLURIG_TEST(TestSharedHistogram)
#include "test_shared_histogram.moc"
