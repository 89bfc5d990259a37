// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

// Where a relative number would divide by nothing: results stay finite, and the gap is absolute.
namespace {

std::shared_ptr<const Path> blurOf(const Array& z) {
    return std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(z), 8);
}

std::shared_ptr<const Model> logits(const std::string& first, const std::string& second, const Array& like) {
    const std::string source = "def forward(self, x):\n    return torch.stack([" + first + ", " + second + "], 1)\n";
    return scriptModel(source, plainCard(static_cast<int>(like.channels()), static_cast<int>(like.height()),
                                         static_cast<int>(like.width())));
}

} // namespace

class TestExtremes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void flatPictureHasAZeroMap() {
        const Array flat = constantPicture(3, 8, 8, 0.4F);
        const auto state = run({.path = blurOf(flat), .model = scalarModel("(w * x * x).flatten(1).sum(1)", flat)});
        QVERIFY(finite(*state));
        QVERIFY(state->completeness.gap() < 1e-5);
        QCOMPARE(state->ending, Ending::Converged);
        QVERIFY(!state->completeness.relativeGap());
        for (const double value : values(state->attribution))
            QVERIFY(std::abs(value) < 1e-5);
    }

    void inputThatIsItsBaseline() {
        const Array z = roughPicture(3, 8, 8);
        const auto state =
            run({.path = std::make_shared<StraightPath>(z, z), .model = scalarModel("(w * x).flatten(1).sum(1)", z)});
        QVERIFY(finite(*state));
        QCOMPARE(state->ending, Ending::Converged);
        QCOMPARE(state->completeness.sum, 0.0);
        QCOMPARE(*state->completeness.mapError, 0.0);
    }

    void modelWithoutAnySlope() {
        const Array z = roughPicture(3, 8, 8);
        const auto state = run({.path = blurOf(z), .model = scalarModel("(x * 0).flatten(1).sum(1) + 3", z)});
        QVERIFY(finite(*state));
        QCOMPARE(state->ending, Ending::Converged);
    }

    void saturatedSoftmax() {
        const Array z = roughPicture(3, 8, 8);
        const auto model = logits("200 + x.flatten(1).sum(1)", "x.flatten(1).sum(1) * 0", z);
        const auto state = run({.path = blurOf(z), .model = model, .score = Score::ClassScore});
        QVERIFY(finite(*state));
        QCOMPARE(state->completeness.scoreInput, 1.0);
        QCOMPARE(state->ending, Ending::Converged);
    }

    // F jumps between nodes where all gradients are 0: halving finds the slope, 1e-6 of the path wide.
    void saturatedOnBothSidesOfAJump() {
        const Array z = constantPicture(1, 4, 4, 1.0F);
        const auto path = std::make_shared<StraightPath>(z, constantPicture(1, 4, 4, 0.0F));
        const auto model = logits("(x[:, 0, 0, 0] - 0.317) * 1e7", "x[:, 0, 0, 0] * 0", z);
        const auto coarse =
            run({.path = path, .model = model, .integration = {.maxGradients = 20}, .score = Score::ClassScore});
        QVERIFY(finite(*coarse));
        QCOMPARE(coarse->ending, Ending::BudgetEnded);
        QVERIFY(*coarse->completeness.relativeGap() > 0.9);
        QVERIFY(*coarse->completeness.mapError > 0.9);
        const auto fine =
            run({.path = path, .model = model, .integration = {.maxGradients = 400}, .score = Score::ClassScore});
        QCOMPARE(fine->ending, Ending::Converged);
        QVERIFY(std::abs(values(fine->attribution)[0] - 1) < 0.01);
    }

    void hugeLogits_data() {
        QTest::addColumn<int>("score");
        QTest::newRow("softmax") << static_cast<int>(Score::ClassScore);
        QTest::newRow("logit") << static_cast<int>(Score::Logit);
        QTest::newRow("log-probability") << static_cast<int>(Score::LogProbability);
    }

    void hugeLogits() {
        QFETCH(int, score);
        const Array z = roughPicture(3, 8, 8);
        const auto model = logits("1e4 * x[:, 0].flatten(1).mean(1) + 1e4 * x[:, 0, 0, 0]", "1e4 * x[:, 1, 3, 3]", z);
        const auto state = run({.path = blurOf(z), .model = model, .score = static_cast<Score>(score)});
        QVERIFY(finite(*state));
        QVERIFY(state->completeness.relativeGap() || std::abs(state->completeness.difference()) < 1e-3);
    }

    void probabilityOfABillionth() {
        const Array z = roughPicture(3, 8, 8);
        const auto model = logits("x[:, 0, 2, 2] - 20.7", "x[:, 1, 3, 3]", z);
        const auto state = run({.path = blurOf(z), .model = model, .score = Score::ClassScore});
        QVERIFY(finite(*state));
        QVERIFY(state->completeness.scoreInput < 3e-9 && state->completeness.scoreInput > 0);
        QVERIFY(!state->completeness.relativeGap());
        QCOMPARE(state->ending, Ending::Converged);
        QVERIFY(*state->completeness.mapError <= 0.05);
        double largest = 0;
        for (const double value : values(state->attribution))
            largest = std::max(largest, std::abs(value));
        QVERIFY(largest > 1e-11);
    }

    void gapIsAbsoluteWhereTheDifferenceIsSmall() {
        Completeness c{.scoreInput = 0.5, .scoreStart = 0.4995, .scoreLimit = {}, .sum = 0.0006, .mapError = 0.01};
        QVERIFY(!c.relativeGap());
        QVERIFY(!gapHolds(c, {}));
        c.sum = 0.000505;
        QVERIFY(gapHolds(c, {}));
        c.scoreStart = 0.1;
        c.sum = 0.398;
        QCOMPARE(*c.relativeGap(), std::abs(0.398 - 0.4) / 0.4);
        QVERIFY(gapHolds(c, {}));
        QVERIFY(mapHolds(c, {}));
        c.mapError = {};
        QVERIFY(!mapHolds(c, {}));
        QVERIFY(mapHolds(c, {.gap = 0.01, .map = {}}));
    }
};

BLURIG_TEST(TestExtremes)
#include "test_extremes.moc"
