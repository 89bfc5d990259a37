// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"
#include "tests/unit/methods/method_cases.h"

#include <QTest>

using namespace blurig;
using namespace blurig::test;

class TestGradientXInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheLinearModelsOwnTerms() {
        const Array z = roughPicture(3, 6, 8);
        const auto model = scalarModel("(w * x).flatten(1).sum(1)", z);
        const auto state = explain("gradient-x-input", *model, logitItem(z));
        std::vector<double> expected = values(z);
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] *= weights(z)[i];
        QVERIFY(deviation(state->attribution, expected) < 1e-6);
        QCOMPARE(state->cost.gradients, 1);
        QVERIFY(state->attribution.layout() == pictureLayout(3, 6, 8));
    }

    // Counted from black, so that the same pixels get the same map whatever their value range is called.
    void blackGetsNothingInAnyRange() {
        ArrayLayout layout = pictureLayout(1, 2, 2);
        layout.range = {.low = -1, .high = 3, .unit = ""};
        const Array z = Array::fromHost(layout, {-1, 0, 1, 3});
        const auto model = scalarModel("(2 * x).flatten(1).sum(1)", z);
        const auto state = explain("gradient-x-input", *model, logitItem(z));
        QCOMPARE(values(state->attribution), std::vector<double>({0, 2, 4, 8}));
        QVERIFY(hasNote(*state, "black being -1"));
    }
};

BLURIG_TEST(TestGradientXInput)
#include "test_gradient_x_input.moc"
