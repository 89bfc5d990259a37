// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/record/write_file.h"
#include "tests/support/test_class.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace blurig;

class TestWriteFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void replacesTheWholeContent() {
        writeFile(path("a.txt"), "a long first text");
        writeFile(path("a.txt"), "second");
        QCOMPARE(read("a.txt"), QByteArray("second"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{"a.txt"});
    }

    void aLinkStaysALink() {
        writeFile(path("real.txt"), "old");
        QVERIFY(QFile::link("real.txt", m_folder->filePath("link.txt")));
        writeFile(path("link.txt"), "new");
        QCOMPARE(read("real.txt"), QByteArray("new"));
        QVERIFY(QFileInfo(m_folder->filePath("link.txt")).isSymLink());
    }

    // The tests may run as root, whom no permission stops: these places refuse everybody.
    void saysWhyItCannotWrite_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("part");
        QTest::newRow("missing folder") << "none/a.txt"
                                        << "there is no folder";
        QTest::newRow("file for a folder") << "plain/a.txt"
                                           << "is a file, not a folder";
        QTest::newRow("a folder") << "folder"
                                  << "it is a folder";
        QTest::newRow("a device") << "/dev/null"
                                  << "device";
        QTest::newRow("kernel's folder") << "/proc/a.txt"
                                         << "/proc";
        QTest::newRow("long name") << QString(300, 'x') << "name is too long";
    }
    void saysWhyItCannotWrite() {
        QFETCH(QString, file);
        QFETCH(QString, part);
        writeFile(path("plain"), "");
        makeFolder(path("folder"));
        const std::string where = file.startsWith('/') ? file.toStdString() : path(file);
        try {
            writeFile(where, "text");
            QFAIL("it was written");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::UnwritableFile);
            QCOMPARE(error.where(), where);
            QVERIFY2(QString::fromStdString(error.what()).contains(part), error.what());
        }
        QVERIFY(QFile::exists("/dev/null"));
    }

    void theOldContentSurvivesAFullDisk() {
        writeFile(path("keep.txt"), "old");
        const rlimit before = limitFileSize(16);
        try {
            writeFile(path("keep.txt"), std::string(1000, 'x'));
            restore(before);
            QFAIL("it was written");
        } catch (const Error& error) {
            restore(before);
            QVERIFY(error.code() == ErrorCode::UnwritableFile);
        }
        QCOMPARE(read("keep.txt"), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{"keep.txt"});
    }

    void makesFoldersOnTheWay() {
        makeFolder(path("a/b/c"));
        QVERIFY(QDir(m_folder->filePath("a/b/c")).exists());
        makeFolder(path("a/b/c")); // again
        makeFolder(path("a/b/c/"));
    }

    void aFileIsNoFolder() {
        writeFile(path("plain"), "");
        for (const char* folder : {"plain", "plain/below"}) {
            try {
                makeFolder(path(folder));
                QFAIL("it was made");
            } catch (const Error& error) {
                QVERIFY(error.code() == ErrorCode::UnwritableFile);
                QVERIFY2(std::string(error.what()).find("is a file, not a folder") != std::string::npos, error.what());
            }
        }
    }

private:
    std::string path(const QString& name) const { return m_folder->filePath(name).toStdString(); }
    QByteArray read(const QString& name) const {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static rlimit limitFileSize(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN); // write() then fails instead
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit limited{bytes, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limited);
        return before;
    }
    static void restore(const rlimit& before) { setrlimit(RLIMIT_FSIZE, &before); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

BLURIG_TEST(TestWriteFile)
#include "test_write_file.moc"
