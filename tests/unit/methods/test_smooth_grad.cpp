// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"
#include "tests/unit/methods/method_cases.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

const Array z = roughPicture(3, 8, 8);

// dF/dz = 2 w z: the noise that a map holds is map / (2 w) - z, averaged over the samples.
std::vector<double> noiseOf(const MethodState& state) {
    std::vector<double> noise = values(state.attribution);
    for (std::size_t i = 0; i < noise.size(); ++i)
        noise[i] = noise[i] / (2 * weights(z)[i]) - values(z)[i];
    return noise;
}

double rootMeanSquare(const std::vector<double>& numbers) {
    double squares = 0;
    for (const double number : numbers)
        squares += number * number;
    return std::sqrt(squares / static_cast<double>(numbers.size()));
}

// Asks for a stop once so many states were published.
class StoppingSink : public CollectingSink {
public:
    explicit StoppingSink(std::size_t after)
        : m_after(after) {}
    void publish(std::shared_ptr<const MethodState> state) override {
        CollectingSink::publish(std::move(state));
        if (states.size() >= m_after)
            source.request_stop();
    }
    std::stop_source source;

private:
    std::size_t m_after;
};

} // namespace

class TestSmoothGrad : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheGradientWhereTheModelIsLinear() {
        const auto model = scalarModel("(w * x).flatten(1).sum(1)", z);
        const auto state = explain("smooth-grad", *model, logitItem(z));
        QVERIFY(deviation(state->attribution, weights(z)) < 1e-6);
        QCOMPARE(state->cost.gradients, 25);
        QVERIFY(hasNote(*state, "seed 1"));
        QVERIFY(hasNote(*state, "25 samples"));
    }

    void withoutNoiseItIsTheSeed_data() {
        QTest::addColumn<std::string>("seed");
        for (const Method* method : methods())
            if (method->id() != "smooth-grad")
                QTest::newRow(method->id().c_str()) << method->id();
    }

    void withoutNoiseItIsTheSeed() {
        QFETCH(std::string, seed);
        const auto model = quadraticModel(z);
        const auto alone = explain(seed, *model, logitItem(z));
        const auto smooth =
            explain("smooth-grad", *model, logitItem(z), {{"seed_method", seed}, {"noise", "0"}, {"samples", "2"}});
        QVERIFY(deviation(smooth->attribution, values(alone->attribution)) < 1e-6);
        QCOMPARE(smooth->cost.gradients, 2 * alone->cost.gradients);
        QCOMPARE(smooth->cost.forwards, 2 * alone->cost.forwards);
    }

    void theSeedTakesItsParameters() {
        const auto model = quadraticModel(z);
        const auto alone =
            explain("ig", *model, logitItem(z), {{"schedule", "linear"}, {"steps", "5"}, {"baseline", "white"}});
        const auto smooth = explain("smooth-grad", *model, logitItem(z),
                                    {{"seed_method", "ig"},
                                     {"seed_parameters", "schedule = linear; steps=5;baseline=white;"},
                                     {"noise", "0"},
                                     {"samples", "2"}});
        QVERIFY(deviation(smooth->attribution, values(alone->attribution)) < 1e-6);
        QCOMPARE(smooth->cost.gradients, 2 * alone->cost.gradients);
    }

    void aSeedsMistakeIsTold_data() {
        QTest::addColumn<std::string>("seed");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("part");
        QTest::newRow("no value") << std::string("ig") << std::string("steps") << std::string("has no value");
        QTest::newRow("unknown") << std::string("ig") << std::string("sigma=3")
                                 << std::string("seed_parameters: sigma: there is no such parameter");
        QTest::newRow("limits") << std::string("ig") << std::string("steps=1") << std::string("too small");
        QTest::newRow("none") << std::string("gradient") << std::string("steps=5") << std::string("has none");
    }

    void aSeedsMistakeIsTold() {
        QFETCH(const std::string, seed);
        QFETCH(const std::string, text);
        QFETCH(const std::string, part);
        std::string said;
        try {
            explain("smooth-grad", *quadraticModel(z), logitItem(z),
                    {{"seed_method", seed}, {"seed_parameters", text}});
        } catch (const Error& error) {
            said = error.what();
        }
        QVERIFY2(said.find(part) != std::string::npos, said.c_str());
    }

    // The noise has the deviation that was asked for, a share of the range, and averages out.
    void noiseHasItsDeviation() {
        const auto model = quadraticModel(z);
        const auto one = explain("smooth-grad", *model, logitItem(z), {{"samples", "1"}, {"noise", "0.2"}});
        QVERIFY(std::abs(rootMeanSquare(noiseOf(*one)) - 0.2) < 0.04); // 192 values: 4 deviations of 0.2 / sqrt(384)
        const auto many = explain("smooth-grad", *model, logitItem(z), {{"samples", "100"}, {"noise", "0.2"}});
        QVERIFY(std::abs(rootMeanSquare(noiseOf(*many)) - 0.02) < 0.004);
        ArrayLayout layout = z.layout();
        layout.range = {.low = -3, .high = 1, .unit = ""};
        const Array wide = Array::fromHost(layout, {z.host().begin(), z.host().end()});
        const auto inWideRange = explain("smooth-grad", *model, logitItem(wide), {{"samples", "1"}, {"noise", "0.2"}});
        QVERIFY(std::abs(rootMeanSquare(noiseOf(*inWideRange)) - 0.8) < 0.16);
    }

    void batchesAndRepeatsDoNotMatter_data() {
        QTest::addColumn<std::string>("seed");
        for (const char* seed : {"gradient", "gradient-x-input", "ig"})
            QTest::newRow(seed) << std::string(seed);
    }

    void batchesAndRepeatsDoNotMatter() {
        QFETCH(std::string, seed);
        const auto model = quadraticModel(z);
        const Settings settings = {{"samples", "7"}, {"seed_method", seed}};
        const auto a = explain("smooth-grad", *quadraticModel(z, Batching::Pairs), logitItem(z), settings);
        const auto b = explain("smooth-grad", *model, logitItem(z), settings);
        QCOMPARE(values(a->attribution), values(b->attribution));
        Settings another = settings;
        another.emplace_back("seed", "2");
        QVERIFY(values(explain("smooth-grad", *model, logitItem(z), another)->attribution) != values(a->attribution));
    }

    void tellsItsProgress() {
        CollectingSink sink;
        explain("smooth-grad", *quadraticModel(z), logitItem(z), {{"samples", "10"}}, sink);
        QCOMPARE(sink.states.size(), std::size_t{3});
        QCOMPARE(sink.states[0]->cost.gradients, 4);
        QCOMPARE(sink.states[0]->expectedGradients, 10.0);
        QCOMPARE(sink.states[0]->ending, Ending::Running);
        QVERIFY(!sink.states[0]->attribution.empty());
        CollectingSink nested;
        const auto last =
            explain("smooth-grad", *quadraticModel(z), logitItem(z), {{"samples", "3"}, {"seed_method", "ig"}}, nested);
        double before = 0;
        for (const auto& state : nested.states) {
            const double spent = state->cost.gradients + state->cost.forwards / 3.0;
            QVERIFY(spent >= before && spent <= state->expectedGradients + 1e-9);
            before = spent;
        }
        QCOMPARE(nested.states.back(), last);
        QCOMPARE(last->ending, Ending::FixedSchedule);
    }

    void stopsAmidTheSamples_data() {
        QTest::addColumn<std::string>("seed");
        for (const char* seed : {"gradient", "blur-ig"})
            QTest::newRow(seed) << std::string(seed);
    }

    void stopsAmidTheSamples() {
        QFETCH(std::string, seed);
        StoppingSink sink(2);
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 explain("smooth-grad", *quadraticModel(z), logitItem(z),
                                         {{"samples", "100"}, {"seed_method", seed}}, sink, sink.source.get_token()));
        QCOMPARE(sink.states.size(), std::size_t{2});
    }

    void aFlatInputGivesNumbers() {
        const Array flat = constantPicture(3, 8, 8, 0.5F);
        const auto state = explain("smooth-grad", *scalarModel("(0 * x).flatten(1).sum(1)", flat), logitItem(flat),
                                   {{"seed_method", "blur-ig"}, {"samples", "2"}});
        for (const float value : state->attribution.host())
            QVERIFY(std::isfinite(value));
    }

    void doesNotSmoothItself() {
        Parameters parameters = defaultParameters(methodById("smooth-grad"));
        QVERIFY_THROWS_EXCEPTION(Error, parameters.set("seed_method", "smooth-grad"));
    }
};

BLURIG_TEST(TestSmoothGrad)
#include "test_smooth_grad.moc"
