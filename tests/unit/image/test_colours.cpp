// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/image/picture.h"
#include "encoders.h"
#include "picture_values.h"
#include "profiles.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace blurig;
using namespace blurig::test;

namespace {

// What becomes of a number in [0,1]: light is number^gamma, and sRGB's curve (IEC 61966-2-1) turns it back.
double fromGamma(double value, double gamma) {
    const double light = std::pow(value, gamma);
    return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

double same(double value) {
    return value;
}
double linear(double value) {
    return fromGamma(value, 1);
}
double gamma18(double value) {
    return fromGamma(value, 1.8);
}
double squared(double value) {
    return value * value;
}

struct Sample {
    std::string title;
    Bytes bytes;
    double (*converted)(double);  // what the conversion makes of a number
    std::string note;             // part of what is said when it is not made
    double tolerance = 1.5 / 255; // of a converted number: the library's arithmetic of 8 bits; of inks, its tables
};

Picture as(const Bytes& bytes, ColourConversion colours) {
    return decodePicture(bytes, "photo", {.colours = colours});
}

bool hasNote(const Picture& picture, const std::string& part) {
    return std::ranges::any_of(picture.notes(),
                               [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

QString notesOf(const Picture& picture) {
    QString all;
    for (const std::string& note : picture.notes())
        all += QString::fromStdString(note) + " | ";
    return all;
}

Samples deep(const Samples& samples) { // big-endian, as PNG has them, and no multiples of 257
    Samples bytes;
    for (const std::uint8_t sample : samples)
        bytes.insert(bytes.end(), {sample, static_cast<std::uint8_t>(sample / 3)});
    return bytes;
}

std::vector<std::uint16_t> wide(const Samples& samples) {
    return {samples.begin(), samples.end()};
}

Samples ramp(int count) {
    Samples samples(static_cast<std::size_t>(count));
    std::iota(samples.begin(), samples.end(), std::uint8_t{0});
    return samples;
}

Samples cut(Samples profile, std::size_t length) {
    profile.resize(length);
    return profile;
}

std::vector<Sample> stated() {
    const Samples rgb = pattern(16, 16);
    const Samples grey = ramp(256);
    const Samples line = rgbProfile(1, "sRGB, but linear"); // the name alone proves nothing
    const std::string icc = "its ICC colour profile \"sRGB, but linear\" is not applied";
    const std::string noName = "is not applied: it would change the picture by";
    const double fine = 12.0 / 65535; // the tables in which the library looks curves up
    TiffPlan plan{.width = 16, .height = 16, .blockHeight = 5, .profile = line};
    TiffPlan deepPlan = plan;
    deepPlan.bits = 16;
    std::vector<std::uint16_t> deepValues;
    for (const std::uint8_t value : rgb)
        deepValues.push_back(static_cast<std::uint16_t>(250 * value + 3));
    TiffPlan greyPlan{.width = 16, .height = 16, .photometric = 1, .samplesPerPixel = 1, .profile = greyProfile(1.8)};
    TiffPlan inkPlan{.width = 16, .height = 16, .photometric = 5, .samplesPerPixel = 4, .profile = inkProfile()};
    std::vector<std::uint16_t> inks;
    const std::array<std::uint16_t, 5> nodes{0, 64, 128, 191, 255}; // of the profile's table
    for (std::size_t pixel = 0; pixel < 256; ++pixel)
        inks.insert(inks.end(), {nodes[pixel % 5], nodes[pixel / 5 % 5], nodes[pixel / 25 % 5], 0});
    return {
        {"PNG", png(16, 16, rgb, {.profile = line}), linear, icc},
        {"PNG, 16 bits", png(16, 16, deep(rgb), {.bits = 16, .profile = line}), linear, icc, fine},
        {"PNG, grey", png(16, 16, grey, {.colourType = 0, .profile = greyProfile(1.8)}), gamma18, noName},
        {"PNG, gamma", png(16, 16, rgb, {.gamma = 1}), linear, "its gamma (gAMA) is not applied"},
        {"PNG, grey, gamma", png(16, 16, grey, {.colourType = 0, .gamma = 1 / 1.8}), gamma18, "its gamma (gAMA)"},
        {"PNG, a profile is worth more than a gamma", png(16, 16, rgb, {.profile = line, .gamma = 1 / 1.8}), linear,
         icc},
        {"JPEG", jpeg(16, 16, rgb, {.profile = line}), linear, icc},
        {"JPEG, grey", jpeg(16, 16, grey, {.components = 1, .profile = greyProfile(1.8)}), gamma18, noName},
        {"JPEG, grey with a colour profile", jpeg(16, 16, grey, {.components = 1, .profile = line}), linear, icc},
        {"WebP", webp(16, 16, rgb, WebpKind::Lossless, 1, line), linear, icc},
        {"WebP, EXIF too", webp(16, 16, rgb, WebpKind::Lossless, 3, line), linear, icc},
        {"TIFF", tiffOf(plan, wide(rgb)), linear, icc},
        {"TIFF, 16 bits", tiffOf(deepPlan, deepValues), linear, icc, fine},
        {"TIFF, grey", tiffOf(greyPlan, wide(grey)), gamma18, noName},
        {"BMP", bmp24(16, 16, rgb, line), linear, icc},
        {"PNG, code points, linear", png(16, 16, rgb, {.gamma = 1 / 1.8, .codePoints = {1, 8, 0, 1}}), linear,
         "its colour space (cICP 1, 8) is not applied"},
        {"TIFF, CMYK", tiffOf(inkPlan, inks), squared, "its ICC colour profile \"Press\"", 6.0 / 255},
    };
}

// Nothing to say: the numbers are sRGB's.
std::vector<Sample> plain() {
    const Samples rgb = pattern(16, 16);
    const TiffPlan plan{
        .width = 16, .height = 16, .chromaticities = {0.3127F, 0.3290F, 0.64F, 0.33F, 0.30F, 0.60F, 0.15F, 0.06F}};
    const std::array<double, 8> srgb{0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};
    return {
        {"nothing stated", png(16, 16, rgb), same, ""},
        {"sRGB's profile", png(16, 16, rgb, {.profile = srgbProfile()}), same, ""},
        {"sRGB's profile in a JPEG", jpeg(16, 16, rgb, {.profile = srgbProfile()}), same, ""},
        {"sRGB's profile, grey JPEG", jpeg(16, 16, ramp(256), {.components = 1, .profile = srgbProfile()}), same, ""},
        {"sRGB's code points", png(16, 16, rgb, {.profile = rgbProfile(1, "Linear"), .codePoints = {1, 13, 0, 1}}),
         same, ""},
        {"sRGB's primaries in a TIFF", tiffOf(plan, wide(rgb)), same, ""},
        {"sRGB's chunk", png(16, 16, rgb, {.srgb = true}), same, ""},
        {"sRGB's gamma and primaries", png(16, 16, rgb, {.gamma = 0.45455, .primaries = srgb}), same, ""},
        {"rounded gamma", png(16, 16, rgb, {.gamma = 0.45}), same, ""},
    };
}

// libpng does not write a profile that does not fit: it is taken from another file, where it follows the header.
Bytes greyPngWith(const Samples& profile) {
    const Bytes colour = png(16, 16, pattern(16, 16), {.profile = profile});
    Bytes grey = png(16, 16, ramp(256), {.colourType = 0});
    constexpr std::size_t header = 33;
    const auto length =
        std::to_integer<std::size_t>(colour[header + 2]) << 8 | std::to_integer<std::size_t>(colour[header + 3]);
    const auto chunk = colour.begin() + header;
    grey.insert(grey.begin() + header, chunk, chunk + static_cast<std::ptrdiff_t>(length + 12));
    return grey;
}

// Said, never applied, never an error.
std::vector<Sample> broken() {
    const Samples rgb = pattern(16, 16);
    const Samples line = rgbProfile(1, "Linear");
    const Samples inks(std::size_t{16} * 16 * 4, 90);
    Samples noTags = line;
    std::fill(noTags.begin() + 128, noTags.begin() + 132, std::uint8_t{0}); // how many tags there are
    const std::string damaged = "its ICC colour profile is damaged and is not applied";
    const std::string misfit = "its ICC colour profile does not fit its pixels and is not applied";
    const TiffPlan plan{.width = 16, .height = 16, .profile = cut(line, 200)};
    TiffPlan nonsense{.width = 16, .height = 16};
    nonsense.chromaticities.assign(8, std::numeric_limits<float>::quiet_NaN());
    return {
        {"JPEG, cut", jpeg(16, 16, rgb, {.profile = cut(line, line.size() - 1)}), same, damaged},
        {"JPEG, a few bytes", jpeg(16, 16, rgb, {.profile = {1, 2, 3}}), same, damaged},
        {"JPEG, no tags", jpeg(16, 16, rgb, {.profile = noTags}), same, damaged},
        {"WebP, cut", webp(16, 16, rgb, WebpKind::Lossless, 1, cut(line, 130)), same, damaged},
        {"TIFF, cut", tiffOf(plan, wide(rgb)), same, damaged},
        {"BMP, cut", first(bmp24(16, 16, rgb, line), 14 + 124 + 16 * 48 + 99), same, damaged},
        {"TIFF, primaries that are no numbers", tiffOf(nonsense, wide(rgb)), same,
         "its colour space (primary chromaticities) is damaged and is not applied"},
        {"PNG, code points of high range", png(16, 16, rgb, {.codePoints = {9, 16, 0, 1}}), same,
         "(cICP 9, 16) cannot be applied"},
        {"PNG, RGB for grey", greyPngWith(line), same, "not applied"},
        {"JPEG, grey for RGB", jpeg(16, 16, rgb, {.profile = greyProfile(1.8)}), same, misfit},
        {"JPEG, RGB for CMYK", jpeg(16, 16, inks, {.components = 4, .profile = line}), same, misfit},
        {"JPEG, CMYK for RGB", jpeg(16, 16, rgb, {.profile = inkProfile()}), same, misfit},
    };
}

double meanDifference(const std::vector<float>& a, const std::vector<float>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
}

} // namespace

class TestColours : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsNotApplied_data() { each(m_stated); }
    void saysWhatIsNotApplied() {
        QFETCH(int, index);
        const Sample& sample = m_stated.at(static_cast<std::size_t>(index));
        const Picture stored = as(sample.bytes, ColourConversion::AsStored);
        QVERIFY2(hasNote(stored, sample.note), qPrintable(notesOf(stored)));
        QCOMPARE(stored.colours(), ColourConversion::AsStored);
        const std::vector<float> before = planarValues(stored);
        const Picture converted = as(sample.bytes, ColourConversion::ToSrgb);
        QVERIFY2(hasNote(converted, "converted to sRGB by "), qPrintable(notesOf(converted)));
        QVERIFY(!hasNote(converted, "is not applied"));
        QCOMPARE(converted.colours(), ColourConversion::ToSrgb);
        const std::vector<float> after = planarValues(converted);
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY2(std::abs(after[i] - sample.converted(before[i])) <= sample.tolerance,
                     qPrintable(QString("number %1: %2 to %3 instead of %4")
                                    .arg(i)
                                    .arg(before[i])
                                    .arg(after[i])
                                    .arg(sample.converted(before[i]))));
        const QString mean = QString("by %1 in the mean").arg(meanDifference(before, after), 0, 'f', 3);
        QVERIFY2(hasNote(stored, mean.toStdString()), qPrintable(mean + " | " + notesOf(stored)));
        QVERIFY2(hasNote(converted, mean.toStdString()), qPrintable(mean + " | " + notesOf(converted)));
    }

    void isSilentAboutSrgb_data() { each(m_plain); }
    void isSilentAboutSrgb() { staysAsItIs(m_plain); }

    void neverAppliesWhatIsBroken_data() { each(m_broken); }
    void neverAppliesWhatIsBroken() { staysAsItIs(m_broken); }

    // The numbers of D65 colours in both spaces: ICC's chromatic adaptation cancels.
    void convertsPrimaries_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QList<int>>("rgb"); // of (100, 200, 100)
        Samples green;
        for (int i = 0; i < 64; ++i)
            green.insert(green.end(), {100, 200, 100});
        const std::array<double, 8> p3{0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060};
        const auto row = [](const char* title, const Bytes& bytes, const QList<int>& rgb) {
            QTest::newRow(title) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                               static_cast<qsizetype>(bytes.size()))
                                 << rgb;
        };
        row("Display P3", png(8, 8, green, {.profile = displayP3Profile()}), {45, 203, 86});
        row("Display P3 by its primaries", png(8, 8, green, {.gamma = 0.45455, .primaries = p3}), {45, 203, 86});
        row("Display P3 by code points", png(8, 8, green, {.codePoints = {12, 13, 0, 1}}), {45, 203, 86});
        const TiffPlan plan{.width = 8,
                            .height = 8,
                            .chromaticities = {0.3127F, 0.3290F, 0.680F, 0.320F, 0.265F, 0.690F, 0.150F, 0.060F}};
        row("Display P3 by a TIFF's tags", tiffOf(plan, wide(green)), {45, 203, 86});
        row("Adobe RGB by EXIF", jpeg(8, 8, green, {.exif = exifOfAdobeRgb()}), {0, 201, 92});
    }

    void convertsPrimaries() {
        QFETCH(QByteArray, file);
        QFETCH(QList<int>, rgb);
        const Bytes bytes = bytesOf(file.toStdString());
        const Picture stored = as(bytes, ColourConversion::AsStored);
        QVERIFY2(hasNote(stored, "is not applied"), qPrintable(notesOf(stored)));
        const Picture picture = as(bytes, ColourConversion::ToSrgb);
        for (std::size_t channel = 0; channel < 3; ++channel)
            QVERIFY2(std::abs(picture.rgb8()[channel] - rgb[static_cast<qsizetype>(channel)]) <= 2,
                     qPrintable(QString::number(picture.rgb8()[channel])));
    }

    // Colours are converted before they are laid on white.
    void convertsUnderTransparency() {
        const Samples profile = rgbProfile(1, "Linear");
        std::vector<std::uint16_t> straight;
        std::vector<std::uint16_t> premultiplied;
        for (int value = 0; value < 256; ++value) {
            const auto colour = static_cast<std::uint16_t>(100 * value);
            straight.insert(straight.end(), {colour, colour, colour, 32768});
            const auto half = static_cast<std::uint16_t>((colour * 32768U + 32767) / 65535);
            premultiplied.insert(premultiplied.end(), {half, half, half, 32768});
        }
        TiffPlan plan{.width = 16, .height = 16, .bits = 16, .samplesPerPixel = 4, .profile = profile};
        plan.extraSamples = {2};
        const auto a = planarValues(as(tiffOf(plan, straight), ColourConversion::ToSrgb));
        plan.extraSamples = {1};
        const auto b = planarValues(as(tiffOf(plan, premultiplied), ColourConversion::ToSrgb));
        for (std::size_t value = 0; value < 256; ++value) {
            const double alpha = 32768.0 / 65535;
            const double right = linear(100.0 * static_cast<double>(value) / 65535) * alpha + 1 - alpha;
            QVERIFY(std::abs(a[value] - right) < 1e-4);
            QVERIFY(std::abs(b[value] - right) < 2e-3); // half of the colour's bits are gone
        }
    }

    void knowsItsWords() {
        QCOMPARE(parseColours("srgb", "here"), ColourConversion::ToSrgb);
        QCOMPARE(parseColours("as-stored", "here"), ColourConversion::AsStored);
        QVERIFY_THROWS_EXCEPTION(Error, parseColours("sRGB ", "here"));
    }

private:
    static void each(const std::vector<Sample>& samples) {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < samples.size(); ++i)
            QTest::newRow(samples[i].title.c_str()) << static_cast<int>(i);
    }

    static void staysAsItIs(const std::vector<Sample>& samples) {
        QFETCH(int, index);
        const Sample& sample = samples.at(static_cast<std::size_t>(index));
        const Picture stored = as(sample.bytes, ColourConversion::AsStored);
        const Picture converted = as(sample.bytes, ColourConversion::ToSrgb);
        QVERIFY(planarValues(stored) == planarValues(converted));
        for (const Picture& picture : {stored, converted}) {
            const bool said = sample.note.empty()
                                  ? !hasNote(picture, "applied") && !hasNote(picture, "converted to sRGB")
                                  : hasNote(picture, sample.note);
            QVERIFY2(said, qPrintable(notesOf(picture)));
        }
    }

    const std::vector<Sample> m_stated = stated();
    const std::vector<Sample> m_plain = plain();
    const std::vector<Sample> m_broken = broken();
};

BLURIG_TEST(TestColours)
#include "test_colours.moc"
