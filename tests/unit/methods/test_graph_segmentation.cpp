// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/graph_segmentation.h"
#include "tests/support/test_class.h"

#include <opencv2/core.hpp>
#include <QTest>

using namespace blurig;

namespace {

constexpr double noBlur = 0.1; // px: the Gaussian's neighbours weigh e^-50

using Labels = std::vector<std::int32_t>;

Labels labelsOf(const cv::Mat& image, double threshold, int leastSize = 1) {
    const cv::Mat labels = GraphSegmentation(image, noBlur).labels(threshold, leastSize);
    return {labels.begin<std::int32_t>(), labels.end<std::int32_t>()};
}

cv::Mat grey(std::vector<float> values, int rows) {
    return cv::Mat(values, true).reshape(1, rows);
}

} // namespace

class TestGraphSegmentation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // A chain of equal steps is joined throughout or not at all.
    void stepsJoinBelowTheThreshold_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<Labels>("steps");
        QTest::newRow("row") << 1 << Labels{0, 1, 2, 3, 4};
        QTest::newRow("column") << 5 << Labels{0, 1, 2, 3, 4};
    }

    void stepsJoinBelowTheThreshold() {
        QFETCH(int, rows);
        QFETCH(Labels, steps);
        std::vector<float> values;
        for (const std::int32_t step : steps)
            values.push_back(0.1F * static_cast<float>(step));
        QCOMPARE(labelsOf(grey(values, rows), 0.15), Labels(5, 0));
        QCOMPARE(labelsOf(grey(values, rows), 0.05), steps);
    }

    void diagonalsAreNeighbours() {
        QCOMPARE(labelsOf(grey({0, 1, 1, 0}, 2), 0.01), Labels({0, 1, 1, 0}));
        QCOMPARE(labelsOf(grey({0, 1, 2, 1, 0, 1, 2, 1, 0}, 3), 0.01), Labels({0, 1, 2, 1, 0, 1, 3, 1, 0}));
    }

    // A segment's bound is its strongest edge plus threshold / pixels: three equal pixels take no step of 0.1 where two
    // do, and a segment that holds such a step takes another.
    void boundFallsWithSize() {
        QCOMPARE(labelsOf(grey({0, 0, 0.1F}, 1), 0.25), Labels({0, 0, 0}));
        QCOMPARE(labelsOf(grey({0, 0, 0, 0.1F}, 1), 0.25), Labels({0, 0, 0, 1}));
        QCOMPARE(labelsOf(grey({0, 0.1F, 0.2F, 0.3F}, 1), 0.15), Labels({0, 0, 0, 0}));
    }

    void smallSegmentsJoinTheirNearest() {
        const cv::Mat image = grey({0, 0, 0, 1, 1.5F, 1.5F, 1.5F}, 1);
        QCOMPARE(labelsOf(image, 0.01), Labels({0, 0, 0, 1, 2, 2, 2}));
        QCOMPARE(labelsOf(image, 0.01, 2), Labels({0, 0, 0, 1, 1, 1, 1}));
        QCOMPARE(labelsOf(image, 0.01, 4), Labels({0, 0, 0, 0, 0, 0, 0}));
    }

    void channelsCountTogether() {
        cv::Mat image(1, 2, CV_32FC2, cv::Scalar(0, 0));
        image.at<cv::Vec2f>(0, 1) = {0.3F, 0.4F};
        QCOMPARE(labelsOf(image, 0.49), Labels({0, 1}));
        QCOMPARE(labelsOf(image, 0.51), Labels({0, 0}));
    }

    void oneGraphServesAllThresholds() {
        const GraphSegmentation graph(grey({0, 0.1F, 0.5F}, 1), noBlur);
        for (int repeat = 0; repeat < 2; ++repeat) {
            QCOMPARE(cv::countNonZero(graph.labels(0.05, 1)), 2);
            QCOMPARE(cv::countNonZero(graph.labels(0.2, 1)), 1);
            QCOMPARE(cv::countNonZero(graph.labels(1, 1)), 0);
        }
    }
};

BLURIG_TEST(TestGraphSegmentation)
#include "test_graph_segmentation.moc"
