// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/cosine_basis.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;

class TestCosineBasis : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_data() {
        QTest::addColumn<int>("n");
        for (const int n : {1, 2, 3, 8, 61})
            QTest::addRow("%d", n) << n;
    }

    void rows() {
        QFETCH(int, n);
        const std::vector<double> basis = cosineBasis(n);
        const std::vector<double> eigenvalues = diffusionEigenvalues(n);
        const auto at = [&](int k, int x) { return basis[static_cast<std::size_t>(k * n + x)]; };
        const double rounding = 1e-15 * n; // n products near 1/n each, and their cosines
        for (int k = 0; k < n; ++k) {
            for (int m = 0; m < n; ++m) {
                double dot = 0;
                for (int x = 0; x < n; ++x)
                    dot += at(k, x) * at(m, x);
                QVERIFY(std::abs(dot - (k == m ? 1.0 : 0.0)) <= rounding);
            }
            // The second difference with mirrored borders multiplies a row by its eigenvalue.
            for (int x = 0; x < n; ++x) {
                const double left = at(k, std::max(x - 1, 0));
                const double right = at(k, std::min(x + 1, n - 1));
                const double expected = eigenvalues[static_cast<std::size_t>(k)] * at(k, x);
                QVERIFY(std::abs(left - 2 * at(k, x) + right - expected) <= rounding);
            }
        }
    }

    void eigenvaluesFallFromZero() {
        const std::vector<double> eigenvalues = diffusionEigenvalues(1024);
        QCOMPARE(eigenvalues[0], 0.0);
        for (std::size_t k = 1; k < eigenvalues.size(); ++k)
            QVERIFY(eigenvalues[k] < eigenvalues[k - 1]);
    }
};

BLURIG_TEST(TestCosineBasis)
#include "test_cosine_basis.moc"
