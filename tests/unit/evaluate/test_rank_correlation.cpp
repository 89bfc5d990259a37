// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/rank_correlation.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;

class TestRankCorrelation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Values of scipy.stats.spearmanr.
    void isSpearmans() {
        QCOMPARE(rankCorrelation(std::vector<double>{1, 2, 3, 4}, std::vector<double>{10, 20, 30, 1000}), 1.0);
        QCOMPARE(rankCorrelation(std::vector<double>{1, 2, 3, 4}, std::vector<double>{4, 3, 2, 1}), -1.0);
        const auto ties = rankCorrelation(std::vector<double>{1, 2, 2, 4, 5}, std::vector<double>{2, 1, 3, 3, 5});
        QVERIFY(std::abs(*ties - 0.7631578947368421) < 1e-12);
    }

    void doesNotExistWhereNothingIsRanked() {
        QVERIFY(!rankCorrelation(std::vector<double>{1}, std::vector<double>{2}));
        QVERIFY(!rankCorrelation(std::vector<double>{1, 1}, std::vector<double>{2, 3}));
    }
};

BLURIG_TEST(TestRankCorrelation)
#include "test_rank_correlation.moc"
