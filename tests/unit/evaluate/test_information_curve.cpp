// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/information_curve.h"
#include "core/evaluate/scattered_pixels.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <cstdlib>

using namespace blurig;

namespace {

constexpr int width = 40;
constexpr int height = 30;

// Linear in x and y: interpolation over any triangles gives it back.
std::vector<std::uint8_t> ramp() {
    std::vector<std::uint8_t> rgb;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int level : {2 * x + y, 200 - 3 * x, 4 * y + 10})
                rgb.push_back(static_cast<std::uint8_t>(level));
    return rgb;
}

std::vector<std::uint8_t> noise() {
    std::vector<std::uint8_t> rgb;
    for (int i = 0; i < width * height * 3; ++i)
        rgb.push_back(static_cast<std::uint8_t>(128 + 127 * std::sin(i * 12.9898)));
    return rgb;
}

} // namespace

class TestInformationCurve : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLinearPictureIsFilledExactly() {
        const std::vector<std::uint8_t> rgb = ramp();
        for (const std::uint64_t seed : {1, 2, 3}) {
            const Mask known = randomPixels(width, height, 0.03, seed);
            QCOMPARE(std::ranges::count(known.inside, std::uint8_t{1}), std::ptrdiff_t{36});
            const auto filled = filledFrom(rgb, known);
            for (std::size_t i = 0; i < rgb.size(); ++i)
                QVERIFY2(std::abs(filled[i] - rgb[i]) <= 1, qPrintable(QString::number(i)));
        }
    }

    void whatIsKnownStays() {
        const std::vector<std::uint8_t> rgb = noise();
        const Mask known = randomPixels(width, height, 0.3, 4);
        const auto filled = filledFrom(rgb, known);
        for (std::size_t i = 0; i < known.inside.size(); ++i)
            if (known.inside[i] != 0)
                for (std::size_t channel = 0; channel < 3; ++channel)
                    QCOMPARE(filled[3 * i + channel], rgb[3 * i + channel]);
        Mask all = known;
        std::ranges::fill(all.inside, std::uint8_t{1});
        QCOMPARE(filledFrom(rgb, all), rgb);
    }

    void noiseHoldsMoreThanARamp() {
        QVERIFY(compressedSize(noise(), width, height) > 3 * compressedSize(ramp(), width, height));
    }

    void theAreaIsOfANormalisedRisingCurve() {
        // A straight line from the empty picture to the whole one.
        QVERIFY(std::abs(*informationArea(std::vector<double>{100, 150, 200}, std::vector<double>{0.1, 0.5, 0.9}, 0.8) -
                         0.5) < 1e-3);
        // All of the score at once, at a tenth of the size.
        QVERIFY(*informationArea(std::vector<double>{0, 10, 100}, std::vector<double>{0, 1, 1}, 0.8) > 0.94);
        // What falls again is kept.
        const std::vector<double> sizes{0, 10, 50, 100};
        QCOMPARE(*informationArea(sizes, std::vector<double>{0, 0.9, 0.2, 1}, 0.8),
                 *informationArea(sizes, std::vector<double>{0, 0.9, 0.9, 1}, 0.8));
        QVERIFY(!informationArea(sizes, std::vector<double>{0, 0.2, 0.5, 0.7}, 0.8)); // unsure of the photo itself
        QVERIFY(!informationArea(std::vector<double>{9, 9, 9}, std::vector<double>{0, 1, 1}, 0.8));
    }
};

BLURIG_TEST(TestInformationCurve)
#include "test_information_curve.moc"
