// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/completeness_bar.h"
#include "ui/widgets/completeness_text.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;

Q_DECLARE_METATYPE(blurig::ui::CompletenessBar::Content)

namespace {

using Content = CompletenessBar::Content;

Completeness figures() {
    Completeness c;
    c.scoreInput = 0.951;
    c.scoreStart = 0.001;
    c.sum = 0.9475;
    c.mapError = 0.031;
    return c;
}

Content converged() {
    return {.method = "Blur IG",
            .startName = "F(blurred)",
            .completeness = figures(),
            .cost = {.gradients = 34, .forwards = 24, .seconds = 1.12},
            .ending = Ending::Converged};
}

} // namespace

class TestCompletenessBar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void texts_data();
    void texts();
    void notANumberIsNeverShown();
    void buttons();
    void copies();
    void dropsTheLeastWhereRoomIsShort();
};

void TestCompletenessBar::texts_data() {
    QTest::addColumn<Content>("content");
    QTest::addColumn<QString>("part"); // of the line
    QTest::addColumn<StateColor>("color");

    QTest::newRow("nothing yet") << Content{} << "" << StateColor::Neutral;
    QTest::newRow("converged") << converged()
                               << "Blur IG  F(input) 0.951  F(blurred) 0.0010  sum 0.948  gap 0.26 %  map error 3.1 %  "
                                  "gradients 34  forwards 24  1.1 s  Converged"
                               << StateColor::Good;
    Content content = converged();
    content.completeness->scoreStart = 0.9505; // difference 5e-4: no relative gap
    content.completeness->sum = 0.0005;
    QTest::newRow("small difference") << content << "gap (absolute) " << StateColor::Good;
    content.completeness->scoreStart = content.completeness->scoreInput;
    content.completeness->sum = 0;
    QTest::newRow("zero difference") << content << "gap (absolute) 0 " << StateColor::Good;
    content.completeness->sum = 0.00002;
    QTest::newRow("zero difference, missed") << content << "gap (absolute) 2.0e-5 " << StateColor::Warning;

    content = converged();
    content.completeness->scoreInput = 1;
    content.completeness->scoreStart = 0;
    content.completeness->sum = 0.989996; // gap 1.0004 %
    content.ending = Ending::BudgetEnded;
    QTest::newRow("missed by a hair") << content << "gap 1.0004 %" << StateColor::Warning;
    content.ending = Ending::Converged;
    QTest::newRow("the number decides, not the word") << content << "Tolerance missed" << StateColor::Warning;
    content = converged();
    content.completeness->mapError = 0.05001;
    QTest::newRow("map missed by a hair") << content << "map error 5.001 %" << StateColor::Warning;
    content.completeness->mapError.reset();
    content.paths = 2;
    QTest::newRow("the mean of two is less exact") << content << "Each path converged" << StateColor::Warning;
    content.paths = 1;
    QTest::newRow("map error unknown") << content << "Tolerance missed" << StateColor::Warning;
    content.tolerances.map.reset();
    QTest::newRow("map not asked for") << content << "Converged" << StateColor::Good;
    content = converged();
    content.ending = Ending::BudgetEnded;
    QTest::newRow("budget") << content << "Budget ended" << StateColor::Warning;
    content.ending = Ending::FixedSchedule;
    QTest::newRow("fixed") << content << "Fixed schedule" << StateColor::Neutral;
    content.completeness->scoreLimit = 0.00098;
    QTest::newRow("mean colour") << content << "F(mean) 9.8e-4" << StateColor::Neutral;
    content = converged();
    content.completeness->exactByConstruction = true;
    QTest::newRow("exact") << content << "gap exact by construction" << StateColor::Neutral;

    content = converged();
    content.running = true;
    content.ending = Ending::Running;
    content.progress = 0.456;
    QTest::newRow("running") << content << "Running 45 %" << StateColor::Neutral;
    content.secondsLeft = 0.6;
    QTest::newRow("running, time left") << content << "Running 45 %, 0.6 s left" << StateColor::Neutral;
    content.progress = 1.0;
    QTest::newRow("not ended is not 100 %") << content << "Running 99 %" << StateColor::Neutral;
    content.completeness.reset();
    QTest::newRow("running, no map yet") << content << "gradients 34" << StateColor::Neutral;
    content = converged();
    content.cancelled = true;
    QTest::newRow("cancelled") << content << "Cancelled" << StateColor::Neutral;
}

void TestCompletenessBar::texts() {
    QFETCH(Content, content);
    QFETCH(QString, part);
    QFETCH(StateColor, color);
    CompletenessBar bar;
    bar.setContent(content);
    QVERIFY2(bar.text().contains(part), qPrintable(bar.text()));
    QCOMPARE(completenessState(content).color, color);
}

void TestCompletenessBar::notANumberIsNeverShown() {
    const double nan = std::nan("");
    Content content = converged();
    content.completeness =
        Completeness{.scoreInput = nan, .scoreStart = nan, .scoreLimit = nan, .sum = nan, .mapError = nan};
    content.cost.seconds = nan;
    content.progress = nan;
    content.secondsLeft = nan;
    for (const bool running : {false, true}) {
        content.running = running;
        QVERIFY2(!completenessLine(content).contains("nan", Qt::CaseInsensitive),
                 qPrintable(completenessLine(content)));
        QVERIFY(completenessState(content).color != StateColor::Good);
    }
}

void TestCompletenessBar::buttons() {
    CompletenessBar bar;
    bar.resize(900, 30);
    bar.show();
    auto* goOn = bar.findChild<QPushButton*>("goOnButton");
    auto* cancel = bar.findChild<QPushButton*>("cancelButton");
    QVERIFY(goOn != nullptr && cancel != nullptr);
    QSignalSpy wentOn(&bar, &CompletenessBar::goOnRequested);
    QSignalSpy cancelled(&bar, &CompletenessBar::cancelRequested);
    Content content = converged();
    bar.setContent(content);
    QVERIFY(!goOn->isVisible() && !cancel->isVisible());
    content.ending = Ending::BudgetEnded;
    bar.setContent(content);
    QVERIFY(goOn->isVisible() && !cancel->isVisible());
    QTest::mouseClick(goOn, Qt::LeftButton);
    QCOMPARE(wentOn.count(), 1);
    content.running = true;
    bar.setContent(content);
    QVERIFY(!goOn->isVisible() && cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
}

void TestCompletenessBar::copies() {
    CompletenessBar bar;
    bar.setContent(converged());
    bar.show();
    QTest::keySequence(&bar, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), bar.text());
}

void TestCompletenessBar::dropsTheLeastWhereRoomIsShort() {
    CompletenessBar bar;
    bar.setContent(converged());
    const QString whole = bar.text();
    for (const int width : {1200, 700, 300}) {
        bar.resize(width, 30);
        QVERIFY(!bar.grab().isNull());
        QCOMPARE(bar.text(), whole); // nothing is lost for copying
    }
    for (const LabelledNumber& number : completenessNumbers(converged()))
        QCOMPARE(number.rank == 0, number.label == "gap"); // the gap always stays
}

BLURIG_TEST(TestCompletenessBar)
#include "test_completeness_bar.moc"
