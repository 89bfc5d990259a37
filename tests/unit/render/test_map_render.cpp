// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/render/map_render.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <limits>

using namespace blurig;

namespace {

using Pixel = std::array<int, 4>;

Pixel pixel(const Raster& raster, int x, int y = 0) {
    const std::size_t at = 4 * static_cast<std::size_t>(y * raster.width + x);
    Pixel result{};
    for (std::size_t channel = 0; channel < 4; ++channel)
        result[channel] = (*raster.rgba)[at + channel];
    return result;
}

Pixel entry(const ColorMap& map, std::size_t index, int alpha = 255) {
    return {map.colors[index][0], map.colors[index][1], map.colors[index][2], alpha};
}

Array row(std::vector<float> values, std::int64_t channels = 1) {
    const auto width = static_cast<std::int64_t>(values.size()) / channels;
    return Array::fromHost(pictureLayout(channels, 1, width), std::move(values));
}

Raster raster(int width, int height, std::vector<std::uint8_t> rgba) {
    return {width, height, std::make_shared<std::vector<std::uint8_t>>(std::move(rgba))};
}

} // namespace

class TestMapRender : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void channelsAreSummedOrTakenAbsolute() {
        const Array map = row({1, -2, -3, 5}, 2);
        const Array summed = reduceChannels(map, ChannelReduction::Sum);
        QCOMPARE(summed.channels(), 1);
        QCOMPARE(summed.host()[0], -2.0F);
        QCOMPARE(summed.host()[1], 3.0F);
        const Array absolute = reduceChannels(map, ChannelReduction::Absolute);
        QCOMPARE(absolute.host()[0], 4.0F);
        QCOMPARE(absolute.host()[1], 7.0F);
    }

    void reductionsReadBack() {
        for (const ChannelReduction reduction : {ChannelReduction::Sum, ChannelReduction::Absolute})
            QVERIFY(parseChannelReduction(name(reduction)) == reduction);
        QVERIFY_EXCEPTION_THROWN(parseChannelReduction("mean"), Error);
    }

    void clipLimitIsAPercentileOfMagnitude_data() {
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<double>("percentile");
        QTest::addColumn<double>("limit");
        QTest::newRow("all") << QList<float>{-5, 1, 2, 3, 4} << 100.0 << 5.0;
        QTest::newRow("median") << QList<float>{-5, 1, 2, 3, 4} << 50.0 << 3.0;
        QTest::newRow("zero per cent") << QList<float>{-5, 1, 2, 3, 4} << 0.0 << 1.0;
        QTest::newRow("one pixel") << QList<float>{-2} << 99.0 << 2.0;
        QTest::newRow("mostly zero") << QList<float>{0, 0, 0, 0, 0, 0, 0, 0, 0, 7} << 50.0 << 7.0;
        QTest::newRow("zero everywhere") << QList<float>{0, 0, 0} << 99.0 << 0.0;
    }
    void clipLimitIsAPercentileOfMagnitude() {
        QFETCH(QList<float>, values);
        QFETCH(double, percentile);
        QFETCH(double, limit);
        QCOMPARE(clipLimit(row({values.begin(), values.end()}), percentile), limit);
    }

    void divergingColorsAreCentredAtZero() {
        const ColorMap& map = colorMaps().front();
        const Raster drawn = renderMap(row({-9, -2, 0, -0.0F, 2, 9, 1, -1}), {&map, 2.0});
        QCOMPARE(pixel(drawn, 0), entry(map, 0)); // clipped
        QCOMPARE(pixel(drawn, 1), entry(map, 0));
        QCOMPARE(pixel(drawn, 2), entry(map, 128));
        QCOMPARE(pixel(drawn, 3), entry(map, 128));
        QCOMPARE(pixel(drawn, 4), entry(map, 255));
        QCOMPARE(pixel(drawn, 5), entry(map, 255));
        QCOMPARE(pixel(drawn, 6), entry(map, 192)); // 63.5 steps, rounded away from zero
        QCOMPARE(pixel(drawn, 7), entry(map, 63));
    }

    void sequentialColorsBeginAtZero() {
        const ColorMap& map = colorMapById("grey");
        const Raster drawn = renderMap(row({-1, 0, 1, 2, 3}), {&map, 2.0});
        const int levels[] = {0, 0, 128, 255, 255};
        for (int x = 0; x < 5; ++x)
            QCOMPARE(pixel(drawn, x), entry(map, static_cast<std::size_t>(levels[x])));
    }

    void aMapOfZerosIsNeutral() {
        const ColorMap& map = colorMaps().front();
        QCOMPARE(pixel(renderMap(row({0, 0}), {&map, 0.0}), 1), entry(map, 128));
    }

    void whatIsNotFiniteStaysInsideTheTable() {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        const ColorMap& map = colorMaps().front();
        const Raster drawn = renderMap(row({nan, infinity, -infinity}), {&map, 1.0});
        QCOMPARE(pixel(drawn, 0), entry(map, 128));
        QCOMPARE(pixel(drawn, 1), entry(map, 255));
        QCOMPARE(pixel(drawn, 2), entry(map, 0));
    }

    void alphaFollowsMagnitude() {
        const ColorMap& map = colorMaps().front();
        const Raster drawn = renderMap(row({-2, 0, 1, 2}), {&map, 2.0, MapAlpha::ByMagnitude, 0.5});
        QCOMPARE(pixel(drawn, 0)[3], 128);
        QCOMPARE(pixel(drawn, 1)[3], 0);
        QCOMPARE(pixel(drawn, 2)[3], 64);
        QCOMPARE(pixel(drawn, 3)[3], 128);
    }

    void whatLiesBelowTheLowEndIsZero() {
        const ColorMap& map = colorMaps().front();
        const Raster drawn = renderMap(row({-2, -0.9F, 0.9F, 1, -1}), {.colors = &map, .limit = 2.0, .low = 1.0});
        QCOMPARE(pixel(drawn, 0), entry(map, 0));
        QCOMPARE(pixel(drawn, 1), entry(map, 128));
        QCOMPARE(pixel(drawn, 2), entry(map, 128));
        QCOMPARE(pixel(drawn, 3), entry(map, 192)); // the end itself is seen
        QCOMPARE(pixel(drawn, 4), entry(map, 63));
        const MapStyle veil{.colors = &map, .limit = 2.0, .alpha = MapAlpha::ByMagnitude, .low = 1.0};
        QCOMPARE(pixel(renderMap(row({0.9F, 1}), veil), 0)[3], 0);
        QVERIFY(pixel(renderMap(row({0.9F, 1}), veil), 1)[3] > 0);
    }

    void inputUsesItsRange() {
        ArrayLayout layout = pictureLayout(1, 1, 4);
        layout.range = {-1, 1, ""};
        const Raster drawn = renderInput(Array::fromHost(layout, {-1, 0, 1, 7}));
        const int levels[] = {0, 128, 255, 255};
        for (int x = 0; x < 4; ++x)
            QCOMPARE(pixel(drawn, x), (Pixel{levels[x], levels[x], levels[x], 255}));
    }

    void inputChannelsAreRgb() { QCOMPARE(pixel(renderInput(row({1, 0.5F, 0}, 3)), 0), (Pixel{255, 128, 0, 255})); }

    void greyIsLuma() {
        const Raster drawn = grey(raster(2, 1, {255, 0, 0, 255, 10, 10, 10, 7}));
        QCOMPARE(pixel(drawn, 0), (Pixel{76, 76, 76, 255}));
        QCOMPARE(pixel(drawn, 1), (Pixel{10, 10, 10, 7}));
    }

    void blendWeighsByAlpha_data() {
        QTest::addColumn<int>("belowAlpha");
        QTest::addColumn<int>("aboveAlpha");
        QTest::addColumn<int>("value"); // of 100 under 200
        QTest::addColumn<int>("alpha");
        QTest::newRow("transparent above") << 255 << 0 << 100 << 255;
        QTest::newRow("opaque above") << 255 << 255 << 200 << 255;
        QTest::newRow("half") << 255 << 128 << 150 << 255;
        QTest::newRow("nothing below") << 0 << 128 << 200 << 128;
        QTest::newRow("nothing at all") << 0 << 0 << 100 << 0;
    }
    void blendWeighsByAlpha() {
        QFETCH(int, belowAlpha);
        QFETCH(int, aboveAlpha);
        const auto grey8 = [](int value, int alpha) {
            const auto byte = static_cast<std::uint8_t>(value);
            return raster(1, 1, {byte, byte, byte, static_cast<std::uint8_t>(alpha)});
        };
        const Pixel result = pixel(blend(grey8(100, belowAlpha), grey8(200, aboveAlpha)), 0);
        QTEST(result[0], "value");
        QTEST(result[3], "alpha");
    }

    void enlargingKeepsPixels() {
        const Raster large = scaled(raster(2, 1, {1, 2, 3, 255, 9, 8, 7, 255}), 4, 3);
        QCOMPARE(large.width, 4);
        QCOMPARE(large.height, 3);
        QCOMPARE(pixel(large, 1, 2), (Pixel{1, 2, 3, 255}));
        QCOMPARE(pixel(large, 2, 0), (Pixel{9, 8, 7, 255}));
    }

    void reducingAveragesByAlpha() {
        const Raster opaque = scaled(raster(2, 1, {0, 0, 0, 255, 200, 100, 50, 255}), 1, 1);
        QCOMPARE(pixel(opaque, 0), (Pixel{100, 50, 25, 255}));
        const Raster half = scaled(raster(2, 1, {0, 0, 0, 0, 200, 100, 50, 255}), 1, 1);
        QCOMPARE(pixel(half, 0), (Pixel{200, 100, 50, 128}));
    }
};

BLURIG_TEST(TestMapRender)
#include "test_map_render.moc"
