// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/localisation.h"
#include "core/evaluate/localisation_metric.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;

namespace {

constexpr int side = 12;

Mask middle() {
    return boxMask({.left = 3, .top = 4, .right = 9, .bottom = 8}, side, side);
}

std::vector<float> asValues(const Mask& mask, bool inverted = false) {
    std::vector<float> values;
    for (const std::uint8_t inside : mask.inside)
        values.push_back((inside != 0) != inverted ? 1 : 0);
    return values;
}

} // namespace

class TestLocalisation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMaskItselfIsPerfect() {
        const Mask mask = middle();
        const auto found = localisation(asValues(mask), mask);
        QVERIFY(found);
        QCOMPARE(found->area, 24.0 / (side * side));
        QCOMPARE(found->rocAuc, 1.0);
        QCOMPARE(found->f1, 1.0);
        QCOMPARE(found->mae, 0.0);
        QCOMPARE(found->bestF1, 1.0);
        QCOMPARE(found->minMaxMae, 0.0);
        QCOMPARE(found->pointing, 1.0);
    }

    void itsComplementIsAsWrongAsCanBe() {
        const Mask mask = middle();
        const auto found = localisation(asValues(mask, true), mask);
        QCOMPARE(found->rocAuc, 0.0);
        QCOMPARE(found->f1, 0.0);
        QCOMPARE(found->mae, 2 * found->area);
        QCOMPARE(found->minMaxMae, 1.0);
        QCOMPARE(found->pointing, 0.0);
        QCOMPARE(found->bestF1, 2 * found->area / (1 + found->area)); // everything is called inside
    }

    void aConstantMapKnowsNothing() {
        const Mask mask = middle();
        const auto found = localisation(std::vector<float>(side * side, 3), mask);
        QCOMPARE(found->rocAuc, 0.5);
        QCOMPARE(found->pointing, found->area);
        QCOMPARE(found->minMaxMae, 0.5);
    }

    // As for the paper's rows: MAE / (2 (1 - F1)) is the annotated share.
    void f1AndMaeAreOfOneBinaryMap() {
        const Mask mask = middle();
        std::vector<float> values;
        for (int i = 0; i < side * side; ++i)
            values.push_back(static_cast<float>(std::sin(i * 12.9898) * 0.5));
        const auto found = localisation(values, mask);
        QVERIFY(std::abs(found->mae / (2 * (1 - found->f1)) - found->area) < 1e-12);
        QVERIFY(std::abs(found->rocAuc - 0.5) < 0.2);
        double pairs = 0; // the area under the curve, by its definition
        for (std::size_t i = 0; i < values.size(); ++i)
            for (std::size_t k = 0; k < values.size(); ++k)
                if (mask.inside[i] != 0 && mask.inside[k] == 0)
                    pairs += values[i] > values[k] ? 1 : values[i] == values[k] ? 0.5 : 0;
        QVERIFY(std::abs(found->rocAuc - pairs / (24.0 * (side * side - 24))) < 1e-12);
    }

    void nothingOrEverythingAnnotatedHasNoFigure() {
        QVERIFY(!localisation(std::vector<float>(side * side), boxMask({}, side, side)));
        QVERIFY(!localisation(std::vector<float>(side * side), boxMask({.right = side, .bottom = side}, side, side)));
    }

    void boxesCountWhereCentresLie() {
        QCOMPARE(insideOf(boxMask({.left = 0.4, .top = 0, .right = 1.4, .bottom = 1}, 4, 4)), std::size_t{1});
        QCOMPARE(insideOf(boxMask({.left = 0.6, .top = 0, .right = 1.4, .bottom = 1}, 4, 4)), std::size_t{0});
        QCOMPARE(insideOf(boxMask({.left = -5, .top = -5, .right = 50, .bottom = 50}, 4, 4)), std::size_t{16});
        std::vector<std::string> notes;
        const std::vector<AnnotatedObject> objects{{.name = "cut", .box = {-2, 0, 2, 2}},
                                                   {.name = "outside", .box = {9, 9, 12, 12}},
                                                   {.name = "empty", .box = {3, 3, 3, 3}}};
        QCOMPARE(insideOf(maskOf(objects, 4, 4, notes)), std::size_t{4});
        QCOMPARE(notes.size(), std::size_t{3});
    }

    void masksAndMapsGoToTheOtherPixels() {
        // The model sees the photo's right half, twice reduced.
        const InputGeometry geometry{
            .modelWidth = 4, .modelHeight = 4, .source = {.x = 8, .y = 0, .width = 8, .height = 8}};
        const Mask photo = boxMask({.left = 8, .top = 0, .right = 12, .bottom = 4}, 16, 8);
        const Mask model = inModelPixels(photo, geometry);
        QCOMPARE(insideOf(model), std::size_t{4});
        QCOMPARE(model.inside.front(), std::uint8_t{1});
        std::vector<float> values(16);
        for (std::size_t i = 0; i < 16; ++i)
            values[i] = static_cast<float>(i) + 1;
        const auto back = inPhotoPixels(Array::fromHost(pictureLayout(1, 4, 4), values), geometry, 16, 8);
        QCOMPARE(back[0], 1.0F); // unseen: the least value
        QCOMPARE(back[8], 1.0F);
        QCOMPARE(back[10], 2.0F);
        QCOMPARE(back[15 + 7 * 16], 16.0F);
    }
};

BLURIG_TEST(TestLocalisation)
#include "test_localisation.moc"
