// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/seeded_random.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace blurig;

class TestSeededRandom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The first two outputs of the standard's generator from its default seed.
    void isTheSameOnEveryMachine() {
        const double first = static_cast<double>(14514284786278117030ULL >> 11) * 0x1p-53;
        const double second = static_cast<double>(4620546740167642908ULL >> 11) * 0x1p-53;
        SeededRandom uniform(5489);
        QCOMPARE(uniform.uniform(), first);
        QCOMPARE(uniform.uniform(), second);
        SeededRandom gaussian(5489);
        const double radius = std::sqrt(-2 * std::log(1 - first));
        QVERIFY(std::abs(gaussian.gaussian() - radius * std::cos(2 * std::numbers::pi * second)) < 1e-12);
        QVERIFY(std::abs(gaussian.gaussian() - radius * std::sin(2 * std::numbers::pi * second)) < 1e-12);
    }

    void gaussianMoments() {
        constexpr int count = 100000;
        SeededRandom random(3);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        int beyondTwo = 0;
        for (int i = 0; i < count; ++i) {
            const double value = random.gaussian();
            sum += value;
            squares += value * value;
            fourths += std::pow(value, 4);
            beyondTwo += std::abs(value) > 2 ? 1 : 0;
        }
        // Four standard deviations of each estimate.
        QVERIFY(std::abs(sum / count) < 4 / std::sqrt(count));
        QVERIFY(std::abs(squares / count - 1) < 4 * std::sqrt(2.0 / count));
        QVERIFY(std::abs(fourths / count - 3) < 4 * std::sqrt(96.0 / count));
        QVERIFY(std::abs(beyondTwo / double{count} - 0.0455) < 4 * std::sqrt(0.0455 / count));
    }
};

BLURIG_TEST(TestSeededRandom)
#include "test_seeded_random.moc"
