// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/render/map_drawing.h"
#include "core/render/map_render.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

namespace {

constexpr int side = 10;

// One great value in the middle of small ones.
Array plane() {
    std::vector<float> values(side * side, 0.01F);
    values[5 * side + 4] = 1;
    return Array::fromHost(pictureLayout(1, side, side), values);
}

Raster photo() {
    auto rgba = std::make_shared<std::vector<std::uint8_t>>(4 * side * side, std::uint8_t{255});
    for (std::size_t at = 0; at < rgba->size(); at += 4) {
        (*rgba)[at] = 200;
        (*rgba)[at + 1] = 100;
        (*rgba)[at + 2] = 40;
    }
    return {side, side, rgba};
}

std::array<int, 3> pixel(const Raster& raster, int x, int y) {
    const auto at = static_cast<std::size_t>(4 * (y * raster.width + x));
    return {(*raster.rgba)[at], (*raster.rgba)[at + 1], (*raster.rgba)[at + 2]};
}

Raster drawn(DrawingStyle style, int scale = 1) {
    const MapDrawing how{
        .colors = &colorMaps().front(), .range = {.low = 0.5, .limit = 1}, .style = style, .opacity = 1, .topArea = 1};
    return drawMap(plane(), how, photo(), scale);
}

const std::array<int, 3> photoColor{200, 100, 40};

} // namespace

class TestMapDrawing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesReadBack() {
        for (const DrawingStyle style :
             {DrawingStyle::Map, DrawingStyle::Overlay, DrawingStyle::Masked, DrawingStyle::Contour})
            QVERIFY(parseDrawingStyle(name(style)) == style);
        QVERIFY_EXCEPTION_THROWN(parseDrawingStyle("cubist"), Error);
    }

    void theMapAlone() {
        const auto& colors = colorMaps().front().colors;
        const Raster result = drawn(DrawingStyle::Map, 3);
        QCOMPARE(result.width, 3 * side);
        QCOMPARE(pixel(result, 13, 16), (std::array<int, 3>{colors[255][0], colors[255][1], colors[255][2]}));
        QCOMPARE(pixel(result, 0, 0),
                 (std::array<int, 3>{colors[128][0], colors[128][1], colors[128][2]})); // below low
    }

    void overGreyPhoto() {
        const auto& colors = colorMaps().front().colors;
        const Raster result = drawn(DrawingStyle::Overlay);
        QCOMPARE(pixel(result, 4, 5), (std::array<int, 3>{colors[255][0], colors[255][1], colors[255][2]}));
        QCOMPARE(pixel(result, 0, 0), pixel(grey(photo()), 0, 0));
    }

    void darkOutsideTheTopArea() {
        const Raster result = drawn(DrawingStyle::Masked);
        QCOMPARE(pixel(result, 4, 5), photoColor);
        QVERIFY(pixel(result, 3, 5)[0] < 100);
    }

    // Around the pixel, nothing in it or far from it.
    void aLineAroundTheTopArea() {
        constexpr int scale = 20;
        const Raster result = drawn(DrawingStyle::Contour, scale);
        QCOMPARE(pixel(result, 4 * scale + scale / 2, 5 * scale + scale / 2), photoColor);
        QCOMPARE(pixel(result, scale, scale), photoColor);
        for (const auto& [x, y] : {std::pair{4, 0}, std::pair{5, 0}, std::pair{0, 5}, std::pair{0, 6}}) {
            const int across = x > 0 ? x * scale : 4 * scale + scale / 2;
            const int down = y > 0 ? y * scale : 5 * scale + scale / 2;
            QCOMPARE(pixel(result, across, down),
                     (std::array<int, 3>{outlineColor[0], outlineColor[1], outlineColor[2]}));
        }
    }
};

BLURIG_TEST(TestMapDrawing)
#include "test_map_drawing.moc"
