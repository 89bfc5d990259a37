// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/baseline.h"
#include "core/path/blur_path.h"
#include "core/path/straight_path.h"
#include "core/scales/causality.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

Array signal(int seed) {
    const Array rough = roughPicture(1, 1, 64, seed);
    return Array::fromHost({.channels = 1, .axes = {{.name = "x", .size = 64}}},
                           {rough.host().begin(), rough.host().end()});
}

} // namespace

class TestCausality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void extremaAreCountedApartFromRoundingAndEnds() {
        QCOMPARE(extremaOf(std::vector<float>{0, 1, 0, 1, 0}), 3);
        QCOMPARE(extremaOf(std::vector<float>{0, 1, 2, 3}), 0);
        QCOMPARE(extremaOf(std::vector<float>{0, 1, 1, 1, 0}), 1); // a plateau is one
        QCOMPARE(extremaOf(std::vector<float>{0, 1, 1 - 1e-8F, 1, 2}), 0);
        QCOMPARE(extremaOf(std::vector<float>{5, 5, 5}), 0);
    }

    // In one dimension blur never adds an extremum; a straight line to noise does.
    void blurCreatesNothingInOneDimension() {
        int grown = 0;
        for (int seed = 1; seed <= 1000; ++seed) {
            const Array z = signal(seed);
            const ScaleSpace space(z);
            int before = extremaOf(z.host());
            for (const double sigma : {0.3, 0.7, 1.2, 2.0, 3.5, 6.0, 11.0, 20.0}) {
                const int now = extremaOf(space.blurred(sigma).host());
                QVERIFY2(now <= before, qPrintable(QStringLiteral("seed %1, sigma %2").arg(seed).arg(sigma)));
                before = now;
            }
            const StraightPath straight(z, signal(seed + 5000));
            int least = extremaOf(z.host());
            for (const double position : {0.2, 0.4, 0.6, 0.8, 1.0}) {
                const int now = extremaOf(straight.point(position).host());
                grown += now > least ? 1 : 0;
                least = std::min(least, now);
            }
        }
        QVERIFY(grown > 500);
    }

    void blurEnhancesNothingInTwo() {
        const Array z = roughPicture(3, 40, 32);
        const Enhancement blur = enhancementAlong(BlurPath(std::make_shared<ScaleSpace>(z), 12), 12);
        QVERIFY(blur.extrema > 300);
        QCOMPARE(blur.enhanced, 0);
        // Towards black a maximum falls, but a minimum falls, too; noise enhances half of what it meets.
        const Enhancement black = enhancementAlong(StraightPath(z, constantPicture(3, 40, 32, 0)), 12);
        QVERIFY(black.share() > 0.3 && black.share() < 0.7);
        const Enhancement noise = enhancementAlong(StraightPath(z, roughPicture(3, 40, 32, 9)), 12);
        QVERIFY(noise.share() > 0.05);
    }
};

BLURIG_TEST(TestCausality)
#include "test_causality.moc"
