// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/wordnet.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestWordnet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsATable() {
        const WordNet net("# licence\n"
                          "n1\t\tentity\n"
                          "n2\tn1\tanimal, beast\n"
                          "n3\tn1\tpet\n"
                          "n4\tn2 n3\tdog, domestic dog\n");
        QCOMPARE(net.find("n4")->names, std::vector<std::string>({"dog", "domestic dog"}));
        QCOMPARE(net.upwards("n4"), std::set<std::string>({"n1", "n2", "n3", "n4"})); // by both parents, n1 once
        QCOMPARE(net.upwards("n1"), std::set<std::string>({"n1"}));
        QVERIFY(net.upwards("n5").empty() && !net.find("n5"));
    }

    void aRingEnds() {
        const WordNet net("n1\tn2\ta\nn2\tn1\tb");
        QCOMPARE(net.upwards("n1"), std::set<std::string>({"n1", "n2"}));
    }

    void theTableOfImageNet() {
        const WordNet& net = WordNet::ofImageNet();
        QCOMPARE(net.find("n02084071")->names.front(), std::string("dog"));
        const std::set<std::string> greyhound = net.upwards("n02090827"); // a hound and a racer
        for (const char* id : {"n02084071", "n02384858", "n00015388", "n00001740"})
            QVERIFY(greyhound.contains(id));
        QVERIFY(!greyhound.contains("n02121620"));                     // a cat
        for (const char* id : {"n01440764", "n07747607", "n15075141"}) // a fish, a fruit, toilet tissue
            QVERIFY(net.upwards(id).contains("n00001740"));
    }
};

BLURIG_TEST(TestWordnet)
#include "test_wordnet.moc"
