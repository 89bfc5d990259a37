// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/mel_bands.h"
#include "core/audio/spectrogram.h"
#include "core/error.h"
#include "tests/support/test_class.h"
#include "tests/unit/audio/sound_cases.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

double at(const Array& plane, std::int64_t band, std::int64_t frame) {
    return static_cast<double>(plane.host()[static_cast<std::size_t>(band * plane.size(1) + frame)]);
}

std::int64_t loudestBand(const Array& plane, std::int64_t frame) {
    std::int64_t best = 0;
    for (std::int64_t band = 0; band < plane.size(0); ++band)
        if (at(plane, band, frame) > at(plane, best, frame))
            best = band;
    return best;
}

} // namespace

class TestSpectrogram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void axesHaveTheirUnits() {
        const FrontEnd mel;
        const Array plane = spectrogram(samplesOf(tone(440, 16'000, 3), 16'000), mel);
        QCOMPARE(plane.channels(), std::int64_t{1});
        QCOMPARE(plane.layout().axes[0], (Axis{.name = "frequency", .size = 96, .unit = "mel band"}));
        QCOMPARE(plane.layout().axes[1], (Axis{.name = "time", .size = 1 + 48'000 / 256, .unit = "s", .step = 0.016}));
        QCOMPARE(plane.layout().range.unit, std::string("log10(10000 p + 1)"));
        FrontEnd linear;
        linear.melBands = 0;
        QCOMPARE(frequencyAxis(linear), (Axis{.name = "frequency", .size = 257, .unit = "Hz", .step = 31.25}));
    }

    // A full-scale sinusoid in the middle of a bin has the power (N/4)^2 there, times the square of its amplitude, with
    // a Hann window of N.
    void aToneHasItsPower() {
        FrontEnd linear{.melBands = 0, .compression = Compression::None};
        const Array power = spectrogram(samplesOf(tone(1000, 16'000, 1, 0.5), 16'000), linear);
        const double expected = 0.25 * 128 * 128;
        QCOMPARE(loudestBand(power, 30), std::int64_t{32});
        QVERIFY(std::abs(at(power, 32, 30) - expected) < 1e-3 * expected);
        linear.power = 1;
        const Array magnitude = spectrogram(samplesOf(tone(1000, 16'000, 1, 0.5), 16'000), linear);
        QVERIFY(std::abs(at(magnitude, 32, 30) - 64) < 0.05);
    }

    void aToneLiesInItsBand_data() {
        QTest::addColumn<double>("hertz");
        for (const double hertz : {200.0, 440.0, 1500.0, 6000.0})
            QTest::addRow("%g", hertz) << hertz;
    }

    void aToneLiesInItsBand() {
        QFETCH(double, hertz);
        for (const MelScale scale : {MelScale::Slaney, MelScale::Htk}) {
            const FrontEnd mel{.melBands = 40, .scale = scale, .norm = MelNorm::None};
            const Array plane = spectrogram(samplesOf(tone(hertz, 16'000, 1), 16'000), mel);
            const std::vector<double> centres = bandCentres(mel);
            const auto loudest = static_cast<std::size_t>(loudestBand(plane, 30));
            const double width = centres[std::min<std::size_t>(loudest + 1, 39)] - centres[loudest - 1];
            QVERIFY2(std::abs(centres[loudest] - hertz) < width, qPrintable(QString::number(centres[loudest])));
        }
    }

    // A click at sample 1600 is loudest in the frame that is centred on it.
    void framesAreCentredWhereTheFrontEndSaysSo() {
        std::vector<float> click(16'000);
        click[2560] = 1;
        FrontEnd front{.compression = Compression::None};
        const auto loudestFrame = [&click](const FrontEnd& how) {
            const Array plane = spectrogram(samplesOf(click, 16'000), how);
            std::int64_t best = 0;
            for (std::int64_t frame = 0; frame < plane.size(1); ++frame)
                if (at(plane, 40, frame) > at(plane, 40, best))
                    best = frame;
            return best;
        };
        QCOMPARE(loudestFrame(front), std::int64_t{10});
        front.centring = Centring::Reflect;
        QCOMPARE(loudestFrame(front), std::int64_t{10});
        front.centring = Centring::None;
        QCOMPARE(loudestFrame(front), std::int64_t{9}); // begins at its first sample
    }

    void theFewestSamplesHaveAFrame_data() {
        QTest::addColumn<int>("centring");
        QTest::newRow("none") << static_cast<int>(Centring::None);
        QTest::newRow("reflect") << static_cast<int>(Centring::Reflect);
        QTest::newRow("constant") << static_cast<int>(Centring::Constant);
    }

    void theFewestSamplesHaveAFrame() {
        QFETCH(int, centring);
        FrontEnd front;
        front.centring = static_cast<Centring>(centring);
        for (const std::size_t count : {1U, 2U, 255U, 257U, 700U}) {
            const Array plane = spectrogram(samplesOf(std::vector<float>(count, 0.1F), 16'000), front);
            QVERIFY(plane.size(1) >= 1);
            QVERIFY(std::ranges::all_of(plane.host(), [](float value) { return std::isfinite(value); }));
        }
    }

    void silenceHasItsValue() {
        for (const Compression kind : {Compression::None, Compression::Log, Compression::Log10, Compression::Decibel}) {
            const FrontEnd front{.compression = kind, .factor = 1, .offset = 1e-6};
            const Array plane = spectrogram(samplesOf(std::vector<float>(4000), 16'000), front);
            QVERIFY(std::ranges::all_of(plane.host(), [&](float value) { return value == silence(front); }));
        }
        QCOMPARE(silence(FrontEnd{}), 0.0F);
    }

    // Blocks of frames do not show: the spectrogram of a part is the part of the spectrogram.
    void longSoundsAreTheSame() {
        const std::vector<float> samples = tone(440, 16'000, 40);
        const FrontEnd front{.centring = Centring::None};
        const Array whole = spectrogram(samplesOf(samples, 16'000), front);
        QVERIFY(whole.size(1) > 2048);
        const std::vector<float> later(samples.begin() + 1020 * 256, samples.begin() + 1120 * 256);
        const Array part = spectrogram(samplesOf(later, 16'000), front);
        for (std::int64_t band = 0; band < 96; ++band)
            for (std::int64_t frame = 0; frame < part.size(1); ++frame)
                QVERIFY(std::abs(at(part, band, frame) - at(whole, band, frame + 1020)) < 1e-6);
    }

    void computingStopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 spectrogram(samplesOf(tone(440, 16'000, 1), 16'000), FrontEnd{}, stop.get_token()));
    }
};

BLURIG_TEST(TestSpectrogram)
#include "test_spectrogram.moc"
