// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Arrays that are no pictures: signals, and spectrograms of which one axis is blurred.

#include "core/error.h"
#include "core/explain/explain.h"
#include "core/scale/scale_space.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace blurig;
using namespace blurig::test;

namespace {

const Axis row{.name = "row", .size = 1, .unit = ""};
const Axis seconds{.name = "time", .size = 96, .unit = "s", .step = 0.01};
const Axis hertz{.name = "frequency", .size = 24, .unit = "Hz", .step = 62.5};

Array roughArray(std::int64_t channels, std::vector<Axis> axes) {
    ArrayLayout layout{.channels = channels, .axes = std::move(axes), .range = {-1, 1, "V"}};
    std::mt19937 random(7);
    std::vector<float> values(static_cast<std::size_t>(layout.elements()));
    for (float& value : values)
        value = static_cast<float>(random()) / static_cast<float>(std::mt19937::max()) * 2 - 1;
    return Array::fromHost(std::move(layout), std::move(values));
}

// F is the expression's value for each row of `x`, as the logit of class 0 of 2.
std::shared_ptr<const Model> modelOf(const std::string& expression, const Array& like) {
    return scriptModel("def forward(self, x):\n    value = " + expression +
                           "\n    return torch.stack([value, -value], 1)\n",
                       arrayCard(like.layout()));
}

// A choice as a command makes it, explained.
std::shared_ptr<const MethodState> explained(const std::shared_ptr<const Model>& model, const Array& input,
                                             const std::string& method,
                                             const std::map<std::string, std::string>& parameters = {},
                                             const std::vector<double>& axisWeights = {}) {
    Choice choice;
    choice.target = std::string("0");
    choice.score = std::string("logit");
    choice.panes = {{.method = method, .parameters = parameters}};
    const OpenedSubject opened = subjectOf(model, input, axisWeights);
    ReferenceModels references;
    MethodSink sink;
    return explain(opened, resolve(choice, choice.panes.front(), opened.subject), references, sink).state;
}

double total(const Array& map) {
    return std::accumulate(map.host().begin(), map.host().end(), 0.0);
}

} // namespace

class TestAxes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The detector looks at five samples of one channel: all evidence lies there, and its sum is what F gained.
    void blurIgFindsWhatASignalHolds_data() {
        QTest::addColumn<bool>("withRow");
        QTest::newRow("C x 1 x T") << true;
        QTest::newRow("C x T") << false;
    }

    void blurIgFindsWhatASignalHolds() {
        QFETCH(bool, withRow);
        const Array signal = roughArray(2, withRow ? std::vector<Axis>{row, seconds} : std::vector<Axis>{seconds});
        const auto model =
            modelOf(std::string("torch.tanh(x[:, 1, ") + (withRow ? "0, " : "") + "40:45].sum(1))", signal);
        const auto state = explained(model, signal, "blur-ig");
        QVERIFY(state->completeness);
        QVERIFY(std::abs(state->completeness->gap()) <= 0.01 * std::abs(state->completeness->scoreInput));
        QCOMPARE(state->attribution.layout().axes, signal.layout().axes);
        const std::span<const float> map = state->attribution.host();
        for (std::size_t i = 0; i < map.size(); ++i)
            QCOMPARE(map[i] != 0, i >= 96 + 40 && i < 96 + 45);
    }

    // Where F is linear, the map is w (z - L(sigma_max)), and L of one blurred axis tends to each line's mean.
    void oneAxisOfASpectrogramIsBlurred_data() {
        QTest::addColumn<std::vector<double>>("axisWeights");
        QTest::newRow("time") << std::vector<double>{0, 1};
        QTest::newRow("frequency") << std::vector<double>{1, 0};
        QTest::newRow("both") << std::vector<double>{1, 1};
    }

    void oneAxisOfASpectrogramIsBlurred() {
        QFETCH(std::vector<double>, axisWeights);
        const Array spectrogram = roughArray(1, {hertz, seconds});
        const auto model = modelOf("3.0 * x[:, 0, 10, 50] + x[:, 0, 11, 51]", spectrogram);
        const auto state =
            explained(model, spectrogram, "blur-ig", {{"max_sigma", "1000"}, {"tolerance_map", "0.002"}}, axisWeights);
        QCOMPARE(state->attribution.layout().axes, spectrogram.layout().axes);
        const Array limit = ScaleSpace(spectrogram, axisWeights).blurred(1000);
        const auto at = [](const Array& array, int f, int t) {
            return static_cast<double>(array.host()[static_cast<std::size_t>(f * 96 + t)]);
        };
        double mean = 0; // of what the blur joins with (10, 50)
        for (int f = 0; f < 24; ++f)
            for (int t = 0; t < 96; ++t)
                if ((axisWeights[0] == 1 || f == 10) && (axisWeights[1] == 1 || t == 50))
                    mean += at(spectrogram, f, t);
        mean /= (axisWeights[0] == 1 ? 24 : 1) * (axisWeights[1] == 1 ? 96 : 1);
        QVERIFY(std::abs(at(limit, 10, 50) - mean) < 1e-5);
        const double expected = 3 * (at(spectrogram, 10, 50) - mean);
        QVERIFY2(std::abs(at(state->attribution, 10, 50) - expected) < 0.01 * std::abs(expected),
                 qPrintable(QStringLiteral("%1, not %2").arg(at(state->attribution, 10, 50)).arg(expected)));
        const double both = expected + at(spectrogram, 11, 51) - at(limit, 11, 51);
        QVERIFY(std::abs(total(state->attribution) - both) < 0.01 * std::abs(expected));
    }

    void sigmaEndsAtTheBlurredAxis() {
        const Array spectrogram = roughArray(1, {hertz, seconds});
        const auto model = modelOf("torch.tanh(x[:, 0, 10, 50])", spectrogram);
        const auto state = explained(model, spectrogram, "blur-ig", {}, {1, 0});
        QVERIFY(state->paths.front()->path->farEnd() <= 24);
    }

    void everyMethodKeepsTheAxes_data() {
        QTest::addColumn<QString>("method");
        for (const Method* method : methods())
            QTest::newRow(method->id().c_str()) << QString::fromStdString(method->id());
    }

    void everyMethodKeepsTheAxes() {
        QFETCH(QString, method);
        const Array spectrogram = roughArray(2, {hertz, seconds});
        const auto model =
            modelOf("torch.tanh(torch.conv2d(x, torch.ones(1, 2, 3, 3))).mean([1, 2, 3]) * 8.0", spectrogram);
        const auto state = explained(model, spectrogram, method.toStdString());
        QCOMPARE(state->attribution.layout().axes, spectrogram.layout().axes);
    }

    void gradientsHaveTheAxesOfTheirInput() {
        const Array signal = roughArray(2, {row, seconds});
        const auto model = modelOf("x.mean([1, 2, 3])", signal);
        const Evaluation found = model->evaluate(asBatch(signal), {{{0, 1.0}}}, Score::Logit);
        QCOMPARE(found.gradients.front().layout().axes, signal.layout().axes);
        QCOMPARE(model->info()->card.input, InputSpec(ArraySpec{signal.layout()}));
    }

    void referenceModeBlursTwoAxesAlike() {
        const Array spectrogram = roughArray(1, {hertz, seconds});
        const auto model = modelOf("x.mean([1, 2, 3])", spectrogram);
        const Item item{.input = spectrogram, .axisWeights = {0, 1}, .target = {{{0, 1.0}}}, .score = Score::Logit};
        const Method& method = methodById("blur-ig");
        MethodSink sink;
        QVERIFY_THROWS_EXCEPTION(
            Error, method.run(*model, item, parametersOf(method, {{"reference_mode", "true"}}), sink, {}));
    }
};

BLURIG_TEST(TestAxes)
#include "test_axes.moc"
