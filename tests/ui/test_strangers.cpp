// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/session_file.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/completeness_bar.h"
#include "ui/widgets/image_pane.h"

#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace blurig;
using namespace blurig::test;
using namespace blurig::ui;

namespace {

const QString faults = QStringLiteral(BLURIG_TEST_DATA "/faults/");

void open(ExplorerFixture& fixture, const QString& model, const std::string& page = "explore") {
    Choice choice = fixture.session().choice();
    choice.picture = (faults + QStringLiteral("pic.png")).toStdString();
    choice.model = (faults + model).toStdString();
    choice.page = page;
    choice.compare.panes = {{"blur-ig"}, {"gradient"}};
    fixture.session().apply(choice);
}

bool comparisonIsReady(ExplorerFixture& fixture) {
    const auto& panes = fixture.window->findChild<CompareFlow*>()->panes();
    return fixture.flow().settled() && panes.size() == 2 && fixture.window->findChild<CompareFlow*>()->settled() &&
           panes[0].shown.state && panes[1].shown.state;
}

} // namespace

// The window with files of strangers; what the command line says of them: tests/cli/test_strangers.py.
class TestStrangers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAnotherJsonBesideTheModel() {
        ExplorerFixture fixture;
        open(fixture, QStringLiteral("14_json_of_same_stem/mine.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(fixture.window->messages()->isVisible());
        QVERIFY(fixture.window->messages()->text().contains(QLatin1String("mine.json is not used")));
        QCOMPARE(fixture.view().explore.target.classes.front().index, ClassIndex{0});
    }

    // Names are 0, 1, 10, 2: each class that is clicked is the one that is explained, and comes back from a session.
    void choosesClassesWhoseNamesAreNumbers() {
        ExplorerFixture fixture;
        open(fixture, QStringLiteral("17_names_are_numbers/m.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const std::vector<std::string> names = fixture.view().subject.model->card.classNames;
        auto* list = fixture.find<QListView>("classView");
        QCOMPARE(list->model()->rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            const std::string name = index.data(Qt::ToolTipRole).toString().toStdString();
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
            QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
            QVERIFY2(!fixture.window->messages()->isVisible(), qPrintable(fixture.window->messages()->text()));
            const ClassIndex chosen = fixture.flow().askedTarget().classes.front().index;
            QVERIFY2(name.find(names[static_cast<std::size_t>(chosen)] + " (") != std::string::npos, name.c_str());

            const QString file = fixture.path(QStringLiteral("saved%1.blurig").arg(row));
            fixture.dialogs->answers[FileQuestion::SaveSession] = file;
            QSignalSpy written(fixture.window->exporter(), &Exporter::written);
            fixture.window->exporter()->askAndSaveSession();
            QVERIFY(written.wait(patience));
            fixture.window->messages()->hide();
            const Choice saved = readSession(file.toStdString()).choice;
            const Target target = parseTarget(saved.target, fixture.view().subject.model->card, 4,
                                              fixture.view().subject.input->classScores.host());
            QCOMPARE(target.classes.front().index, chosen);
        }
    }

    // The same model under another name of its folder is the one that the user knows.
    void opensASessionThroughALink() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.dialogs->answers[FileQuestion::SaveSession] = fixture.path(QStringLiteral("saved.blurig"));
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->askAndSaveSession();
        QVERIFY(written.wait(patience));

        const QTemporaryDir elsewhere;
        const QString link = elsewhere.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(fixture.folder.path(), link));
        fixture.makeWindow();
        fixture.window->opener()->open(link + QStringLiteral("/saved.blurig"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() || fixture.window->messages()->isVisible(), patience);
        QVERIFY2(!fixture.window->messages()->isVisible(), qPrintable(fixture.window->messages()->text()));
        QCOMPARE(fixture.view().subject.picture.name(), (link + QStringLiteral("/photo.png")).toStdString());
    }

    void namesTheScoreByWhatItIs() {
        ExplorerFixture fixture;
        open(fixture, QStringLiteral("32_multi_label_words/m.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        for (const char* pane : {"paneAccumulated", "paneGradient"}) {
            const QString caption = fixture.find<ImagePane>(pane)->caption();
            QVERIFY2(caption.contains(QLatin1String("sigmoid")), qPrintable(caption));
            QVERIFY2(!caption.contains(QLatin1String("softmax")), qPrintable(caption));
        }
        QCOMPARE(fixture.find<QComboBox>("scoreCombo")->itemText(0), QStringLiteral("Class score (sigmoid)"));
    }

    void aSaturatedScoreIsNotPainted() {
        ExplorerFixture fixture;
        open(fixture, QStringLiteral("12_saturated/m.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        for (const char* name : {"paneAccumulated", "paneGradient"}) {
            const auto* pane = fixture.find<ImagePane>(name);
            QVERIFY(!pane->hasPicture());
            QVERIFY2(pane->message().contains(QLatin1String("saturated")), qPrintable(pane->message()));
        }
        QVERIFY(fixture.find<ImagePane>("paneBlurred")->hasPicture());
        const QString line = fixture.find<CompletenessBar>("completenessBar")->text();
        QVERIFY2(line.contains(QLatin1String("No evidence")) && !line.contains(QLatin1String("Converged")),
                 qPrintable(line));

        auto* offer = fixture.find<QPushButton>("paneAccumulatedOffer");
        QVERIFY(offer->isVisible());
        QCOMPARE(offer->text(), QStringLiteral("Explain the logit"));
        QTest::mouseClick(offer, Qt::LeftButton);
        QCOMPARE(fixture.session().choice().score, std::string("logit"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().explore.score == Score::Logit, patience);
        QVERIFY(fixture.find<ImagePane>("paneAccumulated")->hasPicture());
        QVERIFY(!offer->isVisible());
    }

    void aSaturatedComparisonIsNotPainted() {
        ExplorerFixture fixture;
        open(fixture, QStringLiteral("12_saturated/m.pt"), "compare");
        QTRY_VERIFY_WITH_TIMEOUT(comparisonIsReady(fixture), patience);
        for (const char* name : {"compareImage0", "compareImage1"}) {
            const auto* pane = fixture.find<ImagePane>(name);
            QVERIFY(!pane->hasPicture());
            QVERIFY2(pane->message().contains(QLatin1String("No evidence")), qPrintable(pane->message()));
            // A figure says it in the caption's place.
            QVERIFY(pane->figureParts(1.0).picture.isNull());
            QCOMPARE(pane->figureParts(1.0).caption, pane->message());
        }
        QTest::mouseClick(fixture.find<QPushButton>("compareImage0Offer"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(comparisonIsReady(fixture) && fixture.find<ImagePane>("compareImage0")->hasPicture() &&
                                     fixture.find<ImagePane>("compareImage1")->hasPicture(),
                                 patience);
    }
};

BLURIG_TEST(TestStrangers)
#include "test_strangers.moc"
