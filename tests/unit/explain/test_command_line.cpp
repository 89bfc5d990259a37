// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/command_line.h"
#include "core/explain/recorded.h"
#include "core/record/npy.h"
#include "tests/support/explain_case.h"
#include "tests/support/test_class.h"

#include <nlohmann/json.hpp>
#include <QProcess>
#include <QTest>

using namespace blurig;
using namespace blurig::test;

class TestCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsAreQuotedForAShell_data() {
        QTest::addColumn<QString>("word");
        for (const char* word : {"plain-word_1.png", "two words", "it's", "$HOME", "a\\b", "\"quoted\"", "", "*", "~",
                                 "caf\xc3\xa9", "line\nbreak", "`id`", "!"})
            QTest::newRow(word) << QString::fromUtf8(word);
    }
    void wordsAreQuotedForAShell() {
        QFETCH(QString, word);
        const std::string command = "printf %s " + shellQuoted(word.toStdString());
        QCOMPARE(QString::fromUtf8(output(command)), word);
    }

    void onlyWhatDiffersFromTheDefaultIsSaid() {
        Choice choice;
        choice.picture = "photo.png";
        choice.model = "my model.pt";
        QCOMPARE(
            commandLine(choice, choice.panes.front(), "out"),
            std::string("blurig attribute photo.png --model 'my model.pt' --method blur-ig --look region --out out"));
        choice.unfrozen = true;
        choice.target = "-3";
        choice.score = "logit";
        choice.crop = {"rectangle", 1, 2.5, 30, 40};
        choice.colours = "srgb";
        PaneChoice pane{.method = "ig", .parameters = {{"baseline", "own"}, {"idgi", "true"}, {"steps", "20"}}};
        pane.baselinePicture = "b.png";
        pane.display.clipPercentile = 97.5;
        QCOMPARE(commandLine(choice, pane, "out"),
                 std::string("blurig attribute photo.png --model 'my model.pt' --unfrozen --target=-3 --score logit "
                             "--crop 1,2.5,30,40 --colours srgb --method ig --baseline own --idgi=true --steps 20 "
                             "--baseline-image b.png --look region --clip 97.5 --out out"));
    }

    // The program computes the arrays that the command was made from.
    void theCommandComputesTheSameArrays_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("recorded");
        for (const Method* method : methods())
            QTest::newRow(method->id().c_str()) << QString::fromStdString(method->id()) << false;
        QTest::newRow("ig, all that a figure holds") << "ig" << true;
        QTest::newRow("blur-ig, reference mode") << "reference" << true;
    }
    void theCommandComputesTheSameArrays() {
        QFETCH(QString, method);
        QFETCH(bool, recorded);
        Choice choice = method == "reference" ? m_case.choice("blur-ig", {{"reference_mode", "true"}, {"steps", "10"}})
                                              : m_case.choice(method.toStdString());
        if (recorded) {
            ModelCard card = opened(choice).model->card();
            card.classNames = {"it's one", "two"};
            choice.card = lineOf(cardJson(card));
            choice.target = "it's one,-two";
            choice.score = "logit";
            choice.crop = {"rectangle", 0.3, 1.7, 21.1, 20};
        }
        if (method == "ig" && recorded) {
            choice.panes.front().parameters.insert_or_assign("baseline", "own");
            choice.panes.front().baselinePicture = m_case.writePhoto("the baseline.png", 4);
        }
        const Explanation expected = explained(choice);
        Choice known = blurig::recorded(choice, expected.subject);
        known.panes.front() = blurig::recorded(known.panes.front(), *expected.state);
        const std::string out = m_case.path("out of " + method);
        output("PATH=" + shellQuoted(programFolder()) + ":$PATH\n" + commandLine(known, known.panes.front(), out));
        QVERIFY(sameBits(readNpy(out + "/attribution.npy"), expected.state->attribution));
        QVERIFY(sameBits(readNpy(out + "/input.npy"), expected.subject.prepared.z));
    }

private:
    static std::string programFolder() { return std::filesystem::path(BLURIG_PROGRAM).parent_path().string(); }
    static QByteArray output(const std::string& command) {
        QProcess shell;
        shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        shell.start("sh", {"-ec", QString::fromStdString(command)});
        if (!shell.waitForFinished(120000) || shell.exitCode() != 0)
            QTest::qFail(("it failed: " + command).c_str(), __FILE__, __LINE__);
        return shell.readAllStandardOutput();
    }

    ExplainCase m_case;
};

BLURIG_TEST(TestCommandLine)
#include "test_command_line.moc"
