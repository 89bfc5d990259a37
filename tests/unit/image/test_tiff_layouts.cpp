// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/image/picture.h"
#include "picture_values.h"
#include "tests/support/test_class.h"
#include "tiff_cases.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

// What a pixel is on white, in [0,1]. TIFF 6.0: a premultiplied sample counts from alpha, as others do from 1.
std::array<double, 3> expected(const TiffPlan& plan, TiffExtra extra, const std::uint16_t* stored) {
    const double most = (1 << plan.bits) - 1;
    const auto colours = static_cast<std::size_t>(colourSamples(plan.photometric));
    const bool hasAlpha = extra == Premultiplied || extra == Straight;
    const double alpha = hasAlpha ? stored[colours] / most : 1;
    const bool premultiplied = extra == Premultiplied && plan.photometric != Palette;
    const double full = premultiplied ? alpha : 1;
    std::array<double, 3> light{};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        if (plan.photometric == Palette)
            light[channel] = plan.palette[channel * (plan.palette.size() / 3) + stored[0]] / 65535.0;
        else if (plan.photometric == Cmyk)
            light[channel] = full > 0 ? (full - stored[channel] / most) * (full - stored[3] / most) / full : 0;
        else if (plan.photometric == WhiteIsZero)
            light[channel] = full - stored[0] / most;
        else
            light[channel] = stored[plan.photometric == Rgb ? channel : 0] / most;
        light[channel] = (premultiplied ? light[channel] : light[channel] * alpha) + 1 - alpha;
    }
    return light;
}

// Every sample in [0,1] as the model would see it: 3 x height x width.
void requirePixels(const Bytes& file, const TiffPlan& plan, TiffExtra extra, const std::vector<std::uint16_t>& values,
                   double tolerance) {
    const Picture picture = decodePicture(file, "plan");
    QCOMPARE(picture.width(), plan.width);
    QCOMPARE(picture.height(), plan.height);
    const std::vector<float> planes = planarValues(picture);
    const auto pixels = static_cast<std::size_t>(plan.width * plan.height);
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
        const auto right =
            expected(plan, extra, values.data() + pixel * static_cast<std::size_t>(plan.samplesPerPixel));
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const double got = planes[channel * pixels + pixel];
            QVERIFY2(std::abs(got - right[channel]) <= tolerance,
                     qPrintable(QString("pixel %1, channel %2: %3 instead of %4")
                                    .arg(pixel)
                                    .arg(channel)
                                    .arg(got)
                                    .arg(right[channel])));
        }
    }
}

// Up to four roundings by half a step of the samples that are kept: ink, black, alpha, and all of them over white.
double toleranceOf(int bits) {
    return 2.01 / (bits > 8 ? 65535 : 255);
}

bool hasNote(const Picture& picture, const std::string& part) {
    return std::ranges::any_of(picture.notes(),
                               [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

} // namespace

class TestTiffLayouts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCombination_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(m_cases[i].title.c_str()) << static_cast<int>(i);
    }

    void everyCombination() {
        QFETCH(int, index);
        const auto& [title, plan, extra] = m_cases.at(static_cast<std::size_t>(index));
        const auto values = valuesOf(plan, extra);
        const Bytes file = tiffOf(plan, values);
        requirePixels(file, plan, extra, values, toleranceOf(plan.photometric == Palette ? 8 : plan.bits));
        const Picture picture = decodePicture(file, "plan");
        QCOMPARE(hasNote(picture, "1 extra channel ignored"), extra == Unspecified);
        QCOMPARE(hasNote(picture, "CMYK"), plan.photometric == Cmyk);
        QCOMPARE(hasNote(picture, "16 bits a channel"), plan.bits > 8 && plan.photometric != Palette);
        QVERIFY(!hasNote(picture, "reduced"));
    }

    void everyWayToStoreThem_data() {
        QTest::addColumn<int>("compression");
        QTest::addColumn<int>("predictor");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("bigEndian");
        QTest::addColumn<bool>("big");
        QTest::newRow("as they are, big-endian") << 1 << 1 << 16 << true << false;
        QTest::newRow("12 bits, big-endian") << 1 << 1 << 12 << true << false;
        QTest::newRow("BigTIFF") << 1 << 1 << 16 << false << true;
        QTest::newRow("LZW") << 5 << 1 << 8 << false << false;
        QTest::newRow("LZW, differences") << 5 << 2 << 8 << false << false;
        QTest::newRow("LZW, differences of 16 bits, big-endian") << 5 << 2 << 16 << true << false;
        QTest::newRow("Deflate") << 8 << 2 << 16 << false << false;
        QTest::newRow("PackBits") << 32773 << 1 << 4 << false << false;
    }

    void everyWayToStoreThem() {
        QFETCH(int, compression);
        QFETCH(int, predictor);
        QFETCH(int, bits);
        QFETCH(bool, bigEndian);
        QFETCH(bool, big);
        for (const bool tiled : {false, true})
            for (const bool planar : {false, true}) {
                const TiffPlan plan{.width = 41,
                                    .height = 19,
                                    .bits = bits,
                                    .planar = planar,
                                    .tiled = tiled,
                                    .blockHeight = 16,
                                    .compression = compression,
                                    .predictor = predictor,
                                    .bigEndian = bigEndian,
                                    .big = big};
                const auto values = valuesOf(plan, None);
                requirePixels(tiffOf(plan, values), plan, None, values, toleranceOf(bits));
            }
    }

    void saysThatLabIsRough() {
        const TiffPlan plan{.width = 4, .height = 4, .photometric = 8, .blockHeight = 4};
        QVERIFY(hasNote(decodePicture(tiffOf(plan, valuesOf(plan, None)), "lab"),
                        "CIE Lab converted to RGB approximately"));
    }

    // YCbCr is libtiff's own conversion.
    void readsJpegStrips_data() {
        QTest::addColumn<int>("photometric");
        QTest::newRow("RGB") << 2;
        QTest::newRow("YCbCr") << 6;
    }

    void readsJpegStrips() {
        QFETCH(int, photometric);
        std::vector<std::uint16_t> values;
        for (int pixel = 0; pixel < 32 * 40; ++pixel)
            values.insert(values.end(), {200, 100, 50});
        const TiffPlan plan{.width = 32, .height = 40, .photometric = photometric, .blockHeight = 16, .compression = 7};
        const Bytes file = tiffOf(plan, values);
        TiffPlan right = plan;
        right.photometric = Rgb;
        requirePixels(file, right, None, values, 2.0 / 255);
    }

    // libtiff only warns of them. Noise, so that the end of a strip matters.
    void refusesJpegStripsThatAreCut_data() { readsJpegStrips_data(); }
    void refusesJpegStripsThatAreCut() {
        QFETCH(int, photometric);
        const TiffPlan plan{.width = 64, .height = 64, .photometric = photometric, .blockHeight = 64, .compression = 7};
        Bytes file = tiffOf(plan, valuesOf(plan, None));
        QVERIFY(decodePicture(file, "whole").notes().empty());
        const std::array endMark{std::byte{0xFF}, std::byte{0xD9}};
        const auto end = std::ranges::find_end(file, endMark).begin();
        for (auto at = end - 500; at < end; at += 2) // the mark, from the middle of the data on
            std::ranges::copy(endMark, at);
        QVERIFY_THROWS_EXCEPTION(Error, decodePicture(file, "cut"));
    }

    void readsAFax() {
        TiffPlan plan{.width = 41, .height = 20, .bits = 1, .photometric = WhiteIsZero, .samplesPerPixel = 1};
        plan.blockHeight = 7;
        const auto values = valuesOf(plan, None);
        for (const int compression : {2, 3, 4}) { // Huffman, Group 3, Group 4
            plan.compression = compression;
            requirePixels(tiffOf(plan, values), plan, None, values, 0);
            plan.photometric = -1; // a fax that does not say is black on white
            const Picture picture = decodePicture(tiffOf(plan, values), "fax");
            plan.photometric = WhiteIsZero;
            QCOMPARE(int(picture.rgb8()[0]), values[0] == 0 ? 255 : 0);
            QVERIFY(hasNote(picture, "does not say what its samples mean"));
        }
    }

    // libtiff leaves the rows that are missing as they were, without a word.
    void refusesAFaxThatEndsEarly() {
        const TiffPlan plan{.width = 64,
                            .height = 32,
                            .bits = 1,
                            .photometric = WhiteIsZero,
                            .samplesPerPixel = 1,
                            .blockHeight = 16,
                            .compression = 4};
        Bytes file = tiffOf(plan, valuesOf(plan, None));
        QVERIFY(!decodePicture(file, "fax").empty());
        // End of facsimile block instead of the first strip, which follows the header.
        const std::array<unsigned, 3> end{0x00, 0x10, 0x01};
        for (std::size_t i = 0; i < end.size(); ++i)
            file[8 + i] = static_cast<std::byte>(end[i]);
        QVERIFY_THROWS_EXCEPTION(Error, decodePicture(file, "fax"));
    }

    // Missing ExtraSamples, or more samples than colours: what is not said to be alpha is none.
    void takesNothingElseForAlpha_data() {
        QTest::addColumn<int>("samples");
        QTest::addColumn<QList<int>>("extras");
        QTest::addColumn<int>("alphaAt"); // -1: none
        QTest::addColumn<QString>("note");
        QTest::newRow("not stated") << 4 << QList<int>{} << -1 << "1 extra channel ignored";
        QTest::newRow("two, unspecified") << 5 << QList<int>{0, 0} << -1 << "2 extra channels ignored";
        QTest::newRow("alpha after another") << 5 << QList<int>{0, 2} << 4 << "1 extra channel ignored";
        QTest::newRow("alpha before another") << 5 << QList<int>{2, 0} << 3 << "1 extra channel ignored";
    }

    void takesNothingElseForAlpha() {
        QFETCH(int, samples);
        QFETCH(QList<int>, extras);
        QFETCH(int, alphaAt);
        QFETCH(QString, note);
        for (const int bits : {8, 16}) {
            TiffPlan plan{.width = 5, .height = 4, .bits = bits, .samplesPerPixel = samples, .blockHeight = 4};
            for (const int extra : extras)
                plan.extraSamples.push_back(static_cast<std::uint16_t>(extra));
            const auto values = valuesOf(plan, None);
            const Picture picture = decodePicture(tiffOf(plan, values), "bands");
            QVERIFY(hasNote(picture, note.toStdString()));
            const double most = (1 << bits) - 1;
            const double alpha = alphaAt < 0 ? 1 : values[static_cast<std::size_t>(alphaAt)] / most;
            const double red = values[0] / most * alpha + 1 - alpha;
            QVERIFY(std::abs(planarValues(picture)[0] - red) <= toleranceOf(bits));
        }
    }

    void saysWhatItDoesNotRead() {
        const TiffPlan inks{
            .width = 4, .height = 4, .photometric = Cmyk, .samplesPerPixel = 4, .blockHeight = 4, .inkSet = 2};
        QVERIFY_THROWS_EXCEPTION(Error, decodePicture(tiffOf(inks, valuesOf(inks, None)), "inks"));
    }

    // Old programs wrote colour tables of 8 bits.
    void readsAPaletteOf8Bits() {
        TiffPlan plan{.width = 4, .height = 4, .bits = 2, .photometric = Palette, .samplesPerPixel = 1};
        plan.palette = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 255};
        const auto values = valuesOf(plan, None);
        const Picture picture = decodePicture(tiffOf(plan, values), "old");
        for (std::size_t channel = 0; channel < 3; ++channel)
            QCOMPARE(int(picture.rgb8()[channel]), int(plan.palette[4 * channel + values[0]]));
    }

private:
    const std::vector<TiffCase> m_cases = tiffCases();
};

BLURIG_TEST(TestTiffLayouts)
#include "test_tiff_layouts.moc"
