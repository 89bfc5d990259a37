// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/bulk.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/panels/score_curves.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

QColor colorOf(const std::vector<ScoreCurve>& curves, const QString& name) {
    const auto found = std::ranges::find(curves, name, &ScoreCurve::name);
    return found == curves.end() ? QColor() : found->color;
}

} // namespace

class TestScoreCurves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theExplainedScoreOfSeveralClassesIsDrawn() {
        ExplorerFixture fixture;
        fixture.session().edit([](Choice& choice) { choice.target = "-blue,edges"; });
        fixture.open();
        fixture.session().setTarget("-blue,edges");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.target.classes.size() == 2, patience);
        ClassColors colors;
        const auto path = fixture.view().path();
        const std::vector<ScoreCurve> curves =
            scoreCurves(*path, fixture.view().explore.target, fixture.view().subject.model->card, colors);
        QCOMPARE(curves.size(), std::size_t{5}); // the score and all four classes
        QVERIFY(curves.front().isTarget);
        QCOMPARE(std::ranges::count(curves, true, &ScoreCurve::isTarget), 1);
        QCOMPARE(curves[1].name, QStringLiteral("edges")); // before the one that is subtracted
        QCOMPARE(curves[2].name, QStringLiteral("blue"));
        QCOMPARE(curves.front().scores.size(), curves[1].scores.size());
        for (std::size_t i = 0; i < curves.front().scores.size(); ++i)
            QVERIFY(std::abs(curves.front().scores[i] - (curves[1].scores[i] - curves[2].scores[i])) < 1e-12);
    }

    void aClassKeepsItsColor() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        ClassColors colors;
        const ModelCard& card = fixture.view().subject.model->card;
        const auto curves = [&](ClassIndex target) {
            return scoreCurves(*fixture.view().path(), {{{target, 1.0}}}, card, colors);
        };
        const std::vector<ScoreCurve> first = curves(0);
        const std::vector<ScoreCurve> second = curves(2);
        for (const ScoreCurve& curve : first)
            QCOMPARE(colorOf(second, curve.name), curve.color);
        QVERIFY(second.front().isTarget);
        QCOMPARE(second.front().name, QStringLiteral("edges"));
        for (std::size_t i = 1; i < first.size(); ++i)
            QVERIFY(first[i].color != first[0].color);
    }

    void theBulkIsSaidAndGoneTo() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto* sentence = fixture.find<QLabel>("bulkSentence");
        QVERIFY2(sentence->text().startsWith(QStringLiteral("Coming from blur, 80 % of the change of the score for ")),
                 qPrintable(sentence->text()));
        fixture.find<QToolButton>("goThere")->click();
        const auto bulk = bulkInterval(*fixture.view().path());
        QVERIFY(fixture.session().choice().sigma > bulk->from && fixture.session().choice().sigma < bulk->to);
    }
};

BLURIG_TEST(TestScoreCurves)
#include "test_score_curves.moc"
