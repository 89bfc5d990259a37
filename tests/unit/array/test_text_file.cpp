// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/text_file.h"
#include "core/error.h"
#include "tests/support/test_class.h"

#include <QStringConverter>
#include <QTest>

using namespace blurig;

namespace {

const QString words = QString::fromUtf8("caf\xc3\xa9\n\xe7\x8c\xab\n\xf0\x9f\x90\x88\n"); // two, three and four bytes

QByteArray encoded(QStringConverter::Encoding encoding, QStringConverter::Flag mark) {
    QStringEncoder encoder(encoding, mark);
    return encoder(words);
}

} // namespace

class TestTextFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto mark = QStringConverter::Flag::WriteBom;
        QTest::newRow("UTF-8") << words.toUtf8();
        QTest::newRow("UTF-8 with mark") << encoded(QStringConverter::Utf8, mark);
        QTest::newRow("UTF-16, little end first") << encoded(QStringConverter::Utf16LE, mark);
        QTest::newRow("UTF-16, big end first") << encoded(QStringConverter::Utf16BE, mark);
    }

    void reads() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(QByteArray::fromStdString(decodedText(bytes.toStdString(), "labels.txt")), words.toUtf8());
    }

    void aMarkAloneIsNoText() {
        QCOMPARE(decodedText("\xEF\xBB\xBF", "labels.txt"), std::string());
        QCOMPARE(decodedText("\xFF\xFE", "labels.txt"), std::string());
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("encoding");
        const auto row = [](const char* title, const QByteArray& bytes, const char* line, const char* encoding) {
            QTest::newRow(title) << bytes << line << encoding;
        };
        row("Latin-1", "cat\ncaf\xe9\nbee\n", "line 2 ", "0xE9; the encoding may be Latin-1");
        row("Windows-1252",
            "\x93"
            "cat\x94",
            "line 1 ", "0x93; the encoding may be Latin-1 or Windows-1252");
        row("overlong", "a\nb\n\xc0\xaf", "line 3 ", "0xC0");
        row("half a pair in UTF-8", "\xed\xa0\x80", "line 1 ", "0xED");
        row("ends within a character", "a\n\xe7\x8c", "line 2 ", "0xE7");
        const auto none = QStringConverter::Flag::Default;
        row("UTF-16 without mark", encoded(QStringConverter::Utf16LE, none).left(8), "line 1 ",
            "UTF-16 without a byte-order mark");
        row("UTF-32", encoded(QStringConverter::Utf32LE, QStringConverter::Flag::WriteBom), "line 1 ", "UTF-32");
        row("zero byte", QByteArray("a\n\0b", 4), "line 2 ", "zero byte");
        row("half a pair in UTF-16",
            QByteArray("\xff\xfe"
                       "a\0\n\0\x3d\xd8"
                       "b\0",
                       10),
            "line 2 ", "UTF-16");
        row("odd UTF-16",
            QByteArray("\xff\xfe"
                       "a\0\n\0b",
                       7),
            "line 2 ", "UTF-16");
    }

    void refuses() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, line);
        QFETCH(QString, encoding);
        try {
            decodedText(bytes.toStdString(), "some/labels.txt");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::UnreadableFile);
            for (const QString& part : {QStringLiteral("some/labels.txt: "), line, encoding})
                QVERIFY2(QString(error.what()).contains(part), error.what());
            return;
        }
        QFAIL("the text was taken");
    }
};

BLURIG_TEST(TestTextFile)
#include "test_text_file.moc"
