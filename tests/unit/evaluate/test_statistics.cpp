// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/bootstrap.h"
#include "core/evaluate/t_test.h"
#include "core/evaluate/wordnet_distance.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;

class TestStatistics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Values of scipy.stats: ttest_rel(alternative="greater") of the differences less the margin, ttest_ind with
    // equal_var=False.
    void testsAreStudentsAndWelchs() {
        const std::vector<double> a{5.1, 4.9, 6.2, 5.7, 5.5};
        const std::vector<double> b{4.8, 4.7, 5.1, 5.6, 5.0};
        const auto paired = pairedTTest(a, b);
        QVERIFY(std::abs(paired->t - 2.4751933820372534) < 1e-9);
        QCOMPARE(paired->degreesOfFreedom, 4.0);
        QVERIFY(std::abs(paired->p - 0.0342817962410101) < 1e-9);
        QVERIFY(std::abs(pairedTTest(a, b, 0.25)->t - 1.0688335058797238) < 1e-9);
        QVERIFY(std::abs(pairedTTest(a, b, 0.25)->p - 0.1726780600991367) < 1e-9);
        const auto welch = welchTTest(a, b);
        QVERIFY(std::abs(welch->t - 1.585649934344182) < 1e-9);
        QVERIFY(std::abs(welch->p - 0.15637105341594856) < 1e-9);
        QVERIFY(!pairedTTest(std::vector<double>{1.0}, std::vector<double>{2.0}));
        QVERIFY(!pairedTTest(std::vector<double>{1.0, 2.0}, std::vector<double>{0.0, 1.0})); // all differ alike
        QVERIFY(!welchTTest(std::vector<double>{1.0, 1.0}, std::vector<double>{2.0, 2.0}));
    }

    void anIntervalHoldsTheMeanAndShrinks() {
        std::vector<double> values;
        for (int i = 0; i < 400; ++i)
            values.push_back(std::sin(i * 12.9898));
        const auto few = meanOf(std::span(values).first(25));
        const auto many = meanOf(values);
        QVERIFY(many->low < many->mean && many->mean < many->high);
        QVERIFY(many->high - many->low < (few->high - few->low) / 2);
        // The normal approximation: 1.96 standard errors on each side.
        QVERIFY(std::abs((many->high - many->low) - 2 * 1.96 * std::sqrt(0.5 / 400)) < 0.01);
        QCOMPARE(meanOf(values)->low, many->low); // seeded
        QVERIFY(!meanOf(std::vector<double>{1}));
    }

    // Siamese cat and tabby are cats; a Pembroke is further away, a teapot furthest.
    void distancesAreStepsInWordNet() {
        const auto same = wordNetDistance("n02123045", "n02123045");
        QCOMPARE(same->steps, 0);
        const auto cats = wordNetDistance("n02123045", "n02123597");
        const auto dog = wordNetDistance("n02123045", "n02113023");
        const auto teapot = wordNetDistance("n02123045", "n04398044");
        QCOMPARE(cats->steps, 2); // both are domestic cats
        QVERIFY(dog->steps > cats->steps && teapot->steps > dog->steps);
        // A dog is a domestic animal, and so is a domestic cat: shorter than by first parents.
        QVERIFY(dog->steps < dog->firstParentSteps);
        QCOMPARE(wordNetDistance("n02113023", "n02123045")->steps, dog->steps);
        QVERIFY(!wordNetDistance("n02123045", "n99999999"));
    }
};

BLURIG_TEST(TestStatistics)
#include "test_statistics.moc"
