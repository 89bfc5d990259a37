// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/score_name.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestScoreName : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatTheScoreIs_data() {
        QTest::addColumn<int>("output");
        QTest::addColumn<QString>("classScore");
        const auto row = [](const char* words, OutputKind output) {
            QTest::newRow(words) << static_cast<int>(output) << QString(words);
        };
        row("softmax", OutputKind::Logits);
        row("probability as given", OutputKind::Probabilities);
        row("sigmoid", OutputKind::MultiLabelLogits);
        row("sigmoid as given", OutputKind::Sigmoids);
        QTest::newRow("one logit") << static_cast<int>(OutputKind::OneLogit) << QStringLiteral("sigmoid");
    }

    void saysWhatTheScoreIs() {
        QFETCH(int, output);
        QFETCH(QString, classScore);
        const auto kind = static_cast<OutputKind>(output);
        const auto named = [kind](Score score) { return QString::fromStdString(scoreName(score, kind)); };
        QCOMPARE(named(Score::ClassScore), classScore);
        QCOMPARE(named(Score::Logit), QStringLiteral("logit"));
        QCOMPARE(named(Score::LogProbability), QStringLiteral("log-probability (%1)").arg(classScore));
    }

    void namesTheTargetWithIt() {
        ModelCard card;
        card.classNames = {"sea, ocean", "sand"};
        card.output = OutputKind::MultiLabelLogits;
        QCOMPARE(explainedName({{{0, 1.0}, {1, -1.0}}, {}}, Score::ClassScore, card),
                 std::string("sea - sand, sigmoid"));
    }

    // The words of options and sessions stay what they were.
    void optionsHaveTheirOwnWords() {
        QCOMPARE(parseScore("softmax"), Score::ClassScore);
        QCOMPARE(parseScore("class-score"), Score::ClassScore);
        QCOMPARE(name(Score::ClassScore), std::string_view("softmax"));
    }
};

BLURIG_TEST(TestScoreName)
#include "test_score_name.moc"
