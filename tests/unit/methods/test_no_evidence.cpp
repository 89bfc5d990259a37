// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/no_evidence.h"
#include "tests/support/path_cases.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"
#include "tests/unit/methods/method_cases.h"

#include <QTest>

#include <optional>

using namespace blurig;
using namespace blurig::test;

namespace {

const Array z = roughPicture(3, 16, 16);

// Two classes by the squares of two channels, so that blurring changes them; pooled, so that Grad-CAM has a layer.
std::shared_ptr<const Model> classes(const char* logits, OutputKind output = OutputKind::Logits) {
    static constexpr const char* head = R"(
def forward(self, x):
    y = torch.avg_pool2d(x, 2)
    a = y[:, 0].pow(2).mean([1, 2])
    b = y[:, 1].pow(2).mean([1, 2])
    return )";
    return scriptModel(head + std::string(logits) + "\n", plainCard(3, 16, 16, output));
}

Item item(Score score) {
    return {.input = z, .target = {{{0, 1.0}}}, .score = score};
}

} // namespace

class TestNoEvidence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSaturatedScoreIsTold_data() {
        QTest::addColumn<std::string>("id");
        for (const Method* method : methods())
            QTest::newRow(method->id().c_str()) << method->id();
    }

    void aSaturatedScoreIsTold() {
        QFETCH(std::string, id);
        const auto model = classes("torch.stack([90.0 + a, -90.0 + b], 1)"); // softmax 1 - 1e-78
        const auto saturated = explain(id, *model, item(Score::ClassScore));
        QVERIFY(saturated->noEvidence.has_value());
        QVERIFY(!wordsOf(*saturated->noEvidence).empty());
        QVERIFY(!explain(id, *model, item(Score::Logit))->noEvidence);
    }

    // All places, not only the ends: the words say how many.
    void aFlatScoreIsCounted() {
        const auto model = classes("torch.stack([90.0 + a, -90.0 + b], 1)");
        const auto state = explain("blur-ig", *model, item(Score::ClassScore));
        QCOMPARE(state->noEvidence->reason, NoEvidence::Reason::FlatScore);
        QCOMPARE(state->noEvidence->places, state->paths.front()->nodes.size());
        QVERIFY(wordsOf(*state->noEvidence).find("the score is 1 at all ") == 0);
    }

    // F = a^2 - b is 0 at black and at white, and below between: the sum is zero, the map is not.
    void equalEndsAreEvidence() {
        const auto model = classes("torch.stack([a * a - b, a], 1)");
        Item white = item(Score::Logit);
        white.input = constantPicture(3, 16, 16, 1.0F);
        const auto state = explain("ig", *model, white);
        QVERIFY(std::abs(state->completeness->difference()) < 1e-6);
        QVERIFY(std::abs(state->completeness->sum) < 1e-3);
        QVERIFY(!state->noEvidence);
    }

    void aSmallProbabilityIsEvidence() {
        const auto model = classes("torch.stack([a - 30.0, b], 1)"); // softmax about 1e-13
        const auto state = explain("blur-ig", *model, item(Score::ClassScore));
        QVERIFY(state->completeness->scoreInput < 1e-12);
        QVERIFY(!state->noEvidence);
    }

    void aZeroMapIsTold() {
        const auto model = classes("torch.stack([-a - 1.0, a], 1)");
        const auto state = explain("grad-cam", *model, item(Score::Logit)); // nothing speaks for class 0
        QVERIFY(state->noEvidence.has_value());
        QCOMPARE(state->noEvidence->reason, NoEvidence::Reason::NothingFor);
        QVERIFY(wordsOf(*state->noEvidence).find("\"signed\"") != std::string::npos);
        QVERIFY(!explain("grad-cam", *model, item(Score::Logit), {{"signed", "true"}})->noEvidence);
    }

    // A published state knows it; nothing is found of one that has no map yet.
    void isFoundWhereAStateIsPublished() {
        const auto model = classes("torch.stack([90.0 + a, -90.0 + b], 1)");
        CollectingSink sink;
        explain("blur-ig", *model, item(Score::ClassScore), {}, sink);
        for (const auto& state : sink.states)
            QCOMPARE(state->noEvidence.has_value(), !state->attribution.empty());
        QVERIFY(!noEvidence(MethodState()));
    }

    void offersAScoreThatDoesNotSaturate_data() {
        QTest::addColumn<int>("output");
        QTest::addColumn<int>("score");
        QTest::addColumn<int>("target");
        QTest::addColumn<int>("offered"); // -1: none
        const auto row = [](const char* title, OutputKind output, Score score, int target, std::optional<Score> other) {
            QTest::newRow(title) << static_cast<int>(output) << static_cast<int>(score) << target
                                 << (other ? static_cast<int>(*other) : -1);
        };
        row("softmax", OutputKind::Logits, Score::ClassScore, 0, Score::Logit);
        row("log-softmax", OutputKind::Logits, Score::LogProbability, 0, Score::Logit);
        row("logit", OutputKind::Logits, Score::Logit, 0, std::nullopt);
        row("sigmoid", OutputKind::MultiLabelLogits, Score::ClassScore, 0, Score::Logit);
        row("probability as given", OutputKind::Probabilities, Score::ClassScore, 0, Score::LogProbability);
        row("its logarithm", OutputKind::Probabilities, Score::LogProbability, 0, std::nullopt);
        row("sigmoid as given", OutputKind::Sigmoids, Score::ClassScore, 0, Score::LogProbability);
        row("one logit, class 1", OutputKind::OneLogit, Score::ClassScore, 1, Score::Logit);
        row("one logit, class 0 has none", OutputKind::OneLogit, Score::ClassScore, 0, Score::LogProbability);
    }

    void offersAScoreThatDoesNotSaturate() {
        QFETCH(int, output);
        QFETCH(int, score);
        QFETCH(int, target);
        QFETCH(int, offered);
        const auto other =
            scoreToTry(static_cast<Score>(score), {{{target, 1.0}}, {}}, static_cast<OutputKind>(output));
        QCOMPARE(other ? static_cast<int>(*other) : -1, offered);
    }
};

BLURIG_TEST(TestNoEvidence)
#include "test_no_evidence.moc"
