// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/reference_blur.h"
#include "tests/support/test_class.h"
#include "tests/unit/scale/reference_blur_expected.h"

#include <QTest>

#include <algorithm>
#include <span>

using namespace blurig;

namespace {

Array formulaPicture() {
    std::vector<float> values(126);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>((37 * i * i + 11 * i) % 64) / 64;
    return Array::fromHost(pictureLayout(2, 9, 7), std::move(values));
}

} // namespace

class TestReferenceBlur : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsScipyBitForBit_data() {
        QTest::addColumn<double>("sigma");
        QTest::addColumn<const float*>("expected");
        QTest::newRow("1.3") << 1.3 << expected::sigma1_3.data();
        QTest::newRow("4, wider than the picture") << 4.0 << expected::sigma4.data();
    }

    void equalsScipyBitForBit() {
        QFETCH(double, sigma);
        QFETCH(const float*, expected);
        const Array blurred = referenceBlur(formulaPicture(), sigma);
        const std::span<const float> values = blurred.host();
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY2(values[i] == expected[i], qPrintable(QString("element %1").arg(i)));
    }

    void zeroIsTheInput() {
        const Array picture = formulaPicture();
        QCOMPARE(referenceBlur(picture, 0).host().data(), picture.host().data());
    }

    // int(4 sigma + 0.5) = 0: one weight, exactly 1.
    void belowAnEighthOfAPixelNothingChanges() {
        const Array picture = formulaPicture();
        const Array blurred = referenceBlur(picture, 0.12);
        QVERIFY(std::ranges::equal(blurred.host(), picture.host()));
    }

    void theBorderIsBlack() {
        const Array white = Array::fromHost(pictureLayout(1, 8, 8), std::vector<float>(64, 1.0F));
        QVERIFY(referenceBlur(white, 2).host()[0] < 0.5F);
    }

    void keepsTheLayout() {
        ArrayLayout layout = pictureLayout(1, 9, 7, 2);
        layout.range = {-1, 1, "dB"};
        const Array picture = formulaPicture();
        const std::span<const float> values = picture.host();
        const Array batch = Array::fromHost(layout, {values.begin(), values.end()});
        const Array blurred = referenceBlur(batch, 1.3);
        QVERIFY(blurred.layout() == layout);
        QVERIFY(std::ranges::equal(blurred.host(), referenceBlur(picture, 1.3).host()));
    }
};

BLURIG_TEST(TestReferenceBlur)
#include "test_reference_blur.moc"
