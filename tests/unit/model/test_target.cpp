// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/target.h"

#include <QTest>

#include <array>

using namespace blurig;

namespace {

ModelCard animals() {
    ModelCard card;
    card.classNames = {"tabby, tabby cat", "tiger cat", "crane", "crane", "Egyptian cat", "-dash"};
    card.wordNetIds = {"n02123045", "n02123159", "n02012849", "n03126707", "n02124075", "n00000000"};
    return card;
}

QString text(const Target& target) {
    QString words;
    for (const WeightedClass& c : target.classes)
        words += QString("%1:%2 ").arg(c.index).arg(c.weight);
    return words.trimmed();
}

} // namespace

class TestTarget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void read_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("classes");
        QTest::newRow("top") << "top"
                             << "1:1";
        QTest::newRow("index") << "4"
                               << "4:1";
        QTest::newRow("WordNet id") << "n03126707"
                                    << "3:1";
        QTest::newRow("name") << "tiger cat"
                              << "1:1";
        QTest::newRow("case and spaces") << "  TIGER Cat "
                                         << "1:1";
        QTest::newRow("synonym") << "tabby"
                                 << "0:1";
        QTest::newRow("name with a comma") << "tabby, tabby cat"
                                           << "0:1";
        QTest::newRow("contrast") << "tabby,-tiger cat"
                                  << "0:1 1:-1";
        QTest::newRow("contrast with a comma in a name") << "tabby, tabby cat, -tiger cat"
                                                         << "0:1 1:-1";
        QTest::newRow("indices") << "0,1,4"
                                 << "0:1 1:1 4:1";
        QTest::newRow("negative index") << "0,-1"
                                        << "0:1 1:-1";
    }

    void read() {
        QFETCH(QString, given);
        QFETCH(QString, classes);
        const std::array<float, 6> scores{0.1F, 0.5F, 0.2F, 0.1F, 0.05F, 0.05F};
        QCOMPARE(text(parseTarget(given.toStdString(), animals(), 6, scores)), classes);
    }

    void refused_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << ""
                               << "no target";
        QTest::newRow("top without scores") << "top"
                                            << "classified";
        QTest::newRow("ambiguous lists the indices") << "crane"
                                                     << "2 (crane), 3 (crane)";
        QTest::newRow("out of range") << "6"
                                      << "0 to 5";
        QTest::newRow("unknown") << "tigre cat"
                                 << "1 (tiger cat)";
        QTest::newRow("twice") << "tabby,0"
                               << "twice";
    }

    void refused() {
        QFETCH(QString, given);
        QFETCH(QString, words);
        try {
            parseTarget(given.toStdString(), animals(), 6);
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::Target);
            QVERIFY2(QString(error.what()).contains(words), error.what());
            return;
        }
        QFAIL("the target was taken");
    }

    void named() {
        QCOMPARE(targetName(Target{{{0, 1}, {1, -1}}}, animals()), std::string("tabby - tiger cat"));
        QCOMPARE(targetName(Target{{{7, 1}}}, ModelCard{}), std::string("class 7"));
    }
};

QTEST_APPLESS_MAIN(TestTarget)
#include "test_target.moc"
