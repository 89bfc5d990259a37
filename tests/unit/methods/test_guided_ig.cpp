// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"
#include "tests/unit/methods/method_cases.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

const Array z = roughPicture(3, 8, 8);

} // namespace

class TestGuidedIg : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Moves of every value add up to its whole way, whatever the path.
    void ofALinearModelItIsTheModelsTerms() {
        const auto model = scalarModel("(w * x).flatten(1).sum(1)", z);
        const auto state = explain("guided-ig", *model, logitItem(z), {{"steps", "30"}, {"max_dist", "0.3"}});
        std::vector<double> expected = values(z);
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] *= weights(z)[i];
        QVERIFY(deviation(state->attribution, expected) < 1e-5);
        QVERIFY(*state->completeness->relativeGap() < 1e-5);
        QCOMPARE(state->cost.gradients, 30);
        QCOMPARE(state->cost.forwards, 1);
    }

    // Without distance it is IG by the left rule: dF/dz at alpha = j/n is 2 w alpha z.
    void onTheStraightLineItIsIg() {
        constexpr int steps = 10;
        const auto state = explain("guided-ig", *quadraticModel(z), logitItem(z), {{"steps", "10"}, {"max_dist", "0"}});
        std::vector<double> expected = values(z);
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] = 2 * weights(z)[i] * std::pow(expected[i], 2) * (steps - 1) / 2.0 / steps;
        QVERIFY(deviation(state->attribution, expected) < 1e-5);
    }

    // What GuidedIG of the package saliency 0.2.1 gives for this function, in float64.
    void isAsThePackage_data() {
        QTest::addColumn<Settings>("settings");
        QTest::addColumn<QList<double>>("expected");
        const auto row = [](const char* name, const char* steps, const char* fraction, const char* distance,
                            const QList<double>& expected) {
            QTest::newRow(name) << Settings{{"steps", steps}, {"fraction", fraction}, {"max_dist", distance}}
                                << expected;
        };
        row("near", "10", "0.25", "0.02", {0.7014069284, 0.0942737684, -0.0872829138, -0.0954240022});
        row("far", "10", "0.25", "0.5", {0.6318588300, 0.0709199968, -0.0186840004, -0.1890000043});
        row("unbounded", "25", "0.5", "1", {0.7533463136, 0.0853135689, -0.0459023529, -0.1530422513});
    }

    void isAsThePackage() {
        QFETCH(Settings, settings);
        QFETCH(QList<double>, expected);
        const Array input = Array::fromHost(pictureLayout(1, 2, 2), {0.9F, 0.2F, 0.6F, 0.35F});
        const auto model = scalarModel("x[:,0,0,0] * x[:,0,0,1] + x[:,0,0,1]**2 * x[:,0,1,0] - x[:,0,1,0] * "
                                       "x[:,0,1,1] + x[:,0,0,0]**3",
                                       input);
        const auto state = explain("guided-ig", *model, logitItem(input), settings);
        QVERIFY(deviation(state->attribution, {expected.begin(), expected.end()}) < 1e-5);
    }

    void theGapShrinksWithTheSteps() {
        double before = INFINITY;
        for (const char* steps : {"10", "40", "160"}) {
            const auto state = explain("guided-ig", *quadraticModel(z), logitItem(z), {{"steps", steps}});
            const Completeness& found = *state->completeness;
            double sum = 0;
            for (const double value : values(state->attribution))
                sum += value;
            QVERIFY(std::abs(sum - found.sum) < 1e-5);
            QVERIFY(!found.exactByConstruction && found.gap() < before / 3);
            before = found.gap();
        }
    }

    void baselinesAreAveraged() {
        const Settings few = {{"steps", "12"}};
        const auto with = [&](const char* baseline) {
            return explain("guided-ig", *quadraticModel(z), logitItem(z), {{"steps", "12"}, {"baseline", baseline}});
        };
        const auto black = with("black");
        const auto white = with("white");
        const auto both = with("white,black");
        std::vector<double> mean = values(black->attribution);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] = (mean[i] + values(white->attribution)[i]) / 2;
        QVERIFY(deviation(both->attribution, mean) < 1e-6);
        QVERIFY(std::abs(both->completeness->scoreStart -
                         (black->completeness->scoreStart + white->completeness->scoreStart) / 2) < 1e-9);
        QVERIFY(hasNote(*both, "baseline white"));
    }

    void repeatsAreTheSame() {
        CollectingSink one;
        CollectingSink four;
        const Settings settings = {{"steps", "20"}, {"max_dist", "0.4"}};
        QCOMPARE(
            values(explain("guided-ig", *quadraticModel(z, Batching::Alone), logitItem(z), settings, one)->attribution),
            values(explain("guided-ig", *quadraticModel(z), logitItem(z), settings, four)->attribution));
        QCOMPARE(one.states.size(), std::size_t{21});
        QVERIFY(!one.states[3]->completeness && one.states[3]->ending == Ending::Running);
        QCOMPARE(one.states[3]->cost.gradients, 4);
        QVERIFY(std::abs(one.states[3]->expectedGradients - 20 - 1.0 / 3) < 1e-9);
    }

    void stopsAmidThePath() {
        class StoppingSink : public CollectingSink {
        public:
            void betweenBatches() override {
                if (states.size() == 5)
                    source.request_stop();
            }
            std::stop_source source;
        };
        StoppingSink sink;
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, explain("guided-ig", *quadraticModel(z), logitItem(z), {}, sink, sink.source.get_token()));
        QCOMPARE(sink.states.size(), std::size_t{5});
    }

    // Nowhere to go, no direction to prefer, and bounds at their ends: numbers all the same.
    void extremesGiveNumbers_data() {
        QTest::addColumn<float>("value");
        QTest::addColumn<std::string>("model");
        QTest::addColumn<Settings>("settings");
        const std::string flat = "(0 * x).flatten(1).sum(1)";
        const std::string squares = "(x * x).flatten(1).sum(1)";
        QTest::newRow("input is the baseline") << 0.0F << squares << Settings{};
        QTest::newRow("flat model") << 0.7F << flat << Settings{};
        QTest::newRow("equal gradients") << 0.7F << squares << Settings{{"fraction", "0"}};
        QTest::newRow("all at once") << 0.7F << squares << Settings{{"fraction", "1"}, {"max_dist", "1"}};
        QTest::newRow("two steps") << 0.7F << squares << Settings{{"steps", "2"}};
    }

    void extremesGiveNumbers() {
        QFETCH(float, value);
        QFETCH(std::string, model);
        QFETCH(Settings, settings);
        const Array picture = constantPicture(3, 8, 8, value);
        const auto state = explain("guided-ig", *scalarModel(model, picture), logitItem(picture), settings);
        for (const double number : values(state->attribution))
            QVERIFY(std::isfinite(number));
        QVERIFY(std::isfinite(state->completeness->gap()));
    }
};

BLURIG_TEST(TestGuidedIg)
#include "test_guided_ig.moc"
