// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/record/array_file.h"
#include "core/record/npy.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace blurig;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// As numpy.save writes it: 128 bytes of header for a short shape.
QByteArray headerOf(const QByteArray& dictionary) {
    QByteArray header("\x93NUMPY\x01\x00\x76\x00", 10);
    header += dictionary;
    return header.leftJustified(127, ' ') + '\n';
}

} // namespace

class TestNpy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesAreNumpys() {
        const QString path = m_folder.filePath("a.npy");
        writeNpy(path.toStdString(), Array::fromHost(pictureLayout(2, 1, 2), {1.0F, -2.0F, 0.5F, 0.0F}));
        const QByteArray expected = headerOf("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 2), }") +
                                    QByteArray("\x00\x00\x80\x3f\x00\x00\x00\xc0\x00\x00\x00\x3f\x00\x00\x00\x00", 16);
        QCOMPARE(contents(path), expected);
    }

    void aBatchIsTheFirstAxis() {
        const QString path = m_folder.filePath("batch.npy");
        writeNpy(path.toStdString(), Array::fromHost(pictureLayout(1, 1, 1, 2), {1, 2}));
        QVERIFY(contents(path).contains("'shape': (2, 1, 1, 1), }"));
    }

    void headersAreAlignedForAnyShape() {
        for (const std::int64_t width : {1, 10, 100, 12345, 1234567}) {
            const QString path = m_folder.filePath("wide.npy");
            writeNpy(path.toStdString(),
                     Array::fromHost(pictureLayout(1, 1, width), std::vector<float>(static_cast<std::size_t>(width))));
            QCOMPARE((contents(path).size() - 4 * width) % 64, 0);
        }
    }

    void readsBackTheSameBits() {
        const QString path = m_folder.filePath("b.npy");
        const std::vector<float> values{0.1F, -1e-30F, 3e38F, 7, 8, 9};
        writeNpy(path.toStdString(), Array::fromHost(pictureLayout(1, 2, 3), values));
        const Array read = readNpy(path.toStdString());
        QVERIFY(read.layout() == pictureLayout(1, 2, 3));
        QVERIFY(std::equal(values.begin(), values.end(), read.host().begin()));
    }

    void twoAxesAreOneChannel() {
        const QString path = m_folder.filePath("plane.npy");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const std::vector<float> values{1, 2, 3, 4, 5, 6};
        file.write(headerOf("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }") +
                   QByteArray(reinterpret_cast<const char*>(values.data()), 24));
        file.close();
        const Array read = readNpy(path.toStdString());
        QVERIFY(read.layout() == pictureLayout(1, 2, 3));
        QVERIFY(std::ranges::equal(values, read.host()));
    }

    void readsDoublesAndKeysInAnyOrder() {
        const double value = 0.25;
        const QByteArray bytes = headerOf("{'shape': (1, 1, 1), 'fortran_order': False, 'descr': '<f8'}") +
                                 QByteArray(reinterpret_cast<const char*>(&value), sizeof value);
        QCOMPARE(readNpy(written("d.npy", bytes)).host()[0], 0.25F);
    }

    void refusesWhatItCannotUse_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("part");
        const QByteArray four(4, '\0');
        QTest::newRow("text") << QByteArray("sigma,score\n0,1\n") << "is not a NumPy file";
        QTest::newRow("cut in the header") << headerOf("{").left(40) << "within its header";
        QTest::newRow("huge header") << QByteArray("\x93NUMPY\x02\x00\xff\xff\xff\xff{}", 14) << "within its header";
        QTest::newRow("integers") << headerOf("{'descr': '<i4', 'fortran_order': False, 'shape': (1, 1, 1), }") + four
                                  << "type \"<i4\"";
        QTest::newRow("big end first") << headerOf("{'descr': '>f4', 'fortran_order': False, 'shape': (1, 1, 1), }") +
                                              four
                                       << "type \">f4\"";
        QTest::newRow("Fortran") << headerOf("{'descr': '<f4', 'fortran_order': True, 'shape': (1, 1, 1), }") + four
                                 << "Fortran";
        QTest::newRow("one axis") << headerOf("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }") + four
                                  << "shape (1)";
        QTest::newRow("no pixels") << headerOf("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 0, 1), }")
                                   << "shape (1, 0, 1)";
        QTest::newRow("hostile shape")
            << headerOf("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 1), }")
            << "shape (4294967296";
        QTest::newRow("beyond 64 bits")
            << headerOf("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 1, 1), }")
            << "shape (";
        QTest::newRow("cut in the values")
            << headerOf("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1, 2), }") + four
            << "4 bytes of values instead of 8";
    }
    void refusesWhatItCannotUse() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, part);
        const std::string path = written("bad.npy", bytes);
        try {
            readNpy(path);
            QFAIL("it was read");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::Argument);
            QCOMPARE(error.where(), path);
            QVERIFY2(QString::fromStdString(error.what()).contains(part), error.what());
        }
    }

    void aMapOfAnotherProgramIsFinite() {
        const std::vector<float> values{1.0F, std::numeric_limits<float>::quiet_NaN()};
        for (const char* name : {"nan.npy", "nan.TIF"}) {
            const std::string path = m_folder.filePath(name).toStdString();
            writeArray(path, Array::fromHost(pictureLayout(1, 1, 2), values));
            try {
                readMap(path);
                QFAIL("it was read");
            } catch (const Error& error) {
                QVERIFY(error.code() == ErrorCode::Argument && error.where() == path);
            }
            writeArray(path, Array::fromHost(pictureLayout(1, 1, 2), {1.0F, 2.0F}));
            QCOMPARE(readMap(path).host()[1], 2.0F);
        }
    }

    void aMissingFileIsUnreadable() {
        for (const QString& path :
             {m_folder.filePath("none.npy"), m_folder.path(), QString::fromStdString(written("empty.npy", {}))}) {
            try {
                readNpy(path.toStdString());
                QFAIL("it was read");
            } catch (const Error& error) {
                QVERIFY(error.code() == ErrorCode::UnreadableFile);
            }
        }
    }

private:
    std::string written(const QString& name, const QByteArray& bytes) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
};

BLURIG_TEST(TestNpy)
#include "test_npy.moc"
