// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/evaluate/evaluate_choice.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/evaluate/figures_table.h"
#include "ui/panels/marks.h"
#include "ui/panels/spread_chart.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

class EvaluateFixture : public ExplorerFixture {
public:
    EvaluateFixture() {
        QDir().mkpath(path(QStringLiteral("photos")));
        for (const QString& name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
            QFile::copy(photo(), path(QStringLiteral("photos/%1.png").arg(name)));
            QFile xml(path(QStringLiteral("photos/%1.xml").arg(name)));
            if (!xml.open(QIODevice::WriteOnly))
                qFatal("cannot write");
            xml.write("<annotation><object><name>red</name><bndbox><xmin>11</xmin><ymin>9</ymin><xmax>50</xmax>"
                      "<ymax>48</ymax></bndbox></object></annotation>");
        }
    }
    void look(const char* methods = "gradient,gradient-x-input") {
        window->resize(1440, 900);
        open();
        find<QAction>("action_evaluatePage")->trigger();
        dialogs->answers[FileQuestion::OpenFolder] = path(QStringLiteral("photos"));
        dialogs->answers[FileQuestion::ResultsInto] = path(QStringLiteral("results"));
        find<QToolButton>("evaluateFolderChoose")->click();
        find<QToolButton>("evaluateOutChoose")->click();
        auto* field = find<QLineEdit>("evaluateMethods");
        field->setText(QLatin1String(methods));
        Q_EMIT field->editingFinished();
    }
    EvaluatePage& page() { return *find<EvaluatePage>("evaluatePage"); }
    bool whole() { return page().settled() && page().known() && page().known()->progress.done == 3; }
};

} // namespace

class TestEvaluatePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTablesFillAndTheReportIsWritten() {
        EvaluateFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QPushButton>("evaluateRun")->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.whole(), patience);
        QCOMPARE(fixture.find<QTableView>("evaluateRows")->model()->rowCount(), 6);
        auto* figures = fixture.find<FiguresTable>("evaluateFigures");
        QCOMPARE(figures->rowCount(), 2);
        QVERIFY(figures->item(0, 0)->text().contains(QLatin1Char('[')));
        QVERIFY(figures->horizontalHeaderItem(0)->toolTip().contains(QLatin1String("annotated pixel")));
        QVERIFY(fixture.find<SpreadChart>("spreadChart")->table().contains(QLatin1String("ROC AUC")));
        QVERIFY(fixture.find<QLabel>("evaluateHeadline")->text().contains(QLatin1String("3")));
        for (const char* file : {"rows.csv", "table.csv", "summary.json", "report.html", "table.tex"})
            QVERIFY2(QFileInfo::exists(fixture.path(QStringLiteral("results/") + QLatin1String(file))), file);
        QVERIFY(fixture.find<QPushButton>("evaluateResults")->isEnabled());
    }

    void aFigureIsSpreadAsHistogramsInTheSameBins() {
        SpreadChart chart;
        chart.setContent(QStringLiteral("AUC"), {{.name = QStringLiteral("one"), .values = {0.9, 0.1, 0.5, 0.2}},
                                                 {.name = QStringLiteral("two"), .values = {0.5, 0.6, 0.6, 0.7}},
                                                 {.name = QStringLiteral("none"), .values = {}}});
        QVERIFY(chart.table().contains(QLatin1String("lower quartile")));
        chart.findChild<QToolButton*>(QStringLiteral("spreadHistograms"))->click();
        const QStringList rows = chart.table().split(QLatin1Char('\n'));
        QCOMPARE(rows.front(), QStringLiteral("AUC from\tto\tone\ttwo\tnone"));
        QList<int> sums{0, 0, 0};
        for (const QString& row : rows.mid(1))
            for (int i = 0; i < 3; ++i)
                sums[i] += row.split(QLatin1Char('\t'))[i + 2].toInt();
        QCOMPARE(sums, (QList<int>{4, 4, 0}));
        chart.findChild<QAction*>(QStringLiteral("copyTable"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), chart.table());
    }

    void aRowOpensOnTheComparePageWithItsBoxes() {
        EvaluateFixture fixture;
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QPushButton>("evaluateRun")->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.whole(), patience);
        auto* table = fixture.find<QTableView>("evaluateRows");
        Q_EMIT table->activated(table->model()->index(2, 0));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session().choice().page, std::string("compare"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            QString::fromStdString(fixture.session().choice().picture).endsWith(QLatin1String("b.png")), patience);
        QCOMPARE(fixture.session().choice().compare.panes.size(), std::size_t{2});
        const auto boxes = marksOf(fixture.session().choice()).boxes;
        QCOMPARE(boxes.size(), std::size_t{1});
        QCOMPARE(boxes.front(), (Box{10, 8, 50, 48}));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->findChild<CompareFlow*>()->settled(), patience);
    }

    void mistakesAreSaidBeforeAnythingRuns() {
        EvaluateFixture fixture;
        fixture.look("blurig");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QPushButton>("evaluateRun")->click();
        QVERIFY(fixture.page().settled());
        QVERIFY(fixture.find<QLabel>("evaluateHeadline")->text().contains(QLatin1String("blurig")));
    }

    void aBrokenPhotoIsTold() {
        EvaluateFixture fixture;
        QFile broken(fixture.path(QStringLiteral("photos/broken.png")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("\x89PNG\r\n\x1a\n");
        broken.close();
        fixture.look();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QPushButton>("evaluateRun")->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.page().settled() && fixture.page().known() && fixture.page().known()->progress.done == 4, patience);
        QVERIFY(fixture.find<QLabel>("evaluateProblems")->text().contains(QLatin1String("broken.png")));
        QCOMPARE(fixture.find<QTableView>("evaluateRows")->model()->rowCount(), 6);
    }

    void thePartOfTheChoiceIsKept() {
        const EvaluateChoice part{.folder = "/photos",
                                  .annotations = "/boxes.json",
                                  .methods = "blur-ig",
                                  .metrics = "diffid",
                                  .out = "/results",
                                  .most = 12};
        Choice choice;
        setEvaluateChoice(choice, part);
        QCOMPARE(evaluateChoiceOf(readChoice(toJson(choice), "test").choice), part);
        setEvaluateChoice(choice, {});
        QVERIFY(choice.pages.empty());
    }
};

BLURIG_TEST(TestEvaluatePage)
#include "test_evaluate_page.moc"
