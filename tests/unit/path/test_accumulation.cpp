// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/accumulation.h"
#include "core/path/blur_path.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr const char* model = "(w * x * x).flatten(1).sum(1) + torch.sin(3 * x.flatten(1).sum(1))";

std::shared_ptr<const PathState> blurState(Schedule schedule, Rule rule) {
    const Array z = roughPicture(3, 8, 8);
    return run(
        {.path = std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(z), 12),
         .model = scalarModel(model, z),
         .integration = {.schedule = schedule, .rule = rule, .steps = 12, .tolerances = {}, .maxGradients = 30}});
}

double sumOf(const Array& map) {
    double sum = 0;
    for (const double value : values(map))
        sum += value;
    return sum;
}

} // namespace

class TestAccumulation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rules_data() {
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("rule");
        QTest::newRow("adaptive") << static_cast<int>(Schedule::Adaptive) << static_cast<int>(Rule::Trapezoid);
        QTest::newRow("log, trapezoid") << static_cast<int>(Schedule::Log) << static_cast<int>(Rule::Trapezoid);
        QTest::newRow("log, midpoint") << static_cast<int>(Schedule::Log) << static_cast<int>(Rule::Midpoint);
        QTest::newRow("linear, left") << static_cast<int>(Schedule::Linear) << static_cast<int>(Rule::Left);
        QTest::newRow("linear, equal") << static_cast<int>(Schedule::Linear) << static_cast<int>(Rule::Equal);
    }

    void endsAreTheMapAndNothing_data() { rules_data(); }
    void endsAreTheMapAndNothing() {
        QFETCH(int, schedule);
        QFETCH(int, rule);
        const auto state = blurState(static_cast<Schedule>(schedule), static_cast<Rule>(rule));
        Accumulation accumulation(state);
        QCOMPARE(values(accumulation.at(0)), values(state->attribution));
        QVERIFY(deviation(accumulation.at(1e-9), values(state->attribution)) < 1e-5);
        for (const double value : values(accumulation.at(state->path->farEnd())))
            QCOMPARE(value, 0.0);
    }

    // At a cell's border the accumulated sum is the sum of the masses beyond it.
    void bordersAreExact_data() { rules_data(); }
    void bordersAreExact() {
        QFETCH(int, schedule);
        QFETCH(int, rule);
        const auto state = blurState(static_cast<Schedule>(schedule), static_cast<Rule>(rule));
        Accumulation accumulation(state);
        double beyond = 0;
        for (std::size_t i = state->cells.size(); i-- > 0;) {
            beyond += state->cells[i].mass;
            const double position = state->path->toPosition(state->variable, state->cells[i].from);
            QVERIFY(std::abs(sumOf(accumulation.at(position)) - beyond) < 2e-5);
        }
    }

    // Bands that lie end to end share out the map.
    void bandsShareOutTheMap() {
        const auto state = blurState(Schedule::Log, Rule::Trapezoid);
        Accumulation accumulation(state);
        const double end = state->path->farEnd();
        std::vector<double> sum(static_cast<std::size_t>(state->attribution.layout().elements()), 0.0);
        for (const auto& [from, to] : {std::pair(0.0, 0.7), std::pair(0.7, 3.1), std::pair(3.1, end)}) {
            const std::vector<double> band = values(accumulation.between(from, to));
            for (std::size_t i = 0; i < sum.size(); ++i)
                sum[i] += band[i];
        }
        QVERIFY(deviation(state->attribution, sum) < 1e-5);
    }

    // Inside a cell the map moves without a jump, and as the integral of a line does.
    void cellsAreQuadraticInside() {
        const auto state = blurState(Schedule::Log, Rule::Trapezoid);
        Accumulation accumulation(state);
        const PathCell& cell = state->cells[5];
        const auto at = [&](double share) {
            const double v = cell.from + share * (cell.to - cell.from);
            return sumOf(accumulation.at(state->path->toPosition(state->variable, v)));
        };
        const double third = at(0.75) - 3 * at(0.5) + 3 * at(0.25) - at(0);
        QVERIFY(std::abs(third) < 1e-4 * std::abs(cell.mass) + 1e-5);
        QVERIFY(std::abs(at(0) - at(1) - cell.mass) < 1e-5);
    }

    // One pixel whose F only rises on the way to the input: its accumulated part never falls.
    void monotoneWhereTheIntegrandHasOneSign() {
        const Array z = roughPicture(1, 4, 4);
        const auto path = std::make_shared<StraightPath>(z, constantPicture(1, 4, 4, 0));
        const auto state = run({.path = path,
                                .model = scalarModel("torch.exp(x[:, 0, 1, 1] * 3)", z),
                                .integration = {.maxGradients = 40}});
        Accumulation accumulation(state);
        double before = 0;
        for (double position = 1; position >= 0; position -= 0.01) {
            const double now = values(accumulation.at(position))[5];
            QVERIFY(now >= before - 1e-7);
            before = now;
        }
    }

    void nearestGradientIsNearestInTheVariable() {
        const auto state = blurState(Schedule::Log, Rule::Trapezoid);
        const auto sigma = [&](std::size_t node) { return state->nodes[node]->position; };
        QCOMPARE(nearestGradient(*state, 0)->position, sigma(1)); // the input has no gradient
        QCOMPARE(nearestGradient(*state, 100)->position, sigma(12));
        const double middle = sigmaAtLogScale((logScale(sigma(4)) + logScale(sigma(5))) / 2);
        QCOMPARE(nearestGradient(*state, middle * 0.99)->position, sigma(4));
        QCOMPARE(nearestGradient(*state, middle * 1.01)->position, sigma(5));
    }
};

BLURIG_TEST(TestAccumulation)
#include "test_accumulation.moc"
