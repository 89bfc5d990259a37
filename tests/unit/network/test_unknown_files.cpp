// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/network/network_format.h"
#include "core/network/zip_names.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace blurig;

namespace {

QByteArray number(quint64 value, int size) { // little-endian
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes.append(static_cast<char>(value >> (8 * i)));
    return bytes;
}

// An archive of empty files.
QByteArray zipOf(const QStringList& names) {
    QByteArray files;
    QByteArray directory;
    for (const QString& name : names) {
        const QByteArray text = name.toUtf8();
        const QByteArray facts = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) +
                                 number(0, 4) + number(0, 4) + number(static_cast<quint64>(text.size()), 2) +
                                 number(0, 2);
        directory += "PK\1\2" + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                     number(static_cast<quint64>(files.size()), 4) + text;
        files += "PK\3\4" + facts + text;
    }
    const auto count = number(static_cast<quint64>(names.size()), 2);
    return files + directory + "PK\5\6" + number(0, 4) + count + count +
           number(static_cast<quint64>(directory.size()), 4) + number(static_cast<quint64>(files.size()), 4) +
           number(0, 2);
}

std::span<const std::byte> bytesOf(const QByteArray& bytes) {
    return std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

// Each row: what somebody opens as a model, and what the user is told of it and what to do.
class TestUnknownFiles : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void tells_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char* name, const QByteArray& bytes, const char* words, const char* remedy,
                            const char* code = "not-a-model") {
            QTest::newRow(name) << bytes << QString(code) << QString(words) << QString(remedy);
        };
        const QByteArray rest(64, 'x');
        row("empty", {}, "empty", "download the file again", "unreadable-file");
        row("state dict", zipOf({"archive/data.pkl", "archive/version", "archive/data/0"}), "no program",
            "export that as TorchScript");
        row("old state dict", QByteArray("\x80\x02\x8a\x0al\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.") + rest, "no program",
            "export that as TorchScript");
        row("safetensors", number(80, 8) + "{\"w\":{\"dtype\":\"F32\"}}" + QByteArray(100, ' '), "safetensors",
            "export that as TorchScript");
        row("exported program", zipOf({"m/archive_format", "m/models/model.json", "m/data/weights/0"}),
            "exported program", "TorchScript");
        row("Keras 3", zipOf({"metadata.json", "config.json", "model.weights.h5"}), "Keras", "TorchScript");
        row("HDF5", QByteArray("\x89HDF\r\n\x1a\n") + rest, "HDF5", "TorchScript");
        row("ONNX",
            QByteArray("\x08\x08\x12\x07pytorch\x1a\x05"
                       "2.1.0:") +
                rest,
            "ONNX", "TorchScript");
        row("arrays", zipOf({"a.npy", "b.npy"}), "NumPy", "TorchScript");
        row("document", zipOf({"[Content_Types].xml", "word/document.xml"}), "ZIP archive without a model", "Unpack");
        row("cut archive", zipOf({"m/constants.pkl", "m/data.pkl"}).left(60), "cut short or damaged", "again",
            "damaged-model");
        row("not whole", zipOf({"m/constants.pkl", "m/data.pkl"}), "damaged", "again", "damaged-model");
        row("PNG", QByteArray("\x89PNG\r\n\x1a\n") + rest, "a PNG picture", "as the picture");
        row("JPEG", QByteArray("\xff\xd8\xff\xe0") + rest, "a JPEG picture", "as the picture");
        row("text", "just words", "text", "TorchScript");
        row("card", "{\"card_version\": 1}", "card of a model", "beside it");
        row("web page", "<!DOCTYPE html><html>404</html>", "web page", "the file itself");
        row("LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:12\n", "Git LFS pointer",
            "git lfs pull");
        row("gzip", QByteArray("\x1f\x8b\x08") + rest, "gzip", "Unpack");
        row("anything", QByteArray("\x01\x02\x03\x04") + rest, "not a model file", "TorchScript");
    }

    void tells() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QFETCH(QString, words);
        QFETCH(QString, remedy);
        QFile file(m_folder.filePath(QStringLiteral("model.pt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        try {
            NetworkSource source(file.fileName().toStdString());
            openNetwork(source, builtInFormats(), Device::Cpu);
        } catch (const Error& error) {
            QVERIFY2(QString::fromStdString(error.happened()).contains(words), error.what());
            QVERIFY2(QString::fromStdString(error.remedy()).contains(remedy), error.what());
            QCOMPARE(QString::fromStdString(error.where()), file.fileName());
            QCOMPARE(QString::fromUtf8(name(error.code()).data()), code);
            return;
        }
        QFAIL("it opened");
    }

    void readsTheNamesInAnArchive() {
        const QByteArray zip = zipOf({"a/b", "c"});
        QCOMPARE(zipNames(bytesOf(zip)), (std::vector<std::string>{"a/b", "c"}));
        QCOMPARE(zipNames(bytesOf(zip + QByteArray(1000, 'x'))), (std::vector<std::string>{"a/b", "c"})); // a comment
    }

    void anArchiveMayLie() { // any byte may be anything: names or none, never a read outside
        const QByteArray zip = zipOf({"a/b", "c"});
        for (qsizetype at = 0; at < zip.size(); ++at)
            for (const char value : {'\0', '\x7f', '\xff'}) {
                QByteArray changed = zip;
                changed[at] = value;
                zipNames(bytesOf(changed));
                zipNames(bytesOf(changed.left(at)));
            }
    }
};

BLURIG_TEST(TestUnknownFiles)
#include "test_unknown_files.moc"
