// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/agreement.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace blurig;

namespace {

constexpr std::int64_t side = 20;

Array plane(const std::vector<float>& values) {
    return Array::fromHost(pictureLayout(1, side, side), values);
}

std::vector<float> noise(unsigned seed) {
    std::mt19937 generator(seed);
    std::vector<float> values(side * side);
    for (float& value : values)
        value = static_cast<float>(generator()) * 0x1p-32F - 0.5F;
    return values;
}

template <typename Change> std::vector<float> changed(std::vector<float> values, Change change) {
    std::ranges::transform(values, values.begin(), change);
    return values;
}

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMapAgreesWithItself() {
        const Array map = plane(noise(1));
        const Agreement same = agreementOf(map, map);
        QVERIFY(std::abs(same.spearman.value() - 1) < 1e-12);
        QCOMPARE(same.topShare, 1.0);
        QVERIFY(std::abs(same.ssim - 1) < 1e-6);
    }

    // Ranks are what counts: any increasing function leaves them, a decreasing one turns them round.
    void unitsDoNotMatter() {
        const std::vector<float> values = noise(2);
        const Agreement cubed =
            agreementOf(plane(values), plane(changed(values, [](float v) { return 7 * v * v * v; })));
        QVERIFY(std::abs(cubed.spearman.value() - 1) < 1e-12);
        QCOMPARE(cubed.topShare, 1.0);
        const Agreement turned = agreementOf(plane(values), plane(changed(values, [](float v) { return -v; })));
        QVERIFY(std::abs(turned.spearman.value() + 1) < 1e-12);
        QCOMPARE(turned.topShare, 0.0);
        QVERIFY(turned.ssim < 0);
        const Agreement scaled = agreementOf(plane(values), plane(changed(values, [](float v) { return 3 + 5 * v; })));
        QVERIFY(std::abs(scaled.ssim - 1) < 1e-4);
    }

    void strangersDoNotAgree() {
        const Agreement none = agreementOf(plane(noise(3)), plane(noise(4)));
        QVERIFY(std::abs(none.spearman.value()) < 0.15);
        QVERIFY(none.topShare < 0.3);
        QVERIFY(none.ssim < 0.2);
    }

    // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / sqrt(4.5 * 5).
    void tiesShareTheirRank() {
        std::vector<float> a{1, 2, 2, 3};
        std::vector<float> b{1, 2, 3, 4};
        const ArrayLayout layout = pictureLayout(1, 2, 2);
        const Agreement agreement = agreementOf(Array::fromHost(layout, a), Array::fromHost(layout, b));
        QVERIFY(std::abs(agreement.spearman.value() - 4.5 / std::sqrt(22.5)) < 1e-12);
    }

    void aFlatMapGivesNumbers() {
        const Agreement flat = agreementOf(plane(std::vector<float>(side * side, 0)), plane(noise(5)));
        QVERIFY(!flat.spearman);
        QVERIFY(std::isfinite(flat.ssim) && std::isfinite(flat.topShare));
    }
};

BLURIG_TEST(TestAgreement)
#include "test_agreement.moc"
