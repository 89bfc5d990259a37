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
        const auto row = [](const char* given, const char* classes) { QTest::newRow(given) << given << classes; };
        row("any:cat", "0:1 1:1 4:1");
        row(" Any  domestic CAT ", "0:1 1:1 4:1");
        row("any: domestic animal", "0:1 1:1 4:1"); // a cat's second parent
        row("any felis catus", "0:1 1:1 4:1");      // a synonym
        row("any:n01503061", "2:1");                // bird
        row("any tabby", "0:1");                    // a class, too, is above itself
        row("tabby,-any bird", "0:1 2:-1");
        row("any cat,-any:bird", "0:1 1:1 4:1 2:-1");
        row("-3,any cat", "3:-1 0:1 1:1 4:1");
        row("any cat,-tiger cat", "0:1 4:1"); // taken out
        row("-tiger cat,any cat", "0:1 4:1");
        row("any vertebrate,-any cat", "2:1");
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
        QTest::newRow("twice with opposite signs") << "tabby,-0"
                                                   << "twice";
        QTest::newRow("twice through a superclass") << "any cat,tabby"
                                                    << "twice";
        QTest::newRow("nothing left") << "any bird,-2"
                                      << "nothing is left";
        QTest::newRow("unknown superclass") << "any:dmoestic cat"
                                            << "Near names: any:n02121808 (domestic cat, 3 classes)";
        QTest::newRow("superclass without a class here") << "any dog"
                                                         << "no superclass of the model's classes is called \"dog\"";
        QTest::newRow("ambiguous superclass") << "any crane"
                                              << "any:n02012849 (crane, 1 class), any:n03126707 (crane, 1 class)";
        QTest::newRow("no superclass") << "any:"
                                       << "no superclass";
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

    void superclassesNeedWordNetIds() {
        ModelCard card = animals();
        card.wordNetIds.clear();
        QVERIFY_THROWS_EXCEPTION(Error, parseTarget("any cat", card, 6));
    }

    // The card's own names come first.
    void aClassMayBeCalledAny() {
        ModelCard card = animals();
        card.classNames[5] = "any cat";
        QCOMPARE(text(parseTarget("any cat", card, 6)), QString("5:1"));
        QCOMPARE(text(parseTarget("any:cat", card, 6)), QString("0:1 1:1 4:1"));
    }

    void superclassesAreNamedInShort() {
        const auto named = [](const char* given) { return targetName(parseTarget(given, animals(), 6), animals()); };
        QCOMPARE(named("any:CAT"), std::string("any cat"));
        QCOMPARE(named("any true cat,-0,-any:n02012849"), std::string("any cat - tabby - any crane"));
        QVERIFY(parseTarget("any:cat", animals(), 6) == parseTarget("any feline", animals(), 6)); // the same classes
    }

    void named() {
        QCOMPARE(targetName(Target{{{0, 1}, {1, -1}}}, animals()), std::string("tabby - tiger cat"));
        QCOMPARE(targetName(Target{{{7, 1}}}, ModelCard{}), std::string("class 7"));
    }
};

QTEST_APPLESS_MAIN(TestTarget)
#include "test_target.moc"
