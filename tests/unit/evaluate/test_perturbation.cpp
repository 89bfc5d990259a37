// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/metric.h"
#include "core/evaluate/naturalness.h"
#include "core/evaluate/pixel_order.h"
#include "core/explain/subject.h"
#include "core/scale/scale_space.h"
#include "tests/support/path_cases.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr int n = 16;

// A score that is linear in the input: the mean of the left half.
OpenedSubject leftHalf() {
    ModelCard card = plainCard(3, n, n, OutputKind::Sigmoids);
    const auto model = scriptModel("def forward(self, x):\n"
                                   "    f = x[:, :, :, 0:8].mean([1, 2, 3])\n"
                                   "    return torch.stack([f, 1 - f], 1)\n",
                                   card);
    return subjectOf(model, roughPicture(3, n, n));
}

std::vector<std::optional<double>> judged(const OpenedSubject& opened, const Array& map, std::string_view metric) {
    const JudgedMap judgedMap{.subject = &opened.subject, .target = {{{0, 1.0}}}, .attribution = map};
    SharedForwards forwards(judgedMap.target);
    const auto run = metricById(metric).begin(judgedMap, forwards);
    Sink sink;
    forwards.run(*opened.model, sink, {});
    return run->values(forwards);
}

// What each value brings, removed to the mean colour: (z - mean) / count of the left half.
Array contributions(const OpenedSubject& opened) {
    const Array z = opened.subject.prepared.z;
    const Array mean = meanColour(z);
    std::vector<float> values(z.host().size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (i % n < 8)
            values[i] = (z.host()[i] - mean.host()[i]) / (3 * n * 8);
    return Array::fromHost(z.layout(), std::move(values));
}

double scoreOfMean(const OpenedSubject& opened) {
    return double{opened.model->classScores(asBatch(meanColour(opened.subject.prepared.z))).front().host()[0]};
}

} // namespace

class TestPerturbation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Of a linear model with the exact contributions, both curves are known: the sum of the greatest ones.
    void theCurvesOfALinearModelAreKnown() {
        const OpenedSubject opened = leftHalf();
        const Array map = contributions(opened);
        const auto found = judged(opened, map, "insertion-deletion-mean");
        std::vector<double> sums(n * n);
        for (std::size_t i = 0; i < sums.size(); ++i)
            for (std::size_t channel = 0; channel < 3; ++channel)
                sums[i] += double{map.host()[channel * sums.size() + i]};
        std::ranges::sort(sums, std::greater<>());
        const double whole = std::accumulate(sums.begin(), sums.end(), 0.0);
        const double start = scoreOfMean(opened);
        double insertion = 0;
        double deletion = 0;
        double before = 0;
        for (std::size_t step = 1; step <= 16; ++step) {
            const double now =
                std::accumulate(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(sums.size() * step / 16), 0.0);
            insertion += (2 * start + before + now) / 2 / 16;
            deletion += (2 * (start + whole) - before - now) / 2 / 16;
            before = now;
        }
        QVERIFY(std::abs(*found[0] - insertion) < 1e-5);
        QVERIFY(std::abs(*found[1] - deletion) < 1e-5);
        QVERIFY(std::abs(*found[2] - (insertion - deletion)) < 1e-5);
        QVERIFY(*found[2] > 0);
    }

    void theOppositeMapIsJudgedTheOtherWay() {
        const OpenedSubject opened = leftHalf();
        const Array map = contributions(opened);
        std::vector<float> negated(map.host().begin(), map.host().end());
        for (float& value : negated)
            value = -value;
        const Array opposite = Array::fromHost(map.layout(), negated);
        for (const char* metric : {"insertion-deletion-mean", "insertion-deletion"})
            QVERIFY(*judged(opened, map, metric)[2] > *judged(opened, opposite, metric)[2]);
        QVERIFY(*judged(opened, map, "diffid")[1] > *judged(opened, opposite, "diffid")[1]);
        QVERIFY(std::abs(*judged(opened, map, "patch-deletion")[0] - 1) < 1e-9); // linear: the drops are the sums
        QVERIFY(std::abs(*judged(opened, opposite, "patch-deletion")[0] + 1) < 1e-9);
    }

    void metricsAreDescribed() {
        for (const Metric* metric : metrics()) {
            QVERIFY(!metric->label().empty());
            for (const MetricColumn& column : metric->columns())
                QVERIFY2(!column.formula.empty() && column.formula.ends_with('.'), column.key.c_str());
        }
    }

    // Red until it is dark: the label changes where the mean colour wins.
    void secondLastLabelsAreFoundAndNarrow() {
        const auto model = scriptModel("def forward(self, x):\n"
                                       "    bright = 4 * x.mean([1, 2, 3]) - 1\n"
                                       "    rough = 20 * (x[:, :, :, 1:] - x[:, :, :, :-1]).pow(2).mean([1, 2, 3])\n"
                                       "    return torch.stack([rough, bright, -bright], 1)\n",
                                       plainCard(3, n, n));
        const Array z = roughPicture(3, n, n);
        Sink sink;
        const auto found = secondLastLabels(*model, z, sink);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(name(found[0].path), std::string_view("blur-ig"));
        QCOMPARE(found[0].label, std::optional<ClassIndex>(1)); // smooth, and as bright as before
        QVERIFY(found[0].position > 0.1 && found[0].position < 4);
        // The scores cross at that sigma.
        const ScaleSpace space(z);
        const auto labelAt = [&](double sigma) {
            return greatestClass(model->classScores(asBatch(space.blurred(sigma))).front());
        };
        QCOMPARE(labelAt(0.98 * found[0].position), ClassIndex{0});
        QCOMPARE(labelAt(1.02 * found[0].position), ClassIndex{1});
        QVERIFY(found[1].label.has_value());
    }
};

BLURIG_TEST(TestPerturbation)
#include "test_perturbation.moc"
