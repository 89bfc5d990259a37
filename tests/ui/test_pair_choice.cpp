// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/pages/compare/pair_choice.h"

#include <QTest>

#include <array>

using namespace blurig;
using namespace blurig::ui;

namespace {

CompareChoice panes(const std::vector<std::string>& targets) {
    CompareChoice compare;
    for (const std::string& target : targets) {
        compare.panes.emplace_back();
        compare.panes.back().target = target;
    }
    return compare;
}

// The panes that A and B are.
std::string pairOf(const CompareChoice& compare) {
    const auto [a, b] = chosenPair(compare);
    return compare.panes[a].target + compare.panes[b].target;
}

} // namespace

class TestPairChoice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstAndLastUnlessChosen() {
        CompareChoice compare = panes({"p", "q", "r"});
        QCOMPARE(pairOf(compare), std::string("pr"));
        compare.b = 1;
        QCOMPARE(pairOf(compare), std::string("pq"));
        compare.b = 0;
        QCOMPARE(pairOf(compare), std::string("rp"));
        compare.a = 2;
        QCOMPARE(pairOf(compare), std::string("rp"));
        compare.a = 17; // of a session that was edited by hand
        compare.b = 17;
        QCOMPARE(pairOf(compare), std::string("pr"));
        compare = panes({"p"});
        QCOMPARE(pairOf(compare), std::string("pp"));
        QCOMPARE(chosenPair({}).b, std::size_t{0});
    }

    void theTwoNeverStandForOnePane() {
        CompareChoice compare = panes({"p", "q", "r"});
        chooseA(compare, 1);
        QCOMPARE(pairOf(compare), std::string("qr"));
        chooseB(compare, 1);
        QCOMPARE(pairOf(compare), std::string("rq"));
        chooseA(compare, 1);
        QCOMPARE(pairOf(compare), std::string("qr"));
        swapPair(compare);
        QCOMPARE(pairOf(compare), std::string("rq"));
    }

    void theyFollowTheirPanes() {
        for (std::size_t from = 0; from < 4; ++from) {
            for (std::size_t to = 0; to < 4; ++to) {
                CompareChoice compare = panes({"p", "q", "r", "s"});
                chooseA(compare, 1);
                chooseB(compare, 2);
                movePane(compare, from, to);
                QCOMPARE(compare.panes[to].target, std::string(1, "pqrs"[from]));
                QCOMPARE(pairOf(compare), std::string("qr"));
            }
        }
        CompareChoice compare = panes({"p", "q", "r", "s"});
        chooseA(compare, 1);
        chooseB(compare, 2);
        duplicatePane(compare, 0);
        QCOMPARE(compare.panes.size(), std::size_t{5});
        QCOMPARE(pairOf(compare), std::string("qr"));
        removePane(compare, 1);
        QCOMPARE(pairOf(compare), std::string("qr"));
        removePane(compare, 1); // A itself
        QCOMPARE(pairOf(compare), std::string("pr"));
    }

    void theyAreThePanesThatTheyWereBeforeAnyoneChose() {
        CompareChoice compare = panes({"p", "q", "r"});
        addPane(compare);
        QCOMPARE(compare.panes.back().target, std::string("r"));
        compare.panes.back().target = std::string("s");
        QCOMPARE(pairOf(compare), std::string("pr"));
        movePane(compare, 0, 2);
        QCOMPARE(pairOf(compare), std::string("pr"));
        duplicatePane(compare, 0);
        removePane(compare, 0);
        QCOMPARE(pairOf(compare), std::string("pr"));
        CompareChoice one = panes({"p"});
        addPane(one);
        QCOMPARE(pairOf(one), std::string("pp")); // now two panes
    }

    void placesThatThereAreNot() {
        CompareChoice compare = panes({"p", "q"});
        const CompareChoice before = compare;
        movePane(compare, 0, static_cast<std::size_t>(-1));
        movePane(compare, 2, 0);
        removePane(compare, 2);
        duplicatePane(compare, 2);
        QVERIFY(compare == before);
    }
};

BLURIG_TEST(TestPairChoice)
#include "test_pair_choice.moc"
