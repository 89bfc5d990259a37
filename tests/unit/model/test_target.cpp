// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/superclass.h"
#include "core/model/target.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace blurig;

namespace {

ModelCard animals() {
    ModelCard card;
    card.classNames = {"tabby, tabby cat", "tiger cat", "crane", "crane", "Egyptian cat", "-dash"};
    card.wordNetIds = {"n02123045", "n02123159", "n02012849", "n03126707", "n02124075", "n00000000"};
    return card;
}

ModelCard numbers() {
    ModelCard card;
    card.classNames = {"0", "1", "10", "2, two", "-1", "six", "7, seven", "top", "index:2", "8, 9"};
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

    // Names that are numbers, in another order than their indices; "2" is also a synonym.
    void readsNumbers_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("classes");
        const auto row = [](const char* given, const char* classes) { QTest::newRow(given) << given << classes; };
        row("0", "0:1");  // both readings are the same class
        row("10", "2:1"); // no class has this index
        row("5", "5:1");  // no class has this name
        row("index:3", "3:1");
        row("name:2", "3:1");
        row("Name: 2", "3:1");
        row("-index:2", "2:-1");
        row("index:2,-name:2", "2:1 3:-1");
        row("10,-0,index:3", "2:1 0:-1 3:1");
        row("name:-1", "4:1");
        row("-name:-1", "4:-1");
        row("-5", "5:-1");
        row("name:7, seven", "6:1");
        row("name:top", "7:1");
        row("name:index:2", "8:1");
    }

    void readsNumbers() {
        QFETCH(QString, given);
        QFETCH(QString, classes);
        QCOMPARE(text(parseTarget(given.toStdString(), numbers(), 10)), classes);
    }

    void refusesNumbers_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("index and name") << "2" << QStringList{"2 (10)", "3 (2, two)", "index:2", "name:2"};
        QTest::newRow("in a list") << "0,-2" << QStringList{"2 (10)", "3 (2, two)"};
        QTest::newRow("synonym") << "7" << QStringList{"7 (top)", "6 (7, seven)", "name:7"};
        QTest::newRow("sign or name") << "-1" << QStringList{"name:-1", "-name:1", "-index:NUMBER"};
        QTest::newRow("neither") << "99" << QStringList{"class 99 does not exist", "0 to 9"};
        QTest::newRow("no such index") << "index:10" << QStringList{"class 10 does not exist"};
        QTest::newRow("no number") << "index:two" << QStringList{"\"two\" is not a class index"};
        QTest::newRow("no such name") << "name:5" << QStringList{"no class is called \"5\""};
        QTest::newRow("list or name") << "8, 9" << QStringList{"name:8, 9", "index: before each number"};
    }

    void refusesNumbers() {
        QFETCH(QString, given);
        QFETCH(QStringList, words);
        try {
            parseTarget(given.toStdString(), numbers(), 10);
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::Target);
            for (const QString& part : words)
                QVERIFY2(QString(error.what()).contains(part), error.what());
            return;
        }
        QFAIL("the target was taken");
    }

    // What programs write down is found again, whatever the classes are called.
    void everyIndexComesBack() {
        for (const ModelCard& card : {numbers(), animals(), ModelCard{}})
            for (ClassIndex index = 0; index < 6; ++index)
                QCOMPARE(parseTarget(indexTarget(index), card, 6).classes, (std::vector<WeightedClass>{{index, 1.0}}));
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
                                      << "removes all classes";
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

    void superclassesOfAClass() {
        const ModelCard card = animals();
        const std::vector<Superclass> kinds = superclassesOf(0, card);
        QVERIFY(!kinds.empty());
        std::size_t before = 1;
        for (const Superclass& kind : kinds) {
            QVERIFY(kind.classes.size() > 1 && kind.classes.size() >= before &&
                    kind.classes.size() < card.wordNetIds.size());
            QVERIFY(std::ranges::find(kind.classes, 0) != kind.classes.end());
            QCOMPARE(findSuperclass(kind.id, card).classes, kind.classes); // what the id says as a target
            before = kind.classes.size();
        }
        QVERIFY(superclassesOf(99, card).empty());
        QVERIFY(superclassesOf(0, ModelCard()).empty());
    }
};

BLURIG_TEST(TestTarget)
#include "test_target.moc"
