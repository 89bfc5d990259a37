// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/placement.h"
#include "core/explain/recorded.h"
#include "core/record/npy.h"
#include "core/record/png_file.h"
#include "tests/support/explain_case.h"
#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "ui/files/opener.h"
#include "ui/panels/message_bar.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>

using namespace blurig;
using namespace blurig::test;
using namespace blurig::ui;

namespace {

void writeChoice(const Choice& choice, const std::string& file) {
    const Raster pixel{
        .width = 1, .height = 1, .rgba = std::make_shared<const std::vector<std::uint8_t>>(4, std::uint8_t{255})};
    writePng(file, pixel, {{Choice::pngKeyword, toJson(choice)}});
}

// A figure as `blurig attribute` writes it: what was explained, and the choice in the picture.
Explanation writeFigure(const Choice& choice, const std::string& file) {
    const Explanation explanation = explained(choice);
    Choice known = recorded(choice, explanation.subject);
    known.panes.front() = recorded(known.panes.front(), *explanation.state);
    writeChoice(placed(known), file);
    return explanation;
}

} // namespace

class TestReopenedFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMethodReopensAsWhatItIsWithTheSameBits_data() { addMethodRows(); }
    void everyMethodReopensAsWhatItIsWithTheSameBits() {
        QFETCH(QString, method);
        QFETCH(bool, reference);
        Choice choice = m_case.choice(method.toStdString());
        if (reference)
            choice.panes.front().parameters.insert_or_assign("reference_mode", "true");
        choice.crop = {"rectangle", 1, 2, 20, 19};
        const std::string figure = m_case.path("figure.png");
        const Explanation expected = writeFigure(choice, figure);

        CompareFixture fixture;
        fixture.window->opener()->trustModel(QString::fromStdString(choice.model));
        fixture.window->opener()->open(QString::fromStdString(figure));
        const Method& known = methodById(method.toStdString());
        if (known.abilities().scales) {
            QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
            QCOMPARE(fixture.session().choice().page, std::string("explore"));
            const auto& state = fixture.view().explore.state;
            QCOMPARE(state->method, known.id());
            QVERIFY(sameBits(state->attribution, expected.state->attribution));
            QVERIFY(toText(state->execution) == toText(expected.state->execution));
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.panes().panes().front().shown.state, patience);
        QCOMPARE(fixture.session().choice().page, std::string("compare"));
        QCOMPARE(fixture.panes().panes().size(), std::size_t{1});
        const auto& state = fixture.panes().panes().front().shown.state;
        QCOMPARE(state->method, known.id());
        QVERIFY(sameBits(state->attribution, expected.state->attribution));
        QVERIFY(toText(state->execution) == toText(expected.state->execution));
        QVERIFY(fixture.image(0)->title().contains(QString::fromStdString(known.label())));
    }

    // What the window computes in reference mode is what the command line does, though its model is frozen.
    void referenceModeInTheWindowRunsTheFilesOwnGraph() {
        Choice choice = m_case.choice("blur-ig", {{"reference_mode", "true"}, {"steps", "10"}});
        choice.unfrozen = true; // as `blurig attribute --reference-mode` opens it
        const Explanation expected = explained(choice);
        choice.unfrozen = false;
        CompareFixture fixture;
        fixture.window->opener()->trustModel(QString::fromStdString(choice.model));
        fixture.window->opener()->restore(choice);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(fixture.view().subject.model->execution.freezing == Freezing::Frozen);
        QVERIFY(sameBits(fixture.view().explore.state->attribution, expected.state->attribution));
    }

    void whatAPaneShowsIsCopiedAsACommandThatComputesItAgain() {
        Choice choice = m_case.choice("ig");
        const std::string figure = m_case.path("figure.png");
        const Explanation expected = writeFigure(choice, figure);
        CompareFixture fixture;
        fixture.window->opener()->trustModel(QString::fromStdString(choice.model));
        fixture.window->opener()->open(QString::fromStdString(figure));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.panes().panes().front().shown.state, patience);
        fixture.find<QAction>("action_copyCommand")->trigger();
        const QString fromMenu = QGuiApplication::clipboard()->text();
        QGuiApplication::clipboard()->clear();
        Q_EMIT fixture.image(0)->copyCommandRequested();
        QCOMPARE(QGuiApplication::clipboard()->text(), fromMenu);
        QVERIFY2(fromMenu.startsWith("blurig attribute "), qPrintable(fromMenu));

        QProcess shell;
        shell.setWorkingDirectory(fixture.folder.path());
        shell.start("sh", {"-ec", QStringLiteral("PATH=%1:$PATH\n%2").arg(QStringLiteral(BLURIG_PROGRAM), fromMenu)});
        QVERIFY(shell.waitForFinished(patience) && shell.exitCode() == 0);
        const Array again = readNpy(fixture.path("photo_1-ig/attribution.npy").toStdString());
        QVERIFY(sameBits(again, expected.state->attribution));
    }

    void aFigureWithACardThatIsNoneOpensAndSaysSo() {
        const std::string figure = m_case.path("figure.png");
        Choice choice = m_case.choice("blur-ig");
        choice.card = "{\"card_version\":1,\"input\":7}";
        writeChoice(choice, figure);
        CompareFixture fixture;
        fixture.window->opener()->trustModel(QString::fromStdString(choice.model));
        fixture.window->opener()->open(QString::fromStdString(figure));
        QVERIFY2(fixture.window->messages()->text().contains("the model card's \"input\" must be an object"),
                 qPrintable(fixture.window->messages()->text()));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
    }

    void aFigureOfOtherFilesIsTold() {
        const std::string figure = m_case.path("figure.png");
        Choice choice = m_case.choice("blur-ig");
        choice.picture = m_case.writePhoto("changes.png", 3);
        writeFigure(choice, figure);
        m_case.writePhoto("changes.png", 4);
        CompareFixture fixture;
        fixture.window->opener()->trustModel(QString::fromStdString(choice.model));
        fixture.window->opener()->open(QString::fromStdString(figure));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY2(fixture.window->messages()->text().contains("was saved with another picture"),
                 qPrintable(fixture.window->messages()->text()));
    }

    // A path that the user opened once is no reason to run whatever lies there now.
    void aModelThatChangedIsNotRunForAFigure() {
        const std::string figure = m_case.path("figure.png");
        const QString model = QString::fromStdString(m_case.path("changes.pt"));
        Choice choice = m_case.choice("blur-ig");
        QVERIFY(QFile::copy(QString::fromStdString(choice.model), model));
        choice.model = model.toStdString();
        writeFigure(choice, figure);
        CompareFixture fixture;
        fixture.window->opener()->openModel(model);
        fixture.window->opener()->openPicture(QString::fromStdString(choice.picture));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.window->close();
        QFile file(model);
        QVERIFY(file.open(QIODevice::Append));
        file.write("more");
        file.close();

        fixture.makeWindow();
        fixture.window->opener()->open(QString::fromStdString(figure));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->messages()->text().contains("has changed since you opened it"),
                                 patience);
        QVERIFY(!fixture.view().subject.model);
        fixture.find<QAbstractButton>("messageAction")->click(); // the user wants it all the same
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().subject.model != nullptr, patience);
    }

private:
    ExplainCase m_case;
};

BLURIG_TEST(TestReopenedFigures)
#include "test_reopened_figures.moc"
