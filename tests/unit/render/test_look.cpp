// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/render/look.h"
#include "core/render/map_render.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>

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

Raster drawn(LookKind kind, int scale = 1) {
    const Look how{
        .kind = kind, .colors = &colorMaps().front(), .range = {.low = 0.5, .limit = 1}, .opacity = 1, .topArea = 1};
    return drawMap(plane(), how, photo(), scale);
}

const ColorMap& sequential() {
    return fittingColorMap("", ColorMap::Kind::Sequential);
}

Array row(std::vector<float> values) {
    const auto width = static_cast<int>(values.size());
    return Array::fromHost(pictureLayout(1, 1, width), std::move(values));
}

std::vector<int> alphas(const Raster& raster) {
    std::vector<int> found;
    for (std::size_t at = 3; at < raster.rgba->size(); at += 4)
        found.push_back((*raster.rgba)[at]);
    return found;
}

const std::array<int, 3> photoColor{200, 100, 40};

} // namespace

class TestLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesReadBack() {
        for (const LookKind kind : lookKinds)
            QVERIFY(parseLookKind(name(kind)) == kind);
        QVERIFY_EXCEPTION_THROWN(parseLookKind("cubist"), Error);
    }

    void theMapAlone() {
        const auto& colors = colorMaps().front().colors;
        const Raster result = drawn(LookKind::Pixels, 3);
        QCOMPARE(result.width, 3 * side);
        QCOMPARE(pixel(result, 13, 16), (std::array<int, 3>{colors[255][0], colors[255][1], colors[255][2]}));
        QCOMPARE(pixel(result, 0, 0),
                 (std::array<int, 3>{colors[128][0], colors[128][1], colors[128][2]})); // below low
    }

    void overGreyPhoto() {
        const auto& colors = colorMaps().front().colors;
        const Raster result = drawn(LookKind::Overlay);
        QCOMPARE(pixel(result, 4, 5), (std::array<int, 3>{colors[255][0], colors[255][1], colors[255][2]}));
        QCOMPARE(pixel(result, 0, 0), pixel(grey(photo()), 0, 0));
    }

    void opacityGrowsWithTheMagnitude_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("region") << static_cast<int>(LookKind::Region);
        QTest::newRow("signed") << static_cast<int>(LookKind::Signed);
        QTest::newRow("overlay") << static_cast<int>(LookKind::Overlay);
    }
    void opacityGrowsWithTheMagnitude() {
        QFETCH(int, kind);
        const bool region = static_cast<LookKind>(kind) == LookKind::Region;
        std::vector<float> values(1000);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(i) / 900.0F; // beyond the limit
        const Look look{.kind = static_cast<LookKind>(kind),
                        .colors = region ? &sequential() : &colorMaps().front(),
                        .range = {.low = 0.2, .limit = 1},
                        .opacity = 0.9};
        const std::vector<int> found = alphas(lookRaster(row(values), look));
        QVERIFY(std::ranges::is_sorted(found));
        QCOMPARE(found.front(), 0);
        QCOMPARE(found.back(), 230); // 0.9 of 255
        QVERIFY(found[179] <= 1);    // below low
        if (region) {
            const double expected = 255 * 0.9 * std::pow((0.5 - 0.2) / 0.8, 0.8);
            QVERIFY(std::abs(found[450] - expected) < 2);
        }
    }

    void aFlatMapPaintsNoRegion() {
        for (const float value : {0.0F, 0.3F}) {
            const Array flat = row(std::vector<float>(50, value));
            const Look look{.colors = &sequential(), .range = clipRange(flat, 20, 99.5)};
            QVERIFY(std::ranges::all_of(alphas(lookRaster(flat, look)), [](int alpha) { return alpha == 0; }));
        }
    }

    void aRegionLiesOnTheDimmedPhoto() {
        const Look look{.colors = &sequential(), .range = {.low = 0.5, .limit = 1}};
        const Raster result = drawMap(plane(), look, photo(), 1);
        QCOMPARE(pixel(result, 0, 0), (std::array<int, 3>{110, 55, 22}));
        const auto& end = sequential().colors[255];
        QCOMPARE(pixel(result, 4, 5), (std::array<int, 3>{end[0], end[1], end[2]}));
    }

    void darkOutsideTheTopArea() {
        const Raster result = drawn(LookKind::Masked);
        QCOMPARE(pixel(result, 4, 5), photoColor);
        QVERIFY(pixel(result, 3, 5)[0] < 100);
    }

    // Around the pixel, nothing in it or far from it.
    void aLineAroundTheTopArea() {
        constexpr int scale = 20;
        const Raster result = drawn(LookKind::Outline, scale);
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

BLURIG_TEST(TestLook)
#include "test_look.moc"
