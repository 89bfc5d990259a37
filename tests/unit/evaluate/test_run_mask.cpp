// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/run_mask.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace blurig;

namespace {

// Every pixel whose centre is within `radius` of the piece.
Mask slowStroke(const BrushStroke& stroke, int width, int height) {
    Mask mask{.width = width,
              .height = height,
              .inside = std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    const double alongX = stroke.toX - stroke.fromX;
    const double alongY = stroke.toY - stroke.fromY;
    const double length = alongX * alongX + alongY * alongY;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double awayX = x + 0.5 - stroke.fromX;
            const double awayY = y + 0.5 - stroke.fromY;
            const double share = length > 0 ? std::clamp((awayX * alongX + awayY * alongY) / length, 0.0, 1.0) : 0.0;
            if (std::hypot(awayX - share * alongX, awayY - share * alongY) <= stroke.radius)
                mask.inside[static_cast<std::size_t>(y * width + x)] = 1;
        }
    return mask;
}

const std::vector<BrushStroke> strokes{{10, 12, 30, 20, 5.3}, {25, 5, 25, 40, 3.1},  {2, 30, 50, 30, 2.2},
                                       {40, 40, 8, 3, 4.4},   {20, 20, 20, 20, 6.7}, {-5, -5, 70, 60, 9.9}};

} // namespace

class TestRunMask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStrokeHoldsThePixelsWhoseCentresItCovers() {
        for (const BrushStroke& stroke : strokes)
            QCOMPARE(RunMask(60, 45).with(stroke).mask().inside, slowStroke(stroke, 60, 45).inside);
    }

    void strokesAreUnitedAndErased() {
        RunMask painted(60, 45);
        Mask expected = painted.mask();
        for (std::size_t i = 0; i < strokes.size(); ++i) {
            const bool erases = i % 3 == 2;
            painted = erases ? painted.without(strokes[i]) : painted.with(strokes[i]);
            const Mask stroke = slowStroke(strokes[i], 60, 45);
            for (std::size_t k = 0; k < expected.inside.size(); ++k)
                if (stroke.inside[k] != 0)
                    expected.inside[k] = erases ? 0 : 1;
            QCOMPARE(painted.mask().inside, expected.inside);
            QVERIFY(painted == RunMask(expected)); // one way to say the same pixels
        }
        QVERIFY(painted.without({30, 20, 30, 20, 100}).empty());
    }

    void theThinnestBrushMarksAPixelWhereverItIs() {
        for (const double place : {3.0, 3.25, 3.5, 3.99})
            QVERIFY(!RunMask(8, 8).with({place, place, place, place, 0.01}).empty());
        QVERIFY(RunMask(8, 8).with({20, 20, 30, 20, 2}).empty()); // beside the photo
    }

    void theTextIsCocos() {
        QCOMPARE(RunMask(8, 6).with({0.5, 3, 0.5, 3, 0.8}).text().substr(0, 4), std::string("8x6 "));
        const auto known = RunMask::ofText("8x6 06T10");
        QVERIFY(known);
        QCOMPARE(insideOf(known->mask()), std::size_t{12});
        RunMask painted(60, 45);
        QCOMPARE(*RunMask::ofText(painted.text()), painted);
        for (const BrushStroke& stroke : strokes) {
            painted = painted.with(stroke);
            QCOMPARE(*RunMask::ofText(painted.text()), painted);
        }
        for (const char* bad : {"", "8x6", "8x6 ", "x6 06T10", "8x 06T10", "8x7 06T10", "0x6 0", "-8x6 06T10",
                                "99999x99999 0", "8x6 06T1", "8x6 06T1~", "8x6\x30"})
            QVERIFY2(!RunMask::ofText(bad), bad);
    }

    void modelPixelsAreThoseOfTheWholeMask() {
        RunMask painted(60, 45);
        for (const BrushStroke& stroke : strokes)
            painted = painted.with(stroke);
        for (const PixelRect& source : {PixelRect{.x = 0, .y = 0, .width = 60, .height = 45},
                                        PixelRect{.x = 10, .y = 4, .width = 30, .height = 30},
                                        PixelRect{.x = -8, .y = -15.5, .width = 75, .height = 75}}) {
            const InputGeometry geometry{.modelWidth = 21, .modelHeight = 17, .source = source};
            QCOMPARE(inModelPixels(painted, geometry).inside, inModelPixels(painted.mask(), geometry).inside);
        }
    }
};

BLURIG_TEST(TestRunMask)
#include "test_run_mask.moc"
