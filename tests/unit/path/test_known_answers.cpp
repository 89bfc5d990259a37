// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::test;

// Blur IG and IG of models whose integrals are known in closed form, to 1e-5 of the greatest value of the map: maps are
// float32 (1e-7) and the trapezoid error of 1500 smooth intervals is below 5e-6.
namespace {

constexpr double tolerance = 1e-5;
constexpr double sigmaMax = 20;

const Array z = roughPicture(3, 8, 8);
const Array baseline = roughPicture(3, 8, 8, 2);

std::shared_ptr<const Path> blur() {
    return std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(z), sigmaMax);
}

std::shared_ptr<const Path> straight() {
    return std::make_shared<StraightPath>(z, baseline);
}

std::vector<double> farEndOf(const std::shared_ptr<const Path>& path) {
    return dynamic_cast<const BlurPath*>(path.get()) ? values(ScaleSpace(z, {}, Precision::Double).blurred(sigmaMax))
                                                     : values(baseline);
}

// The value at each element of what `part` gives for input, far end and weight there.
std::vector<double> closedForm(const std::shared_ptr<const Path>& path,
                               const std::function<double(double input, double farEnd, double weight)>& part) {
    const std::vector<double> end = farEndOf(path);
    const std::vector<double> w = weights(z);
    std::vector<double> result = values(z);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = part(result[i], end[i], w[i]);
    return result;
}

Integration evenly(Schedule schedule, Rule rule = Rule::Trapezoid, int steps = 1500) {
    return {.schedule = schedule, .rule = rule, .steps = steps, .tolerances = {}, .maxGradients = 0};
}

double relu(double x) {
    return std::max(0.0, x);
}

} // namespace

class TestKnownAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void schedules_data() {
        QTest::addColumn<bool>("isBlur");
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("steps");
        const auto row = [](const char* name, bool isBlur, Schedule schedule, Rule rule, int steps = 1500) {
            QTest::newRow(name) << isBlur << static_cast<int>(schedule) << static_cast<int>(rule) << steps;
        };
        row("blur, log, trapezoid", true, Schedule::Log, Rule::Trapezoid);
        row("blur, log, midpoint", true, Schedule::Log, Rule::Midpoint);
        row("blur, linear, midpoint", true, Schedule::Linear, Rule::Midpoint, 5000);
        row("straight, trapezoid", false, Schedule::Linear, Rule::Trapezoid);
        row("straight, midpoint", false, Schedule::Linear, Rule::Midpoint);
    }

    // F = w . x: attribution = w (z - far end).
    void linear_data() { schedules_data(); }
    void linear() {
        QFETCH(bool, isBlur);
        QFETCH(int, schedule);
        QFETCH(int, rule);
        QFETCH(int, steps);
        const auto path = isBlur ? blur() : straight();
        const auto state =
            run({.path = path,
                 .model = scalarModel("(w * x).flatten(1).sum(1)", z),
                 .integration = evenly(static_cast<Schedule>(schedule), static_cast<Rule>(rule), steps)});
        const auto expected = closedForm(path, [](double a, double b, double w) { return w * (a - b); });
        QVERIFY(deviation(state->attribution, expected) < tolerance);
        QVERIFY(*state->completeness.relativeGap() < 1e-4);
    }

    // F = sum w x^2 / 2: each pixel's part is the integral of w x dx along the path.
    void quadratic_data() { schedules_data(); }
    void quadratic() {
        QFETCH(bool, isBlur);
        QFETCH(int, schedule);
        QFETCH(int, rule);
        QFETCH(int, steps);
        const auto path = isBlur ? blur() : straight();
        const auto state =
            run({.path = path,
                 .model = scalarModel("(w * x * x / 2).flatten(1).sum(1)", z),
                 .integration = evenly(static_cast<Schedule>(schedule), static_cast<Rule>(rule), steps)});
        const auto expected = closedForm(path, [](double a, double b, double w) { return w * (a * a - b * b) / 2; });
        QVERIFY(deviation(state->attribution, expected) < tolerance);
    }

    // In alpha the integrand is not zero at the input, and the first of 4000 even intervals reaches to 0.3 px: a model
    // of one smooth integrand is known to 1e-3 only. Completeness of weights says the same.
    void alphaScheduleApproaches() {
        const auto state = run({.path = blur(),
                                .model = scalarModel("(w * x).flatten(1).sum(1)", z),
                                .integration = evenly(Schedule::Alpha, Rule::Trapezoid, 5000)});
        const auto expected = closedForm(blur(), [](double a, double b, double w) { return w * (a - b); });
        QVERIFY(deviation(state->attribution, expected) < 2e-2);
        QCOMPARE(state->cost.gradients, 5000);
    }

    // IG of x_a x_b: (z_a - b_a) (z_b + b_b) / 2, and the same with a and b exchanged.
    void productOfTwoPixels() {
        const auto state = run({.path = straight(),
                                .model = scalarModel("x[:, 0, 1, 1] * x[:, 2, 5, 6]", z),
                                .integration = evenly(Schedule::Linear)});
        const std::size_t a = 1 * 8 + 1;
        const std::size_t b = 2 * 64 + 5 * 8 + 6;
        const std::vector<double> in = values(z);
        const std::vector<double> out = values(baseline);
        std::vector<double> expected(in.size(), 0.0);
        expected[a] = (in[a] - out[a]) * (in[b] + out[b]) / 2;
        expected[b] = (in[b] - out[b]) * (in[a] + out[a]) / 2;
        QVERIFY(deviation(state->attribution, expected) < tolerance);
    }

    // IG of relu(w . x - c): w (z - b) times the share of the path on which the unit is open. Halving finds the kink.
    void reluOnTheStraightPath() {
        const std::vector<double> w = weights(z);
        double start = 0;
        double end = 0;
        for (std::size_t i = 0; i < w.size(); ++i) {
            end += w[i] * values(z)[i];
            start += w[i] * values(baseline)[i];
        }
        const double c = 0.3 * start + 0.7 * end; // crossed on the way
        const double sign = end > start ? 1 : -1; // so that the unit is open at the input
        const std::string source =
            "torch.relu(" + std::to_string(sign) + " * ((w * x).flatten(1).sum(1) - " + std::to_string(c) + "))";
        const auto state = run({.path = straight(),
                                .model = scalarModel(source, z),
                                .integration = {.tolerances = {.gap = {}, .map = 1e-7}, .maxGradients = 200}});
        const double open = (end - std::stod(std::to_string(c))) / (end - start);
        const auto expected =
            closedForm(straight(), [=](double a, double b, double weight) { return sign * weight * (a - b) * open; });
        QVERIFY(deviation(state->attribution, expected) < tolerance);
    }

    // Blur IG of sum relu(x - c): each pixel alone, relu(z - c) - relu(L(sigma_max) - c). 192 kinks for the schedule.
    void reluOnTheBlurPath() {
        const auto state = run({.path = blur(),
                                .model = scalarModel("torch.relu(x - 0.6).flatten(1).sum(1)", z),
                                .integration = {.tolerances = {.gap = {}, .map = 1e-7}, .maxGradients = 6000}});
        const auto expected =
            closedForm(blur(), [](double a, double b, double) { return relu(a - 0.6) - relu(b - 0.6); });
        QVERIFY(deviation(state->attribution, expected) < tolerance);
    }

    // The package's IG: both ends in full, weight 1/n each.
    void equalWeights() {
        const auto state = run({.path = straight(),
                                .model = scalarModel("(w * x * x * x).flatten(1).sum(1)", z),
                                .integration = evenly(Schedule::Linear, Rule::Equal, 5)});
        const auto expected = closedForm(straight(), [](double a, double b, double w) {
            double sum = 0;
            for (int i = 0; i < 5; ++i)
                sum += 3 * w * std::pow(b + i / 4.0 * (a - b), 2) * (a - b) / 5;
            return sum;
        });
        QVERIFY(deviation(state->attribution, expected) < tolerance);
        QVERIFY(!state->cells.front().scoreChange);
    }

    // Left sum: the nearer end of each interval counts.
    void leftSum() {
        const auto state = run({.path = straight(),
                                .model = scalarModel("(w * x * x / 2).flatten(1).sum(1)", z),
                                .integration = evenly(Schedule::Linear, Rule::Left, 4)});
        const auto expected = closedForm(straight(), [](double a, double b, double w) {
            double sum = 0;
            for (int i = 0; i < 4; ++i)
                sum += w * (a + i / 4.0 * (b - a)) * (a - b) / 4;
            return sum;
        });
        QVERIFY(deviation(state->attribution, expected) < tolerance);
    }

    void stepsAreGradients_data() {
        QTest::addColumn<bool>("isBlur");
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("cells");
        QTest::addColumn<int>("forwards");
        const auto row = [](const char* name, bool isBlur, Schedule schedule, Rule rule, int cells, int forwards) {
            QTest::newRow(name) << isBlur << static_cast<int>(schedule) << static_cast<int>(rule) << cells << forwards;
        };
        row("blur, log: the input is free", true, Schedule::Log, Rule::Trapezoid, 10, 1);
        row("blur, linear: the input is free", true, Schedule::Linear, Rule::Trapezoid, 10, 1);
        row("blur, alpha: both ends cost", true, Schedule::Alpha, Rule::Trapezoid, 9, 0);
        row("straight: both ends cost", false, Schedule::Linear, Rule::Trapezoid, 9, 0);
        row("midpoint: forwards at the borders", true, Schedule::Log, Rule::Midpoint, 10, 11);
        row("left: a forward at the far end", false, Schedule::Linear, Rule::Left, 10, 1);
        row("equal: ends are nodes", false, Schedule::Linear, Rule::Equal, 10, 0);
    }

    void stepsAreGradients() {
        QFETCH(bool, isBlur);
        QFETCH(int, schedule);
        QFETCH(int, rule);
        QFETCH(int, cells);
        QFETCH(int, forwards);
        const auto state = run({.path = isBlur ? blur() : straight(),
                                .model = scalarModel("(w * x * x).flatten(1).sum(1)", z),
                                .integration = evenly(static_cast<Schedule>(schedule), static_cast<Rule>(rule), 10)});
        QCOMPARE(state->cost.gradients, 10);
        QCOMPARE(state->cost.forwards, forwards);
        QCOMPARE(static_cast<int>(state->cells.size()), cells);
        QCOMPARE(state->nodes.front()->position, 0.0);
        QCOMPARE(state->nodes.back()->position, state->path->farEnd());
        QCOMPARE(state->ending, Ending::FixedSchedule);
        double sum = 0;
        for (const PathCell& cell : state->cells)
            sum += cell.mass;
        QVERIFY(std::abs(sum - state->completeness.sum) < 1e-9);
    }
};

BLURIG_TEST(TestKnownAnswers)
#include "test_known_answers.moc"
