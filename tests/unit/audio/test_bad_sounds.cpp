// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/sound.h"
#include "core/error.h"
#include "tests/support/test_class.h"
#include "tests/unit/audio/sound_cases.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <limits>
#include <sndfile.h>

using namespace blurig;
using namespace blurig::test;

class TestBadSounds : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    // The header of a 16-bit WAV states this many bytes of samples.
    void writeWavStating(const std::filesystem::path& to, std::uint32_t bytes) const {
        writeSound(to, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 16'000, 1, tone(440, 16'000, 0.5));
        std::vector<char> content = bytesOf(to);
        std::memcpy(content.data() + 40, &bytes, 4);
        writeBytes(to, content);
    }

private Q_SLOTS:
    void anErrorSaysWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const int notASound = static_cast<int>(ErrorCode::NotASound);
        const int damaged = static_cast<int>(ErrorCode::DamagedSound);
        QTest::newRow("empty") << QByteArray() << notASound << "is empty (0 bytes)";
        QTest::newRow("text") << QByteArray("Dear listener") << notASound << "is not a sound: it seems to be text";
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n____") << notASound << "it seems to be a PNG picture";
        QTest::newRow("junk") << QByteArray("\1\2\3\4\5\6\7\x08") << notASound << "not a sound in a supported format";
        QTest::newRow("a WAV's head alone") << QByteArray("RIFF\x24\0\0\0WAVE", 12) << damaged << "cannot be read";
        QTest::newRow("a FLAC's head alone") << QByteArray("fLaC\0\0\0\x22", 8) << damaged << "cannot be read";
        QTest::newRow("an Ogg's head alone") << QByteArray("OggS\0\2____") << damaged << "cannot be read";
    }

    void anErrorSaysWhatIsWrong() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(QString, words);
        writeBytes(file("bad.wav"), {bytes.begin(), bytes.end()});
        try {
            readSound(file("bad.wav"));
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(static_cast<int>(error.code()), code);
            QVERIFY2(QString::fromStdString(error.what()).contains(words), error.what());
            QCOMPARE(error.where(), file("bad.wav").string());
        }
    }

    void whatIsMissingIsSaid() {
        QVERIFY_THROWS_EXCEPTION(Error, readSound(file("nowhere.wav")));
        QVERIFY(!isSound(file("nowhere.wav")));
        QVERIFY(isNamedAsSound("Nowhere.FLAC"));
    }

    void silenceIsRead() {
        writeSound(file("silent.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 16'000, 1, std::vector<float>(1600));
        const Sound sound = readSound(file("silent.wav"));
        QCOMPARE(level(sound.samples), 0.0);
        QCOMPARE(sound.notes, std::vector<std::string>{"is silent"});
    }

    void oneSampleIsRead_data() {
        QTest::addColumn<int>("rate");
        QTest::newRow("as it is") << 44'100;
        QTest::newRow("fewer") << 16'000;
        QTest::newRow("more") << 96'000;
    }

    void oneSampleIsRead() {
        QFETCH(int, rate);
        writeSound(file("one.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, 44'100, 1, {0.25F});
        const Sound sound = readSound(file("one.wav"), {.rate = rate});
        QCOMPARE(sound.length(), std::int64_t{rate > 44'100 ? 3 : 1});
        QCOMPARE(sound.source.frames, std::int64_t{1});
        QVERIFY(std::ranges::find(sound.notes, std::string("is silent")) == sound.notes.end());
    }

    void noSamplesAreAnError() {
        writeSound(file("none.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 16'000, 1, {});
        QVERIFY_THROWS_EXCEPTION(Error, readSound(file("none.wav")));
    }

    void samplesThatAreNoNumbersAreAnError_data() {
        QTest::addColumn<float>("sample");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
    }

    void samplesThatAreNoNumbersAreAnError() {
        QFETCH(float, sample);
        std::vector<float> samples = tone(440, 16'000, 2);
        samples[20'000] = sample;
        writeSound(file("nan.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, 16'000, 1, samples);
        try {
            readSound(file("nan.wav"), {.rate = 8000});
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains("not numbers (NaN or infinity), the first at 1.250 s"),
                     error.what());
        }
    }

    void aCutFlacIsAnError() {
        writeSound(file("cut.flac"), SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 16'000, 1, tone(440, 16'000, 4));
        std::vector<char> bytes = bytesOf(file("cut.flac"));
        bytes.resize(bytes.size() / 2);
        writeBytes(file("cut.flac"), bytes);
        try {
            readSound(file("cut.flac"));
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::DamagedSound);
            QVERIFY2(QString(error.what()).contains(" s"), error.what()); // where
        }
    }

    void aWrongLengthInTheHeaderIsANote_data() {
        QTest::addColumn<quint32>("stated");
        QTest::newRow("too long") << quint32{1'000'000};
        QTest::newRow("what recorders write first") << quint32{0xffffffff};
        QTest::newRow("nearly 4 GB") << quint32{0xfffffff0};
    }

    void aWrongLengthInTheHeaderIsANote() {
        QFETCH(quint32, stated);
        writeWavStating(file("wrong.wav"), stated);
        const Sound sound = readSound(file("wrong.wav"));
        QCOMPARE(sound.length(), std::int64_t{8000});
        QVERIFY(std::abs(levelAt(sound.samples, 440) - 0.5) < 0.001);
        QCOMPARE(sound.notes.size(), std::size_t{1});
        QVERIFY2(QString::fromStdString(sound.notes[0]).contains("it has 16000"), sound.notes[0].c_str());
    }

    void whatIsTooLongIsAnErrorAtOnce() {
        // An hour of silence at 1 kHz, asked for at a rate that no program has.
        writeSound(file("long.flac"), SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1000, 1, std::vector<float>(3'600'000));
        try {
            readSound(file("long.flac"), {.rate = 384'000});
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::SoundLength);
            QVERIFY2(QString(error.what()).contains("longer than 0.2 hours at 384000 Hz"), error.what());
        }
    }
};

BLURIG_TEST(TestBadSounds)
#include "test_bad_sounds.moc"
