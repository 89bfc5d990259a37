// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/difference.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>

using namespace blurig;

namespace {

Array plane(const std::vector<float>& values) {
    return Array::fromHost(pictureLayout(1, 2, 2), values);
}

void compare(const Array& actual, const std::vector<float>& expected) {
    QVERIFY(std::ranges::equal(actual.host(), expected));
}

} // namespace

class TestDifference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void subtractsPixelByPixel() {
        const MapDifference difference = differenceOf(plane({1, -2, 0, 4}), 1, plane({0.5F, 2, 0, -4}), 1);
        QCOMPARE(difference.plane.channels(), std::int64_t{1});
        compare(difference.plane, {0.5F, -4, 0, 8});
        QCOMPARE(difference.terms.channels(), std::int64_t{3});
        compare(difference.terms, {1, -2, 0, 4, 0.5F, 2, 0, -4, 0.5F, -4, 0, 8});
    }

    // One map in two units: nothing is left when each is divided by its own.
    void unitsAreDividedAway() {
        const MapDifference difference = differenceOf(plane({1, -2, 0, 4}), 4, plane({256, -512, 0, 1024}), 1024);
        compare(difference.plane, {0, 0, 0, 0});
        compare(difference.terms, {0.25F, -0.5F, 0, 1, 0.25F, -0.5F, 0, 1, 0, 0, 0, 0});
    }

    void isAntisymmetric() {
        const Array a = plane({1, -2, 3, 4});
        const Array b = plane({7, 5, -3, 0});
        const MapDifference there = differenceOf(a, 2, b, 8);
        const MapDifference back = differenceOf(b, 8, a, 2);
        QVERIFY(std::ranges::equal(there.plane.host(), back.plane.host(), [](float x, float y) { return x == -y; }));
    }
};

BLURIG_TEST(TestDifference)
#include "test_difference.moc"
