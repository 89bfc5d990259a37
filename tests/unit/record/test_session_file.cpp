// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace blurig;

namespace {

Choice someChoice(const QTemporaryDir& folder) {
    Choice choice;
    choice.picture = folder.filePath("photos/cat.png").toStdString();
    choice.pictureSha256 = "0123456789abcdef";
    choice.model = folder.filePath("model.pt").toStdString();
    choice.modelSha256 = "fedcba9876543210";
    choice.page = "compare";
    choice.compare.panes = {{"ig", {{"baseline", "own"}}, folder.filePath("grey.png").toStdString(), {}},
                            {"blur-ig", {}, "", {}, "", folder.filePath("other.pt").toStdString(), "abcd"}};
    return choice;
}

std::string said(const std::function<void()>& run) {
    try {
        run();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

} // namespace

class TestSessionFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas() {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("a.blurig").toStdString();
        const Choice choice = someChoice(folder);
        writeSession(file, choice);
        QVERIFY(readSession(file) == choice);
    }

    // A folder with everything in it can be moved.
    void movesWithItsFiles() {
        const QTemporaryDir before;
        const QTemporaryDir after;
        writeSession(before.filePath("a.blurig").toStdString(), someChoice(before));
        QVERIFY(QFile::copy(before.filePath("a.blurig"), after.filePath("b.blurig")));
        QVERIFY(readSession(after.filePath("b.blurig").toStdString()) == someChoice(after));
    }

    void anotherFolderIsNamedFromHere() {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir("sessions"));
        const std::string file = folder.filePath("sessions/a.blurig").toStdString();
        writeSession(file, someChoice(folder));
        QFile text(QString::fromStdString(file));
        QVERIFY(text.open(QIODevice::ReadOnly));
        QVERIFY(text.readAll().contains("\"../photos/cat.png\""));
        QVERIFY(readSession(file) == someChoice(folder));
    }

    void aChangedFileIsTold() {
        const QTemporaryDir folder;
        const Choice choice = someChoice(folder);
        const std::string picture = choice.pictureSha256;
        const std::string model = choice.modelSha256;
        QCOMPARE(said([&] { checkSession(choice, "a.blurig", picture, model); }), std::string());
        const std::string other = said([&] { checkSession(choice, "a.blurig", picture, "ff"); });
        QVERIFY2(other.find("a.blurig: was saved with another model") == 0, other.c_str());
        QVERIFY(said([&] { checkSession(choice, "a.blurig", "ff", model); }).find("another picture") !=
                std::string::npos);
    }

    void aChangedModelOfAPaneIsTold() {
        const QTemporaryDir folder;
        const PaneChoice pane = someChoice(folder).compare.panes[1];
        QCOMPARE(said([&] { checkPaneModel(pane, "a.blurig", "abcd"); }), std::string());
        const std::string other = said([&] { checkPaneModel(pane, "a.blurig", "ff"); });
        QVERIFY2(other.find("a.blurig: was saved with another model " + pane.model) == 0, other.c_str());
    }

    void whatIsNoSessionIsTold() {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("a.blurig").toStdString();
        QVERIFY(said([&] { readSession(file); }).find(file) == 0);
        writeFile(file, "not JSON");
        QVERIFY(said([&] { readSession(file); }).find("not JSON") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestSessionFile)
#include "test_session_file.moc"
