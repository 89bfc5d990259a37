// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture.h"
#include "encoders.h"
#include "picture_values.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

struct Expected {
    std::string title;
    Bytes bytes;
    std::vector<int> rgb;          // of the first pixels, in reading order
    std::vector<std::string> note; // all notes, each by a part of it
    int tolerance = 0;             // in 1/255; 0 for what is lossless
};

Samples be16(const std::vector<int>& values) {
    Samples bytes;
    for (const int value : values) {
        bytes.push_back(static_cast<std::uint8_t>(value >> 8));
        bytes.push_back(static_cast<std::uint8_t>(value));
    }
    return bytes;
}

Samples le16(const std::vector<int>& values) {
    Samples bytes = be16(values);
    for (std::size_t i = 0; i < bytes.size(); i += 2)
        std::swap(bytes[i], bytes[i + 1]);
    return bytes;
}

Samples repeated(const Samples& pixel, int count) {
    Samples samples;
    for (int i = 0; i < count; ++i)
        samples.insert(samples.end(), pixel.begin(), pixel.end());
    return samples;
}

// All of 2 x 2 pixels unless they are JPEG, whose blocks are 8 x 8.
std::vector<Expected> samples() {
    const std::vector<int> grey{0, 0, 0, 85, 85, 85, 170, 170, 170, 255, 255, 255};
    const std::vector<int> colours{255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};
    const Samples rgb = quarters(2, 2);
    // Half transparent black, opaque red, transparent green, 1/5 opaque blue; and their colours on white.
    const Samples rgba{0, 0, 0, 127, 255, 0, 0, 255, 0, 255, 0, 0, 0, 0, 255, 51};
    const Samples premultiplied{0, 0, 0, 127, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 51, 51};
    const std::vector<int> onWhite{128, 128, 128, 255, 0, 0, 255, 255, 255, 204, 204, 255};
    const std::vector<int> deepGrey{0, 21845, 43690, 65535};
    const std::vector<int> deepRgba{0, 0, 0, 32639, 65535, 0, 0, 65535, 0, 65535, 0, 0, 0, 0, 65535, 13107};
    const std::string deep = "16 bits a channel";
    const std::string white = "transparency composited on white";
    const std::string cmyk = "CMYK converted to RGB";
    return {
        {"PNG", png(2, 2, rgb), colours, {}},
        {"PNG, interlaced", png(2, 2, rgb, {.interlaced = true}), colours, {}},
        {"PNG, grey", png(2, 2, {0, 85, 170, 255}, {.colourType = 0}), grey, {}},
        {"PNG, 2-bit grey", png(2, 2, {0x10, 0xB0}, {.colourType = 0, .bits = 2}), grey, {}},
        {"PNG, 16-bit grey", png(2, 2, be16(deepGrey), {.colourType = 0, .bits = 16}), grey, {deep}},
        {"PNG, palette",
         png(2, 2, {0x10, 0xB0},
             {.colourType = 3, .bits = 2, .palette = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}}),
         colours,
         {}},
        {"PNG, grey with alpha",
         png(2, 2, {0, 127, 255, 255, 9, 0, 0, 51}, {.colourType = 4}),
         {128, 128, 128, 255, 255, 255, 255, 255, 255, 204, 204, 204},
         {white}},
        {"PNG, alpha", png(2, 2, rgba, {.colourType = 6}), onWhite, {white}},
        {"PNG, opaque alpha", png(2, 2, repeated({1, 2, 3, 255}, 4), {.colourType = 6}), {1, 2, 3}, {}},
        {"PNG, 16-bit alpha", png(2, 2, be16(deepRgba), {.colourType = 6, .bits = 16}), onWhite, {deep, white}},
        {"JPEG, grey", jpeg(8, 8, Samples(64, 90), {.components = 1}), {90, 90, 90}, {}, 1},
        {"JPEG", jpeg(8, 8, repeated({200, 100, 50}, 64)), {200, 100, 50}, {}, 2},
        {"JPEG, progressive", jpeg(8, 8, repeated({200, 100, 50}, 64), {.progressive = true}), {200, 100, 50}, {}, 2},
        // Inks of 20 %, 60 % and 80 % with a tenth of black: (1 - ink) * 0.9.
        {"JPEG, CMYK", jpeg(8, 8, repeated({51, 153, 204, 26}, 64), {.components = 4}), {183, 92, 46}, {cmyk}, 2},
        {"JPEG, CMYK as Adobe writes it",
         jpeg(8, 8, repeated({204, 102, 51, 229}, 64), {.components = 4, .adobe = true}),
         {183, 92, 46},
         {cmyk},
         2},
        {"WebP, lossless", webp(2, 2, rgb, WebpKind::Lossless), colours, {}},
        {"WebP, lossy", webp(8, 8, repeated({200, 100, 50}, 64), WebpKind::Lossy), {200, 100, 50}, {}, 4},
        {"WebP, alpha", webpWithAlpha(2, 2, rgba), onWhite, {white}},
        {"WebP, animated", animatedWebp(2, 2, rgb, 3), colours, {"first of 3 frames"}},
        {"TIFF", tiff(2, 2, rgb), colours, {}},
        {"TIFF, white is zero", tiff(2, 2, {255, 170, 85, 0}, {.samplesPerPixel = 1, .photometric = 0}), grey, {}},
        {"TIFF, CMYK",
         tiff(2, 2, repeated({51, 153, 204, 26}, 4), {.samplesPerPixel = 4, .photometric = 5}),
         {183, 92, 46},
         {cmyk},
         1},
        {"TIFF, 16-bit grey",
         tiff(2, 2, le16(deepGrey), {.samplesPerPixel = 1, .bits = 16, .photometric = 1}),
         grey,
         {deep}},
        {"TIFF, 16-bit, white is zero",
         tiff(2, 2, le16({65535, 43690, 21845, 0}), {.samplesPerPixel = 1, .bits = 16, .photometric = 0}),
         grey,
         {deep}},
        {"TIFF, straight alpha", tiff(2, 2, rgba, {.samplesPerPixel = 4, .extraSample = 2}), onWhite, {white}},
        {"TIFF, premultiplied alpha",
         tiff(2, 2, premultiplied, {.samplesPerPixel = 4, .extraSample = 1}),
         onWhite,
         {white}},
        {"TIFF, 16-bit alpha",
         tiff(2, 2, le16(deepRgba), {.samplesPerPixel = 4, .bits = 16, .extraSample = 2}),
         onWhite,
         {deep, white}},
        {"BMP", bmp24(2, 2, rgb), colours, {}},
        {"BMP, 32 bits, the fourth byte unused", bmp32(2, 2, repeated({9, 8, 7, 0}, 4), false), {9, 8, 7}, {}},
        {"BMP, alpha", bmp32(2, 2, rgba, true), onWhite, {white}},
        {"BMP, run lengths", bmpRle8(2, 2, {0, 85, 170, 255}), grey, {}},
        {"PBM, text", pnm(1, 2, 2, 1, {1, 0, 0, 1}), {0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0}, {}},
        {"PGM, text, to 3", pnm(2, 2, 2, 3, {0, 1, 2, 3}), grey, {}},
        {"PPM, text", pnm(3, 2, 2, 255, colours), colours, {}},
        {"PBM", pnm(4, 2, 2, 1, {1, 0, 0, 1}), {0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0}, {}},
        {"PGM", pnm(5, 2, 2, 255, {0, 85, 170, 255}), grey, {}},
        {"PGM, 16 bits", pnm(5, 2, 2, 65535, deepGrey), grey, {deep}},
        {"PPM", pnm(6, 2, 2, 255, colours), colours, {}},
        {"GIF", gif(2, 2, {0, 1, 2, 3}), colours, {}},
        {"GIF, interlaced", gif(2, 2, {0, 1, 2, 3}, {.interlaced = true}), colours, {}},
        {"GIF, animated", gif(2, 2, {0, 1, 2, 3}, {.frames = 4}), colours, {"first of 4 frames"}},
        {"GIF, transparent",
         gif(2, 2, {0, 1, 2, 3}, {.transparent = 2}),
         {255, 0, 0, 0, 255, 0, 255, 255, 255, 255, 255, 255},
         {white}},
    };
}

std::string cornersOf(const Picture& picture) {
    const auto rgb = picture.rgb8();
    const auto colourAt = [&](int x, int y) {
        const std::size_t at = 3 * static_cast<std::size_t>(y * picture.width() + x);
        const bool red = rgb[at] > 128;
        const bool green = rgb[at + 1] > 128;
        return red && green ? 'W' : red ? 'R' : green ? 'G' : 'B';
    };
    const int right = picture.width() - 1;
    const int bottom = picture.height() - 1;
    return {colourAt(0, 0), colourAt(right, 0), colourAt(0, bottom), colourAt(right, bottom)};
}

} // namespace

class TestOddPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasItsPixels_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_samples.size(); ++i)
            QTest::newRow(m_samples[i].title.c_str()) << static_cast<int>(i);
    }

    void hasItsPixels() {
        QFETCH(int, index);
        const Expected& sample = m_samples.at(static_cast<std::size_t>(index));
        const Picture picture = decodePicture(sample.bytes, "odd");
        const auto rgb = picture.rgb8();
        QCOMPARE(rgb.size(), static_cast<std::size_t>(3 * picture.width() * picture.height()));
        const std::vector<float> values = planarValues(picture);
        const std::size_t plane = rgb.size() / 3;
        for (std::size_t i = 0; i < sample.rgb.size(); ++i) {
            const QString place = QString("sample %1: %2 instead of %3").arg(i).arg(rgb[i]).arg(sample.rgb[i]);
            QVERIFY2(std::abs(rgb[i] - sample.rgb[i]) <= sample.tolerance, qPrintable(place));
            // What is computed with is what is shown, to the rounding to 8 bits.
            QVERIFY(std::abs(255.0F * values[i % 3 * plane + i / 3] - static_cast<float>(rgb[i])) <= 0.51F);
        }
        QCOMPARE(picture.notes().size(), sample.note.size());
        for (std::size_t i = 0; i < sample.note.size(); ++i)
            QVERIFY2(picture.notes()[i].find(sample.note[i]) != std::string::npos, picture.notes()[i].c_str());
    }

    void keeps16Bits() {
        const Picture picture = decodePicture(pnm(5, 2, 2, 65535, {0, 1, 257, 65534}), "deep");
        const std::vector<float> values = planarValues(picture);
        QCOMPARE(values[1], 1.0F / 65535.0F);
        QCOMPARE(values[2], 257.0F / 65535.0F);
        QCOMPARE(values[3], 65534.0F / 65535.0F);
    }

    void standsUpright_data() {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QString>("corners"); // of a picture stored as RG above BW; EXIF 2.3, table 6
        const std::vector<const char*> corners{"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("orientation %d", orientation)
                << orientation << QString(corners[static_cast<std::size_t>(orientation - 1)]);
    }

    void standsUpright() {
        QFETCH(int, orientation);
        QFETCH(QString, corners);
        const Samples stored = quarters(32, 16);
        const Samples storedDeep = [&] {
            std::vector<int> values;
            for (const std::uint8_t value : stored)
                values.push_back(257 * value);
            return le16(values);
        }();
        const std::vector<Bytes> files{
            jpeg(32, 16, stored, {.orientation = orientation}),
            png(32, 16, stored, {.orientation = orientation}),
            webp(32, 16, stored, WebpKind::Lossless, orientation),
            tiff(32, 16, stored, {.orientation = orientation}),
            tiff(32, 16, storedDeep, {.bits = 16, .orientation = orientation}),
        };
        for (const Bytes& bytes : files) {
            const Picture picture = decodePicture(bytes, "turned");
            QCOMPARE(picture.width(), orientation < 5 ? 32 : 16);
            QCOMPARE(picture.height(), orientation < 5 ? 16 : 32);
            QCOMPARE(QString::fromStdString(cornersOf(picture)), corners);
            const bool noted = !picture.notes().empty() && picture.notes().back().find("EXIF") != std::string::npos;
            QCOMPARE(noted, orientation != 1);
        }
    }

    void opensByItsSignature_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("note");
        QTest::newRow("another format's name") << "photo.png"
                                               << "a JPEG file named .png";
        QTest::newRow("in capitals") << "PHOTO.PNG"
                                     << "a JPEG file named .png";
        QTest::newRow("its own name") << "photo.JPG"
                                      << "";
        QTest::newRow("no extension") << "clipboard"
                                      << "";
        QTest::newRow("no picture's extension") << "photo.backup"
                                                << "";
    }

    void opensByItsSignature() {
        QFETCH(QString, name);
        QFETCH(QString, note);
        const Picture picture = decodePicture(jpeg(8, 8, pattern(8, 8)), name.toStdString());
        QCOMPARE(QString::fromStdString(picture.notes().empty() ? "" : picture.notes().front()), note);
    }

    void knowsTheHashOfItsBytes() {
        // printf 'P5 2 2 255\nabcd' | sha256sum
        const Picture picture = decodePicture(bytesOf("P5 2 2 255\nabcd"), "a.pgm");
        QCOMPARE(QString::fromStdString(picture.sha256()),
                 QString("1512d4baf678d1356a5e2ee9fa650e5faa2bba354e9e176f3cd9b313c4584138"));
    }

private:
    const std::vector<Expected> m_samples = samples();
};

BLURIG_TEST(TestOddPictures)
#include "test_odd_pictures.moc"
