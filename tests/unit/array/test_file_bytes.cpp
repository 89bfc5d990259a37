// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/file_bytes.h"
#include "core/error.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <sys/stat.h>

using namespace blurig;

// Missing, a folder, a device, not allowed, empty: tests/unit/image/test_bad_pictures.cpp, through readPicture().
class TestFileBytes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryByte() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QString::fromUtf8("f\xc3\xb6to.bin"));
        const QByteArray contents("a\0b\r\n\xff", 6);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == 6);
        file.close();
        const std::vector<std::byte> bytes = readFile(path.toStdString());
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())),
                 contents);
    }

    void doesNotWaitForAPipe() {
        QTemporaryDir folder;
        const std::filesystem::path pipe = folder.filePath("pipe").toStdString();
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        QVERIFY_EXCEPTION_THROWN(readFile(pipe), Error);
    }
};

BLURIG_TEST(TestFileBytes)
#include "test_file_bytes.moc"
