// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/image/pixels.h"
#include "core/image/preprocess.h"
#include "encoders.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <memory>
#include <sstream>
#include <sys/resource.h>

using namespace blurig;
using namespace blurig::test;

namespace {

Picture plain(int width, int height, Samples rgb) {
    auto pixels = std::make_shared<Picture::Pixels>();
    pixels->width = width;
    pixels->height = height;
    pixels->samples8 = std::move(rgb);
    return {std::move(pixels), "test", "", {}, ColourConversion::AsStored};
}

// Red is the column and green the row, in pixels: what a model pixel shows is where it came from.
Picture ruler(int width, int height) {
    Samples rgb;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            rgb.insert(rgb.end(), {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), std::uint8_t{0}});
    return plain(width, height, std::move(rgb));
}

PictureSpec specOf(int width, int height, ResizeSpec resize) {
    return {.channels = 3, .height = height, .width = width, .range = {}, .resize = resize};
}

double valueAt(const Array& z, std::int64_t channel, std::int64_t y, std::int64_t x) {
    return static_cast<double>(z.host()[static_cast<std::size_t>((channel * z.height() + y) * z.width() + x)]);
}

} // namespace

class TestPreprocess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resizesAsPillowDoes_data() {
        QTest::addColumn<QString>("line");
        std::ifstream file(BLURIG_TEST_DATA "/image/pillow_resize.txt");
        for (std::string line; std::getline(file, line);)
            QTest::addRow("%s...", line.substr(0, 40).c_str()) << QString::fromStdString(line);
    }

    void resizesAsPillowDoes() {
        QFETCH(QString, line);
        std::istringstream words(line.toStdString());
        std::string rule;
        std::string filter;
        int width = 0;
        int height = 0;
        PictureSpec spec;
        words >> rule >> filter >> width >> height >> spec.resize.size >> spec.width >> spec.height;
        spec.resize.filter = filter == "bilinear" ? ResizeFilter::Bilinear : ResizeFilter::Bicubic;
        spec.resize.cropFraction = spec.resize.size / 1000.0;
        spec.resize.rule = rule == "squash"          ? ResizeRule::Squash
                           : rule == "shortest_side" ? ResizeRule::ShortestSide
                                                     : ResizeRule::CropThenResize;
        const Array z = prepareInput(plain(width, height, pattern(width, height)), spec, {}).z;
        // Pillow rounds to 8 bits after each of the two passes, half a step each: 1/255 = 0.4 % for weights that are
        // not negative; the cubic's magnitudes add up to at most 1.25, which the first rounding is multiplied by.
        const double tolerance = (spec.resize.filter == ResizeFilter::Bilinear ? 1.0 : 1.125) / 255.0 + 1e-5;
        for (int y = 0; y < spec.height; ++y)
            for (int x = 0; x < spec.width; ++x)
                for (int channel = 0; channel < 3; ++channel) {
                    int expected = -1;
                    words >> expected;
                    const double difference = std::abs(valueAt(z, channel, y, x) - expected / 255.0);
                    QVERIFY2(difference <= tolerance, qPrintable(QString("(%1, %2) channel %3: %4 of full scale off")
                                                                     .arg(x)
                                                                     .arg(y)
                                                                     .arg(channel)
                                                                     .arg(difference)));
                }
    }

    void knowsWhereItsPixelsCameFrom_data() {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QList<double>>("rectangle");
        QTest::addColumn<int>("resizeRule");
        QTest::addColumn<int>("size");
        QTest::addColumn<QList<double>>("source"); // x, y, width, height by hand
        const int card = static_cast<int>(CropRule::Card);
        const int shortest = static_cast<int>(ResizeRule::ShortestSide);
        const int cropped = static_cast<int>(ResizeRule::CropThenResize);
        const int squashed = static_cast<int>(ResizeRule::Squash);
        const int padded = static_cast<int>(ResizeRule::Pad);
        // The picture is 200 x 150, the input 40 x 30.
        QTest::newRow("shortest side") << card << QList<double>{} << shortest << 50 // 66 x 50, a pixel is 200/66 wide
                                       << QList<double>{13 * 200.0 / 66, 30, 40 * 200.0 / 66, 90};
        QTest::newRow("shortest side, too small") << card << QList<double>{} << shortest << 15 // 20 x 15
                                                  << QList<double>{-100, -70, 400, 300};
        QTest::newRow("crop, then resize") << card << QList<double>{} << cropped << 0 << QList<double>{34, 9, 132, 132};
        QTest::newRow("squash") << card << QList<double>{} << squashed << 0 << QList<double>{0, 0, 200, 150};
        QTest::newRow("pad") << card << QList<double>{} << padded << 0 << QList<double>{0, 0, 200, 150};
        QTest::newRow("whole, squashed") << static_cast<int>(CropRule::WholeSquashed) << QList<double>{} << shortest
                                         << 50 << QList<double>{0, 0, 200, 150};
        QTest::newRow("whole, padded") << static_cast<int>(CropRule::WholePadded) << QList<double>{} << shortest << 50
                                       << QList<double>{0, 0, 200, 150};
        const int rectangle = static_cast<int>(CropRule::Rectangle);
        QTest::newRow("rectangle, rounded")
            << rectangle << QList<double>{20.4, 30.6, 99.9, 60.2} << shortest << 50 << QList<double>{20, 31, 100, 60};
        QTest::newRow("rectangle, clipped")
            << rectangle << QList<double>{-50, 100, 100, 1e9} << shortest << 50 << QList<double>{0, 100, 50, 50};
    }

    void knowsWhereItsPixelsCameFrom() {
        QFETCH(int, rule);
        QFETCH(QList<double>, rectangle);
        QFETCH(int, resizeRule);
        QFETCH(int, size);
        QFETCH(QList<double>, source);
        Crop crop{.rule = static_cast<CropRule>(rule), .rectangle = {}};
        if (!rectangle.isEmpty())
            crop.rectangle = {rectangle[0], rectangle[1], rectangle[2], rectangle[3]};
        const PictureSpec spec = specOf(40, 30,
                                        {.rule = static_cast<ResizeRule>(resizeRule),
                                         .size = size,
                                         .cropFraction = 0.88,
                                         .filter = ResizeFilter::Bilinear});
        const PreparedInput prepared = prepareInput(ruler(200, 150), spec, crop);
        QCOMPARE(prepared.geometry.source.x, source[0]);
        QCOMPARE(prepared.geometry.source.y, source[1]);
        QCOMPARE(prepared.geometry.source.width, source[2]);
        QCOMPARE(prepared.geometry.source.height, source[3]);
        requireRuler(prepared);
    }

    void padsWithTheMeanColour() {
        const PictureSpec spec = specOf(30, 30, {.rule = ResizeRule::Pad});
        const PreparedInput wide = prepareInput(ruler(200, 100), spec, {});
        QCOMPARE(wide.geometry.source, (PixelRect{0, -7 * 100.0 / 15, 200, 200}));
        for (const std::int64_t y : {0, 6, 22, 29}) {
            QVERIFY(std::abs(valueAt(wide.z, 0, y, 3) - 99.5 / 255.0) < 1e-6);
            QVERIFY(std::abs(valueAt(wide.z, 1, y, 3) - 49.5 / 255.0) < 1e-6);
        }
        QVERIFY(valueAt(wide.z, 1, 7, 3) < 10 / 255.0);
        const PreparedInput tall =
            prepareInput(ruler(100, 200), spec, {.rule = CropRule::WholePadded, .rectangle = {}});
        QCOMPARE(tall.geometry.source, (PixelRect{-7 * 100.0 / 15, 0, 200, 200}));
    }

    void keepsAPictureOfTheRightSize() {
        const Samples rgb = pattern(24, 16);
        for (const ResizeFilter filter : {ResizeFilter::Bilinear, ResizeFilter::Bicubic}) {
            const PictureSpec spec = specOf(24, 16, {.rule = ResizeRule::Squash, .filter = filter});
            const auto z = prepareInput(plain(24, 16, rgb), spec, {}).z;
            for (std::size_t i = 0; i < rgb.size(); ++i)
                QCOMPARE(z.host()[i % 3 * 384 + i / 3], static_cast<float>(rgb[i]) / 255.0F);
        }
    }

    void staysInsideItsRange() {
        // A hard edge, where the cubic overshoots by 7 %.
        Samples edge;
        for (int i = 0; i < 64 * 64; ++i)
            edge.insert(edge.end(), 3, i % 64 < 32 ? std::uint8_t{0} : std::uint8_t{255});
        PictureSpec spec = specOf(50, 50, {.rule = ResizeRule::Squash});
        spec.range = {.low = -1.0, .high = 3.0, .unit = "V"};
        const Array z = prepareInput(plain(64, 64, edge), spec, {}).z;
        const auto [low, high] = std::minmax_element(z.host().begin(), z.host().end());
        QCOMPARE(*low, -1.0F);
        QCOMPARE(*high, 3.0F);
        QCOMPARE(z.layout().range, spec.range);
    }

    void makesGreyAsPillowDoes() {
        PictureSpec spec = specOf(2, 2, {.rule = ResizeRule::Squash});
        spec.channels = 1;
        const Array z = prepareInput(plain(2, 2, quarters(2, 2)), spec, {}).z;
        QCOMPARE(z.channels(), 1);
        for (std::size_t i = 0; i < 4; ++i) // ITU-R BT.601
            QVERIFY(std::abs(z.host()[i] - std::array{0.299F, 0.587F, 0.114F, 1.0F}[i]) < 1e-6F);
    }

    void keeps16Bits() {
        const Picture picture = decodePicture(pnm(5, 2, 2, 65535, {100, 100, 100, 100}), "deep");
        const Array z = prepareInput(picture, specOf(3, 3, {.rule = ResizeRule::Squash}), {}).z;
        QVERIFY(std::abs(z.host()[4] - 100.0F / 65535.0F) < 1e-8F);
    }

    void refusesWhatCannotBeCut_data() {
        QTest::addColumn<QList<double>>("rectangle");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("beside the picture") << QList<double>{300, 10, 50, 50};
        QTest::newRow("above it") << QList<double>{10, -60, 50, 50};
        QTest::newRow("1 pixel wide") << QList<double>{10, 10, 1.4, 50};
        QTest::newRow("of no size") << QList<double>{10, 10, 0, 0};
        QTest::newRow("of negative size") << QList<double>{50, 50, -20, -20};
        QTest::newRow("not a number") << QList<double>{nan, 10, 50, 50};
        QTest::newRow("endless") << QList<double>{0, 0, std::numeric_limits<double>::infinity(), 50};
    }

    void refusesWhatCannotBeCut() {
        QFETCH(QList<double>, rectangle);
        const Crop crop{CropRule::Rectangle, {rectangle[0], rectangle[1], rectangle[2], rectangle[3]}};
        try {
            prepareInput(ruler(200, 150), specOf(40, 30, {}), crop);
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::Argument);
            QVERIFY(error.happened().find("rectangle") != std::string::npos);
            return;
        }
        QFAIL("it was cut");
    }

    void refusesOtherChannelCounts() {
        PictureSpec spec;
        spec.channels = 4;
        QVERIFY_EXCEPTION_THROWN(prepareInput(ruler(8, 8), spec, {}), Error);
    }

    // Two rows of a million pixels would be 112 million wide when the short side becomes 224.
    void staysSmallForExtremeShapes() {
        const Picture strip = plain(1'000'000, 2, Samples(6'000'000, 100));
        for (const ResizeRule rule : {ResizeRule::ShortestSide, ResizeRule::Squash, ResizeRule::Pad}) {
            const Array z = prepareInput(strip, specOf(224, 224, {.rule = rule, .size = 256}), {}).z;
            for (const float value : z.host())
                QVERIFY(std::abs(value - 100.0F / 255.0F) < 1e-4F);
        }
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        QVERIFY2(usage.ru_maxrss < 1'000'000, qPrintable(QString("%1 kB").arg(usage.ru_maxrss)));
    }

private:
    // Away from the borders the triangle filter keeps a linear ramp, but for its sampling at whole pixels: each model
    // pixel shows its own centre to a tenth of a pixel. A rule that is off by half a pixel would be far outside.
    static void requireRuler(const PreparedInput& prepared) {
        const InputGeometry& g = prepared.geometry;
        const double marginX = 1.0 + g.scaleX();
        const double marginY = 1.0 + g.scaleY();
        int seen = 0;
        for (int i = 0; i < g.modelHeight; ++i)
            for (int j = 0; j < g.modelWidth; ++j) {
                const double x = g.source.x + (j + 0.5) * g.scaleX();
                const double y = g.source.y + (i + 0.5) * g.scaleY();
                const double left = std::max(0.0, g.source.x) + marginX;
                const double right = std::min(200.0, g.source.x + g.source.width) - marginX;
                const double top = std::max(0.0, g.source.y) + marginY;
                const double bottom = std::min(150.0, g.source.y + g.source.height) - marginY;
                if (x < left || x > right || y < top || y > bottom)
                    continue;
                ++seen;
                QVERIFY(std::abs(valueAt(prepared.z, 0, i, j) * 255.0 + 0.5 - x) < 0.1);
                QVERIFY(std::abs(valueAt(prepared.z, 1, i, j) * 255.0 + 0.5 - y) < 0.1);
            }
        QVERIFY(seen > 50);
    }
};

BLURIG_TEST(TestPreprocess)
#include "test_preprocess.moc"
