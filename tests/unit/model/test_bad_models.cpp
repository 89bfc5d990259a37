// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/model.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr const char* classifier = "def forward(self, x):\n    return x.mean([2, 3])\n";

void write(const QString& file, const QByteArray& bytes) {
    QFile out(file);
    if (out.open(QIODevice::WriteOnly))
        out.write(bytes);
}

QByteArray read(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

// Each row: a file, and what the user is told.
class TestBadModels : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString script(const char* name, const char* methods) {
        const QString file = m_folder.filePath(name);
        writeScriptModel(file.toStdString(), methods, plainCard(3, 8, 8));
        return file;
    }

private Q_SLOTS:
    void refused_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");

        QTest::newRow("missing") << m_folder.filePath("none.pt") << "unreadable-file"
                                 << "";
        QTest::newRow("a folder") << m_folder.path() << "unreadable-file"
                                  << "";
        write(m_folder.filePath("empty.pt"), {});
        QTest::newRow("0 bytes") << m_folder.filePath("empty.pt") << "unreadable-file"
                                 << "empty";
        write(m_folder.filePath("text.pt"), "just words, no model");
        QTest::newRow("text") << m_folder.filePath("text.pt") << "not-a-model"
                              << "not a model file";
        const QByteArray whole = read(script("whole.pt", classifier));
        write(m_folder.filePath("cut.pt"), whole.left(whole.size() / 2));
        QTest::newRow("cut in the middle") << m_folder.filePath("cut.pt") << "damaged-model"
                                           << "cut short";
        write(m_folder.filePath("header.pt"), whole.left(30));
        QTest::newRow("only a header") << m_folder.filePath("header.pt") << "damaged-model"
                                       << "cut short";
        QByteArray flipped = whole;
        for (qsizetype i = flipped.size() - 300; i < flipped.size() - 100; ++i) // its directory
            flipped[i] = static_cast<char>(~flipped[i]);
        write(m_folder.filePath("flipped.pt"), flipped);
        QTest::newRow("damaged") << m_folder.filePath("flipped.pt") << "damaged-model"
                                 << "";

        QTest::newRow("another size")
            << script("size.pt", "def forward(self, x):\n    return torch.matmul(x.flatten(1), torch.ones(75, 5))\n")
            << "model-input"
            << "does not take pictures of 3 x 8 x 8";
        QTest::newRow("another channel count")
            << script("channels.pt", "def forward(self, x):\n"
                                     "    return torch.conv2d(x, torch.ones(5, 1, 3, 3)).mean([2, 3])\n")
            << "model-input"
            << "channels";
        QTest::newRow("throws") << script("throws.pt", "def forward(self, x):\n"
                                                       "    assert x.size(0) == 0, 'no coffee left'\n    return x\n")
                                << "model-failed"
                                << "no coffee left";
        QTest::newRow("NaN") << script("nan.pt", "def forward(self, x):\n    return x.mean([2, 3]) / 0.0 * 0.0\n")
                             << "model-output"
                             << "NaN";
        QTest::newRow("a tuple") << script("tuple.pt",
                                           "def forward(self, x):\n    return x.mean([2, 3]), x.mean([1, 2])\n")
                                 << "output-meaning"
                                 << "returns 2 tensors";
        QTest::newRow("whole numbers") << script("argmax.pt",
                                                 "def forward(self, x):\n    return x.mean([2, 3]).argmax(1)\n")
                                       << "model-output"
                                       << "whole numbers";
        QTest::newRow("one number") << script("number.pt", "def forward(self, x):\n    return x.mean()\n")
                                    << "output-meaning"
                                    << "one number for each picture";
        QTest::newRow("no tensor") << script("text_out.pt", "def forward(self, x):\n    return 'espresso'\n")
                                   << "model-output"
                                   << "no tensor";
    }

    void refused() {
        QFETCH(QString, file);
        QFETCH(QString, code);
        QFETCH(QString, words);
        try {
            loadModel(file.toStdString());
        } catch (const Error& error) {
            const QString line = error.what();
            QVERIFY2(line.contains(words, Qt::CaseInsensitive), qPrintable(line));
            QVERIFY2(line.contains(file), qPrintable(line));
            QVERIFY2(!line.contains('\n'), qPrintable(line));
            QVERIFY2(!error.remedy().empty(), qPrintable(line));
            QCOMPARE(QString::fromUtf8(name(error.code()).data()), code);
            return;
        }
        QFAIL("the model opened");
    }

    void noGradient() {
        const QString file = script("detached.pt", "def forward(self, x):\n    return x.detach().mean([2, 3])\n");
        const auto model = loadModel(file.toStdString());
        const Array grey = Array::fromHost(pictureLayout(3, 8, 8, 1), std::vector<float>(3 * 8 * 8, 0.5F));
        try {
            model->evaluate(grey, Target{{{0, 1.0}}}, Score::ClassScore);
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::NoGradient);
            QVERIFY(QString(error.what()).contains(file));
            return;
        }
        QFAIL("a gradient came from nowhere");
    }

    void labelsOfTheWrongLength() {
        ModelCard card = plainCard(3, 8, 8);
        card.classNames = {"one", "two"};
        try {
            loadModel(script("labels.pt", classifier).toStdString(), ModelOptions{.card = card});
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ModelCard);
            QVERIFY(QString(error.what()).contains("3 classes"));
            QVERIFY(QString(error.what()).contains("2 class names"));
            return;
        }
        QFAIL("two names fitted three classes");
    }

    void printingDoesNotReachStandardOutput() {
        const QString file =
            script("prints.pt", "def forward(self, x):\n    print('forged')\n    return x.mean([2, 3])\n");
        QVERIFY(loadModel(file.toStdString())->classCount() == 3);
    }
};

BLURIG_TEST(TestBadModels)
#include "test_bad_models.moc"
