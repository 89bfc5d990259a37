// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"
#include "tests/support/test_class.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

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

QByteArray contents(const std::string& file) {
    QFile opened(QString::fromStdString(file));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("cannot be opened: ").append(file.c_str());
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
        QVERIFY(readSession(file).choice == choice);
    }

    // A folder with everything in it can be moved.
    void movesWithItsFiles() {
        const QTemporaryDir before;
        const QTemporaryDir after;
        writeSession(before.filePath("a.blurig").toStdString(), someChoice(before));
        QVERIFY(QFile::copy(before.filePath("a.blurig"), after.filePath("b.blurig")));
        QVERIFY(readSession(after.filePath("b.blurig").toStdString()).choice == someChoice(after));
    }

    void anotherFolderIsNamedFromHere() {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir("sessions"));
        const std::string file = folder.filePath("sessions/a.blurig").toStdString();
        writeSession(file, someChoice(folder));
        QFile text(QString::fromStdString(file));
        QVERIFY(text.open(QIODevice::ReadOnly));
        QVERIFY(text.readAll().contains("\"../photos/cat.png\""));
        QVERIFY(readSession(file).choice == someChoice(folder));
    }

    // Saved and opened under every pair of names that links give to the same folder.
    void opensThroughLinks_data() {
        QTest::addColumn<QString>("saved");  // the session
        QTest::addColumn<QString>("files");  // the folder of picture and model
        QTest::addColumn<QString>("opened"); // the session
        const auto row = [](const char* saved, const char* files, const char* opened) {
            QTest::addRow("saved as %s with files in %s, opened as %s", saved, files, opened)
                << QString(saved) << QString(files) << QString(opened);
        };
        for (const char* saved : {"deep/real/s.blurig", "link/s.blurig", "shortcut.blurig"})
            for (const char* files : {"deep/real", "link", "deep/real/inside", "link/inside", "elsewhere", "beside"})
                for (const char* opened :
                     {"deep/real/s.blurig", "link/s.blurig", "shortcut.blurig", "link/again/s.blurig"})
                    row(saved, files, opened);
    }

    void opensThroughLinks() {
        QFETCH(QString, saved);
        QFETCH(QString, files);
        QFETCH(QString, opened);
        const QTemporaryDir root;
        const QDir folder(root.path());
        QVERIFY(folder.mkpath("deep/real") && folder.mkpath("other/far/place"));
        QVERIFY(QFile::link(root.filePath("deep/real"), root.filePath("link")));
        QVERIFY(QFile::link(root.filePath("deep/real"), root.filePath("deep/real/again")));
        QVERIFY(QFile::link(root.filePath("other/far/place"), root.filePath("deep/real/inside")));
        QVERIFY(QFile::link(root.filePath("other/far/place"), root.filePath("elsewhere")));
        QVERIFY(QFile::link(root.filePath("other/far/place"), root.filePath("beside")));
        writeFile(root.filePath("deep/real/s.blurig").toStdString(), "");
        QVERIFY(QFile::link(root.filePath("deep/real/s.blurig"), root.filePath("shortcut.blurig")));

        const auto file = [&](const char* name) { return (root.filePath(files) + QLatin1String(name)).toStdString(); };
        writeFile(file("/photo.png"), "photo");
        std::filesystem::create_symlink(file("/photo.png"), file("/cat.png"));
        writeFile(file("/model.pt"), "model");
        Choice choice;
        choice.picture = file("/cat.png");
        choice.model = file("/model.pt");
        writeSession(root.filePath(saved).toStdString(), choice);
        const Choice found = readSession(root.filePath(opened).toStdString()).choice;
        QCOMPARE(contents(found.picture), QByteArray("photo"));
        QCOMPARE(contents(found.model), QByteArray("model"));
        QVERIFY(found.picture.ends_with("/cat.png")); // the name that the user knows, not what it points at
    }

    // What a link brings into the folder moves with it.
    void movesWithLinksInside() {
        const QTemporaryDir before;
        const QTemporaryDir after;
        for (const QTemporaryDir* folder : {&before, &after}) {
            QVERIFY(QDir(folder->path()).mkpath("store"));
            QVERIFY(QFile::link("store", folder->filePath("photos")));
        }
        Choice choice;
        choice.picture = before.filePath("photos/cat.png").toStdString();
        writeFile(choice.picture, "photo");
        writeSession(before.filePath("a.blurig").toStdString(), choice);
        QVERIFY(QFile::copy(before.filePath("a.blurig"), after.filePath("a.blurig")));
        QCOMPARE(readSession(after.filePath("a.blurig").toStdString()).choice.picture,
                 after.filePath("photos/cat.png").toStdString());
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

BLURIG_TEST(TestSessionFile)
#include "test_session_file.moc"
