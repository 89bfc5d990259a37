// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/mel_bands.h"
#include "core/error.h"
#include "core/evaluate/sound_metrics.h"
#include "core/evaluate/sound_study.h"
#include "core/explain/clip_scores.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr int rate = 8000;
const FrontEnd frontEnd{.sampleRate = rate, .windowLength = 256, .hop = 64, .fftSize = 256, .melBands = 32};
const SoundSpec spec{.form = frontEnd, .patch = {.length = 64, .hop = 32}, .range = {0, 7, ""}};

// Class 0 hears what lies above 1 kHz, class 1 what lies below: bands 16 to 31 and 0 to 15, about.
std::shared_ptr<const Model> detector() {
    return scriptModel("def forward(self, x):\n"
                       "    high = x[:, 0, 18:, :].amax(1).mean(1) - 3.0\n"
                       "    low = x[:, 0, :14, :].amax(1).mean(1) - 4.0\n"
                       "    return torch.stack([high, low], 1)\n",
                       soundCard(spec, OutputKind::MultiLabelLogits));
}

std::shared_ptr<const Clip> twoTones() {
    std::vector<float> samples;
    for (int i = 0; i < rate; ++i)
        samples.push_back(static_cast<float>(0.2 * std::sin(2 * std::numbers::pi * 2500 * i / rate) +
                                             0.2 * std::sin(2 * std::numbers::pi * 300 * i / rate)));
    return std::make_shared<const Clip>(clipOf(soundOf(samples, rate, "two tones"), spec));
}

// Marks the bands whose centres are above 1 kHz, or below.
Array mapOf(const Clip& clip, bool above) {
    const std::vector<double> centres = bandCentres(frontEnd);
    std::vector<float> values;
    for (const double centre : centres)
        values.insert(values.end(), static_cast<std::size_t>(clip.whole.size(1)),
                      (centre > 1000) == above ? 1.0F : -1.0F);
    return Array::fromHost(clip.whole.layout(), std::move(values));
}

// With the scores that the clip has.
SoundMetrics judged(const Model& model, const Clip& clip, const Array& map, const Target& target) {
    return soundMetrics(model, clip, clipScores(model, clip).clip, map, target);
}

const Target high{.classes = {{0, 1.0}}};

} // namespace

class TestSoundMetrics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sparsenessAndComplexityHaveTheirEnds() {
        const std::vector<float> even(50, -0.3F);
        std::vector<float> one(50);
        one[7] = 2;
        QVERIFY(std::abs(giniIndex(even)) < 1e-12);
        QVERIFY(std::abs(giniIndex(one) - (1 - 1.0 / 50)) < 1e-12);
        QVERIFY(std::abs(entropy(even) - std::log(50.0)) < 1e-9);
        QCOMPARE(entropy(one), 0.0);
        QCOMPARE(giniIndex(std::vector<float>(5)), 0.0);
        QCOMPARE(entropy(std::vector<float>(5)), 0.0);
    }

    void theRightBandsKeepTheScoreAndTheRestLosesIt() {
        const auto clip = twoTones();
        const auto model = detector();
        const SoundMetrics right = judged(*model, *clip, mapOf(*clip, true), high);
        QVERIFY2(right.score > 0.7, qPrintable(QString::number(right.score)));
        QVERIFY(std::abs(right.maskedScore - right.score) < 0.02);
        QVERIFY(right.restScore < 0.2);
        QVERIFY(std::abs(right.faithfulness - (right.score - right.restScore)) < 1e-12);
        QVERIFY(right.drop < 3);
        QVERIFY(right.sparseness > 0.1 && right.complexity > 0);

        const SoundMetrics wrong = judged(*model, *clip, mapOf(*clip, false), high);
        QVERIFY(std::abs(wrong.drop - 100 * (wrong.score - wrong.maskedScore) / wrong.score) < 1e-9);
        QVERIFY(wrong.drop > 70);
        QCOMPARE(wrong.increase, 0.0);
        QCOMPARE(wrong.gain, 0.0);
        QVERIFY(std::abs(wrong.faithfulness) < 0.02);
        QVERIFY(right.inputFidelity != wrong.inputFidelity);
    }

    void aFullMaskChangesNothing() {
        const auto clip = twoTones();
        std::vector<float> ones(clip->whole.host().size(), 1.0F);
        const Array map = Array::fromHost(clip->whole.layout(), std::move(ones));
        const SoundMetrics all = judged(*detector(), *clip, map, high);
        QVERIFY(std::abs(all.maskedScore - all.score) < 1e-4);
        QVERIFY(all.inputFidelity);
        QVERIFY(std::abs(all.sparseness) < 1e-6);
    }

    void aWaveformHasNoMaskOfFrequencies() {
        const SoundSpec waves{.form = Waveform{rate}, .patch = {.length = 800, .hop = 800}, .axisOrder = "NT"};
        const auto model = scriptModel("def forward(self, x):\n    return x[:, :2]\n", soundCard(waves));
        const Clip clip = clipOf(soundOf(std::vector<float>(1600, 0.1F), rate, "level"), waves);
        QVERIFY_THROWS_EXCEPTION(Error, judged(*model, clip, clip.whole, high));
    }

    // Of the class that a clip has, Blur IG's map marks the bands in which it lies.
    void methodsAreJudgedOnAClip() {
        ReferenceModels references;
        MethodSink sink;
        const auto rows = judgeSound(detector(), twoTones(), parseMethods("blur-ig:max_gradients=24,gradient-x-input"),
                                     references, sink);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].clip, std::string("two tones"));
        QVERIFY(rows[0].gradients > rows[1].gradients);
        for (const SoundRow& row : rows)
            QVERIFY2(row.metrics.faithfulness > 0.1, row.method.c_str());
        const std::string table = soundTable(rows);
        QCOMPARE(std::ranges::count(table, '\n'), 3);
        QVERIFY(table.find("\"two tones\",\"Blur IG") != std::string::npos);
    }
};

BLURIG_TEST(TestSoundMetrics)
#include "test_sound_metrics.moc"
