// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/accumulation.h"
#include "core/path/blur_path.h"
#include "core/path/idgi.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr const char* rough = "(w * x * x).flatten(1).sum(1) + torch.sin(3 * x.flatten(1).sum(1))";

std::shared_ptr<const PathState> integrated(const std::string& path, Schedule schedule, Rule rule,
                                            const std::string& model = rough, const Array& z = roughPicture(3, 8, 8)) {
    Run asked{.model = scalarModel(model, z),
              .integration = {.schedule = schedule, .rule = rule, .steps = 6, .maxGradients = 30}};
    if (path == "blur")
        asked.path = std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(z), 12);
    else
        asked.path = std::make_shared<StraightPath>(z, constantPicture(3, 8, 8, 0.1F));
    return run(asked);
}

double sumOf(const Array& map) {
    const std::vector<double> all = values(map);
    return std::accumulate(all.begin(), all.end(), 0.0);
}

} // namespace

class TestIdgi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void schedules_data() {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("rule");
        const auto row = [](const char* name, const char* path, Schedule schedule, Rule rule) {
            QTest::newRow(name) << std::string(path) << static_cast<int>(schedule) << static_cast<int>(rule);
        };
        row("blur, adaptive", "blur", Schedule::Adaptive, Rule::Trapezoid);
        row("blur, log, trapezoid", "blur", Schedule::Log, Rule::Trapezoid);
        row("blur, log, midpoint", "blur", Schedule::Log, Rule::Midpoint);
        row("blur, linear, left", "blur", Schedule::Linear, Rule::Left);
        row("straight, adaptive", "straight", Schedule::Adaptive, Rule::Trapezoid);
        row("straight, equal", "straight", Schedule::Linear, Rule::Equal);
    }

    void theSumIsTheDifference_data() { schedules_data(); }
    void theSumIsTheDifference() {
        QFETCH(std::string, path);
        QFETCH(int, schedule);
        QFETCH(int, rule);
        const auto plain = integrated(path, static_cast<Schedule>(schedule), static_cast<Rule>(rule));
        const auto state = Idgi().sharedOut(plain);
        QVERIFY(plain->completeness.gap() > 1e-3); // few nodes: the integral itself misses it
        QVERIFY(state->completeness.gap() < 1e-6);
        QVERIFY(std::abs(sumOf(state->attribution) - state->completeness.difference()) < 1e-5);
        QVERIFY(state->completeness.exactByConstruction && !state->completeness.mapError);
        QVERIFY(finite(*state));
        QCOMPARE(state->nodes.size(), plain->nodes.size());
        QCOMPARE(state->cost.gradients, plain->cost.gradients);
    }

    // Step by step as the paper has it: (F(x_j+1) - F(x_j)) g_j^2 / sum g_j^2, j counted from the baseline.
    void isThePapersSum() {
        const auto plain = integrated("straight", Schedule::Linear, Rule::Trapezoid);
        std::vector<double> expected(192);
        for (std::size_t node = plain->nodes.size() - 1; node > 0; --node) {
            const std::vector<double> g = values(plain->nodes[node]->gradient);
            const double difference = plain->nodes[node - 1]->value - plain->nodes[node]->value;
            const double squares = std::inner_product(g.begin(), g.end(), g.begin(), 0.0);
            for (std::size_t i = 0; i < g.size(); ++i)
                expected[i] += difference * g[i] * g[i] / squares;
        }
        QVERIFY(deviation(Idgi().sharedOut(plain)->attribution, expected) < 1e-6);
    }

    void ofALinearModelItIsTheSquaredWeights() {
        const Array z = roughPicture(3, 8, 8);
        const auto state =
            Idgi().sharedOut(integrated("straight", Schedule::Linear, Rule::Trapezoid, "(w * x).flatten(1).sum(1)"));
        std::vector<double> expected = weights(z);
        const double squares = std::inner_product(expected.begin(), expected.end(), expected.begin(), 0.0);
        for (double& value : expected)
            value *= value * state->completeness.difference() / squares;
        QVERIFY(deviation(state->attribution, expected) < 1e-5);
    }

    // What the slider shows: from the far end down to a node, the sum is the node's own score difference.
    void accumulatesStepByStep_data() { schedules_data(); }
    void accumulatesStepByStep() {
        QFETCH(std::string, path);
        QFETCH(int, schedule);
        QFETCH(int, rule);
        const auto state = Idgi().sharedOut(integrated(path, static_cast<Schedule>(schedule), static_cast<Rule>(rule)));
        Accumulation accumulation(state);
        QCOMPARE(values(accumulation.at(0)), values(state->attribution));
        for (const PathCell& cell : state->cells) {
            const PathNode& begin = *state->nodes[cell.fromNode];
            QCOMPARE(*cell.gap(), 0.0);
            if (begin.position < state->path->farEnd())
                QVERIFY(std::abs(sumOf(accumulation.at(begin.position)) -
                                 (begin.value - state->completeness.scoreStart)) < 1e-4);
        }
    }

    // A sink that publishes often must not change what comes out: earlier steps are kept, not recomputed.
    void keptStepsChangeNothing() {
        const Array z = roughPicture(3, 8, 8);
        Idgi kept;
        std::shared_ptr<const PathState> last;
        const auto plain = run({.path = std::make_shared<StraightPath>(z, constantPicture(3, 8, 8, 0.1F)),
                                .model = scalarModel(rough, z, Batching::Alone),
                                .integration = {.tolerances = {}, .maxGradients = 40}},
                               [&](const auto& state) { last = kept.sharedOut(state); });
        QCOMPARE(values(last->attribution), values(Idgi().sharedOut(plain)->attribution));
    }

    void flatModelsGiveNumbers_data() {
        QTest::addColumn<std::string>("model");
        QTest::newRow("constant") << std::string("(0 * x).flatten(1).sum(1)");
        QTest::newRow("one step") << std::string("1.0 * (x.flatten(1).sum(1) > 40) + (0 * x).flatten(1).sum(1)");
    }

    void flatModelsGiveNumbers() {
        QFETCH(std::string, model);
        const auto state = Idgi().sharedOut(integrated("straight", Schedule::Linear, Rule::Trapezoid, model));
        QVERIFY(finite(*state));
        const double share = state->completeness.difference() / 192;
        for (const double value : values(state->attribution))
            QVERIFY(std::abs(value - share) < 1e-8); // no direction is known: all get the same
    }
};

BLURIG_TEST(TestIdgi)
#include "test_idgi.moc"
