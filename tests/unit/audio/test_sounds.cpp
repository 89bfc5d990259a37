// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/digest.h"
#include "core/audio/sound.h"
#include "core/audio/wav.h"
#include "core/error.h"
#include "tests/support/test_class.h"
#include "tests/unit/audio/sound_cases.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <sndfile.h>

using namespace blurig;
using namespace blurig::test;

class TestSounds : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private Q_SLOTS:
    void everyFormatIsRead_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("tolerance"); // of samples; lossy ones are judged by the tone they hold
        QTest::newRow("WAV 16") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << "a WAV" << 1.0 / 32768;
        QTest::newRow("WAV 24") << (SF_FORMAT_WAV | SF_FORMAT_PCM_24) << "a WAV" << 1e-6;
        QTest::newRow("WAV float") << (SF_FORMAT_WAV | SF_FORMAT_FLOAT) << "a WAV" << 1e-9;
        QTest::newRow("AIFF") << (SF_FORMAT_AIFF | SF_FORMAT_PCM_16) << "an AIFF" << 1.0 / 32768;
        QTest::newRow("FLAC") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16) << "a FLAC" << 1.0 / 32768;
        QTest::newRow("Ogg") << (SF_FORMAT_OGG | SF_FORMAT_VORBIS) << "an Ogg" << 0.05;
        QTest::newRow("MP3") << (SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III) << "an MP3" << 0.05;
    }

    void everyFormatIsRead() {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(double, tolerance);
        const std::vector<float> samples = tone(440, 44'100, 0.5);
        writeSound(file("any"), kind, 44'100, 1, samples);
        const Sound sound = readSound(file("any"));
        QCOMPARE(QString::fromStdString(sound.source.format), name);
        QCOMPARE(sound.rate, 44'100);
        QVERIFY(std::abs(sound.seconds() - 0.5) < 0.06); // MP3 comes in frames
        QCOMPARE(sound.samples.layout().axes.back().unit, std::string("s"));
        QVERIFY(std::abs(levelAt(sound.samples, 440) - 0.5) < std::max(0.001, tolerance));
        if (tolerance < 0.01) {
            QCOMPARE(sound.length(), static_cast<std::int64_t>(samples.size()));
            for (std::size_t i = 0; i < samples.size(); ++i)
                QVERIFY(std::abs(static_cast<double>(sound.samples.host()[i] - samples[i])) <= tolerance);
        }
        QVERIFY(isSound(file("any")));
        QVERIFY(!isNamedAsSound(file("any")));
        const std::vector<char> bytes = bytesOf(file("any"));
        QCOMPARE(sound.sha256, sha256Hex(std::as_bytes(std::span(bytes))));
    }

    void theRateIsTheOneAskedFor_data() {
        QTest::addColumn<int>("rate");
        QTest::newRow("8 kHz") << 8000;
        QTest::newRow("16 kHz") << 16'000;
        QTest::newRow("44.1 kHz") << 44'100;
        QTest::newRow("192 kHz") << 192'000;
    }

    void theRateIsTheOneAskedFor() {
        QFETCH(int, rate);
        const std::vector<float> samples = tone(1000, rate, 1.0);
        writeSound(file("tone.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, rate, 1, samples);
        const Sound sound = readSound(file("tone.wav"), {.rate = 16'000});
        QCOMPARE(sound.rate, 16'000);
        QCOMPARE(sound.length(), std::int64_t{16'000});
        QCOMPARE(sound.source.rate, rate);
        QVERIFY(std::abs(levelAt(sound.samples, 1000) - 0.5) < 0.002);
        QVERIFY(std::abs(level(sound.samples) - 0.5 / std::sqrt(2.0)) < 0.002); // and nothing else
        QCOMPARE(sound.notes.size(), std::size_t{rate == 16'000 ? 0U : 1U});
    }

    void whatLiesAboveTheNewRateIsGone() {
        std::vector<float> samples = tone(1000, 48'000, 1.0);
        const std::vector<float> high = tone(11'000, 48'000, 1.0);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] += high[i];
        writeSound(file("two.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48'000, 1, samples);
        const Sound sound = readSound(file("two.wav"), {.rate = 16'000});
        QVERIFY(levelAt(sound.samples, 5000) < 1e-4); // its alias
        QVERIFY(std::abs(levelAt(sound.samples, 1000) - 0.5) < 0.002);
    }

    void channelsAreMixed() {
        std::vector<float> six;
        for (int i = 0; i < 1000; ++i)
            for (int channel = 0; channel < 6; ++channel)
                six.push_back(channel == 2 ? 0.6F : 0.0F);
        writeSound(file("six.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, 16'000, 6, six);
        const Sound sound = readSound(file("six.wav"));
        QCOMPARE(sound.length(), std::int64_t{1000});
        QVERIFY(std::ranges::all_of(sound.samples.host(), [](float s) { return std::abs(s - 0.1F) < 1e-6F; }));
        QCOMPARE(sound.notes, std::vector<std::string>{"6 channels mixed to one, their mean"});
    }

    void aWavIsWritten() {
        const std::vector<float> samples = tone(440, 16'000, 0.1, 1.2);
        const auto written = [this](const std::vector<std::byte>& bytes) {
            const auto* at = reinterpret_cast<const char*>(bytes.data());
            writeBytes(file("written.wav"), std::vector<char>(at, at + bytes.size()));
            return readSound(file("written.wav"));
        };
        const Sound floats = written(encodeWav(samples, 16'000, WavSamples::Float32));
        QVERIFY(std::ranges::equal(floats.samples.host(), samples));
        QVERIFY(floats.notes.empty());
        const Sound integers = written(encodeWav(samples, 16'000, WavSamples::Integer16));
        for (std::size_t i = 0; i < samples.size(); ++i)
            QVERIFY(std::abs(integers.samples.host()[i] - std::clamp(samples[i], -1.0F, 1.0F)) <= 1.0F / 32768);
    }

    void decodingStopsWhenAsked() {
        writeSound(file("long.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 16'000, 1, tone(440, 16'000, 10));
        std::stop_source stop;
        SoundOptions options{.progress = [&stop](double) { stop.request_stop(); }, .stop = stop.get_token()};
        QVERIFY_THROWS_EXCEPTION(Cancelled, readSound(file("long.wav"), options));
    }
};

BLURIG_TEST(TestSounds)
#include "test_sounds.moc"
