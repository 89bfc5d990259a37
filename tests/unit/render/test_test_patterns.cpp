// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/test_patterns.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <set>
#include <string>

using namespace blurig;

namespace {

int levelAt(const Raster& raster, int x, int y) {
    return (*raster.rgba)[static_cast<std::size_t>(4 * (y * raster.width + x))];
}

} // namespace

class TestTestPatterns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areOpaqueSquaresOfTheirOwn() {
        std::set<std::string> ids;
        std::vector<Raster> pictures;
        for (const TestPattern& pattern : testPatterns()) {
            const Raster raster = pattern.make();
            QCOMPARE(raster.width, patternSide);
            QCOMPARE(raster.height, patternSide);
            for (std::size_t i = 3; i < raster.rgba->size(); i += 4)
                QCOMPARE((*raster.rgba)[i], std::uint8_t{255});
            ids.insert(pattern.id);
            for (const Raster& other : pictures)
                QVERIFY(*other.rgba != *raster.rgba);
            pictures.push_back(raster);
            QCOMPARE(findTestPattern(pattern.id), &pattern);
        }
        QCOMPARE(ids.size(), testPatterns().size());
        QVERIFY(!findTestPattern("grating"));
    }

    void gratingsRepeatAfterTheirPeriod() {
        for (const int period : {4, 8, 16, 32, 64}) {
            const Raster raster = findTestPattern("grating-" + std::to_string(period))->make();
            for (int x = 0; x + period < patternSide; ++x)
                QCOMPARE(levelAt(raster, x, 7), levelAt(raster, x + period, 300));
            QVERIFY(levelAt(raster, 0, 0) > levelAt(raster, period / 2, 0) + 100);
        }
    }

    void edgesGrowWider() {
        const Raster raster = findTestPattern("edges")->make();
        const auto step = [&](int y) { return levelAt(raster, 225, y) - levelAt(raster, 222, y); };
        QVERIFY(step(50) > step(170) && step(170) > step(280) && step(280) > step(400));
    }
};

BLURIG_TEST(TestTestPatterns)
#include "test_test_patterns.moc"
