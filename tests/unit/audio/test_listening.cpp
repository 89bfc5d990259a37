// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/listening.h"
#include "core/audio/mel_bands.h"
#include "core/audio/spectrogram.h"
#include "tests/support/test_class.h"
#include "tests/unit/audio/sound_cases.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace blurig;
using namespace blurig::test;

namespace {

std::vector<float> noise(std::size_t count) {
    std::mt19937 random(3);
    std::vector<float> samples(count);
    for (float& sample : samples)
        sample = static_cast<float>(random()) / static_cast<float>(std::mt19937::max()) - 0.5F;
    return samples;
}

Array bandValues(const FrontEnd& frontEnd, std::int64_t frames, const std::function<float(int, std::int64_t)>& value) {
    std::vector<float> values;
    for (int band = 0; band < frontEnd.bands(); ++band)
        for (std::int64_t frame = 0; frame < frames; ++frame)
            values.push_back(value(band, frame));
    return Array::fromHost({.channels = 1, .axes = {frequencyAxis(frontEnd), frameAxis(frontEnd, frames)}},
                           std::move(values));
}

} // namespace

class TestListening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFullMaskGivesTheSoundBack_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("hop");
        QTest::addColumn<int>("centring");
        QTest::addColumn<int>("window");
        const int none = static_cast<int>(Centring::None);
        const int reflect = static_cast<int>(Centring::Reflect);
        QTest::newRow("three seconds") << 48'000 << 256 << reflect << 512;
        QTest::newRow("an odd length") << 47'123 << 160 << none << 400;
        QTest::newRow("hops wider than windows") << 30'000 << 600 << none << 400;
        QTest::newRow("shorter than a window") << 100 << 256 << reflect << 512;
        QTest::newRow("one sample") << 1 << 256 << none << 512;
    }

    void aFullMaskGivesTheSoundBack() {
        QFETCH(int, count);
        QFETCH(int, hop);
        QFETCH(int, centring);
        QFETCH(int, window);
        const FrontEnd front{
            .windowLength = window, .hop = hop, .melBands = 64, .centring = static_cast<Centring>(centring)};
        const Array samples = samplesOf(noise(static_cast<std::size_t>(count)), 16'000);
        const std::int64_t frames = spectrogram(samples, front).size(1);
        const Array full = binMask(bandValues(front, frames, [](int, std::int64_t) { return 1.0F; }), front);
        QVERIFY(std::ranges::all_of(full.host(), [](float value) { return std::abs(value - 1) < 1e-6F; }));
        const Array back = masked(samples, full, front);
        QCOMPARE(back.layout(), samples.layout());
        for (std::size_t i = 0; i < samples.host().size(); ++i)
            QVERIFY(std::abs(back.host()[i] - samples.host()[i]) < 1e-5F);
        const Array nothing = masked(samples, remainder(full), front);
        QVERIFY(std::ranges::all_of(nothing.host(), [](float sample) { return std::abs(sample) < 1e-5F; }));
    }

    // Of two tones, a mask of the bands above 1 kHz leaves the upper one; the rest holds the lower one.
    void aMaskOfBandsTakesOneOfTwoTones() {
        std::vector<float> both = tone(300, 16'000, 1, 0.4);
        const std::vector<float> high = tone(3000, 16'000, 1, 0.3);
        for (std::size_t i = 0; i < both.size(); ++i)
            both[i] += high[i];
        const Array samples = samplesOf(both, 16'000);
        const FrontEnd front;
        const std::vector<double> centres = bandCentres(front);
        const std::int64_t frames = spectrogram(samples, front).size(1);
        const Array mask = binMask(bandValues(front, frames,
                                              [&centres](int band, std::int64_t) {
                                                  return centres[static_cast<std::size_t>(band)] > 1000 ? 1.0F : 0.0F;
                                              }),
                                   front);
        const Array upper = masked(samples, mask, front);
        QVERIFY(std::abs(levelAt(upper, 3000) - 0.3) < 0.01);
        QVERIFY(levelAt(upper, 300) < 0.01);
        const Array rest = masked(samples, remainder(mask), front);
        QVERIFY(std::abs(levelAt(rest, 300) - 0.4) < 0.01);
        QVERIFY(levelAt(rest, 3000) < 0.01);
    }

    // A mask of the second half of the frames, of a front end whose frames are not centred.
    void aMaskOfFramesTakesAPartOfTheTime() {
        const Array samples = samplesOf(tone(1000, 16'000, 1), 16'000);
        const FrontEnd front{.hop = 160, .centring = Centring::None};
        const std::int64_t frames = spectrogram(samples, front).size(1);
        const Array mask = binMask(
            bandValues(front, frames, [frames](int, std::int64_t frame) { return frame >= frames / 2 ? 1.0F : 0.0F; }),
            front);
        const Array part = masked(samples, mask, front);
        const std::span<const float> heard = part.host();
        const auto loudest = [&heard](std::size_t from, std::size_t to) {
            float most = 0;
            for (std::size_t i = from; i < to; ++i)
                most = std::max(most, std::abs(heard[i]));
            return most;
        };
        QVERIFY(loudest(0, 7400) < 1e-6F);
        QVERIFY(std::abs(loudest(8600, 15'500) - 0.5F) < 0.01F);
    }

    // 24 wide bands up to 4 kHz: the bins above take the last band's value, those inside a weighted mean.
    void binsOutsideOfAllBandsTakeTheNearest() {
        const FrontEnd front{.melBands = 24, .lowest = 300, .highest = 4000};
        const Array mask =
            binMask(bandValues(front, 1, [](int band, std::int64_t) { return static_cast<float>(band); }), front);
        QCOMPARE(mask.size(0), std::int64_t{257});
        QCOMPARE(mask.host()[256], 23.0F);
        QCOMPARE(mask.host()[0], 0.0F);
        for (std::size_t bin = 1; bin < 257; ++bin)
            QVERIFY(mask.host()[bin] >= mask.host()[bin - 1]);
    }

    void aMaskIsThePositivePartOfAMap() {
        const FrontEnd front{.melBands = 10};
        const Array map = bandValues(front, 100, [](int band, std::int64_t frame) {
            return band == 0 ? -5.0F : static_cast<float>(frame) * 0.01F;
        });
        const Array mask = maskOf(map);
        QCOMPARE(*std::ranges::min_element(mask.host()), 0.0F);
        QCOMPARE(*std::ranges::max_element(mask.host()), 1.0F);
        QCOMPARE(mask.host()[5], 0.0F);
        QVERIFY(std::abs(mask.host()[150] - 0.5F / 0.99F) < 0.02F);
        const Array none = maskOf(bandValues(front, 4, [](int, std::int64_t) { return -1.0F; }));
        QVERIFY(std::ranges::all_of(none.host(), [](float value) { return value == 0; }));
        const Array one = maskOf(bandValues(front, 100, [](int band, std::int64_t frame) {
            return band == 3 && frame == 50 ? 2.0F : 0.0F; // less than the percentile leaves
        }));
        QCOMPARE(*std::ranges::max_element(one.host()), 1.0F);
    }
};

BLURIG_TEST(TestListening)
#include "test_listening.moc"
