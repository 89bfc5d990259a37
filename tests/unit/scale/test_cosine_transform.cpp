// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/cosine_basis.h"
#include "core/scale/cosine_transform.h"
#include "tests/support/test_class.h"
#include "tests/unit/scale/scale_support.h"

#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros_like.h>
#include <QTest>

#include <set>

using namespace blurig;

namespace {

std::vector<double> valuesOf(const at::Tensor& tensor) {
    const at::Tensor flat = tensor.to(at::kDouble).contiguous();
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

} // namespace

class TestCosineTransform : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsTheBasis_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<bool>("contiguous");
        for (const int n : {1, 2, 9, 448, 449, 896, 897, 2049}) {
            QTest::addRow("%d, contiguous", n) << n << true;
            QTest::addRow("%d, strided", n) << n << false;
        }
    }

    // The sum over the basis, the transform whichever way it is done, and back again, of two lines.
    void equalsTheBasis() {
        QFETCH(int, n);
        QFETCH(bool, contiguous);
        const Lines lines = contiguous ? Lines::Contiguous : Lines::Strided;
        const std::int64_t dim = contiguous ? 1 : 0;
        const CosineTransform transform(n, lines, at::TensorOptions(at::kDouble));
        const at::Tensor z = tensorOf(randomArray(waveformLayout(2, n))).to(at::kDouble);
        const at::Tensor laid = contiguous ? z : z.t().contiguous();
        const at::Tensor coefficients = transform.forward(laid, dim);

        const std::vector<double> basis = cosineBasis(n);
        const std::vector<double> in = valuesOf(z);
        const std::vector<double> out = valuesOf(contiguous ? coefficients : coefficients.t());
        const auto size = static_cast<std::size_t>(n);
        std::vector<double> expected(2 * size);
        for (std::size_t line = 0; line < 2; ++line)
            for (std::size_t k = 0; k < size; ++k)
                for (std::size_t x = 0; x < size; ++x)
                    expected[line * size + k] += basis[k * size + x] * in[line * size + x];
        const double tolerance = 1e-15 * n; // a sum of n terms; the constant's coefficient is about sqrt(n)/2
        QVERIFY(largestDifference(out, expected) <= tolerance);

        at::Tensor back = at::empty_like(laid);
        transform.backward(coefficients, dim, back);
        QVERIFY(largestDifference(valuesOf(back), valuesOf(laid)) <= tolerance);
    }

    // Products in float32 go another way: there and back, against double precision, of whole lines and of few
    // coefficients.
    void singlePrecisionFollowsDouble_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("kept");
        QTest::addColumn<bool>("contiguous");
        for (const int n : {1, 2, 60, 224}) {
            for (const int kept : std::set<int>{1, std::max(1, n / 7), n}) {
                QTest::addRow("%d of %d, contiguous", kept, n) << n << kept << true;
                QTest::addRow("%d of %d, strided", kept, n) << n << kept << false;
            }
        }
    }

    void singlePrecisionFollowsDouble() {
        QFETCH(int, n);
        QFETCH(int, kept);
        QFETCH(bool, contiguous);
        const Lines lines = contiguous ? Lines::Contiguous : Lines::Strided;
        const std::int64_t dim = contiguous ? 1 : 0;
        const CosineTransform exact(n, lines, at::TensorOptions(at::kDouble));
        const CosineTransform single(n, lines, at::TensorOptions(at::kFloat));
        const at::Tensor z = tensorOf(randomArray(waveformLayout(3, n))).to(at::kDouble);
        const at::Tensor laid = contiguous ? z : z.t().contiguous();
        const at::Tensor all = exact.forward(laid, dim);
        QVERIFY(largestDifference(valuesOf(single.forward(laid.to(at::kFloat), dim)), valuesOf(all)) <= 1e-6 * n);

        const at::Tensor coefficients = all.narrow(dim, 0, kept);
        at::Tensor expected = at::empty_like(laid);
        at::Tensor back = at::empty_like(laid, at::TensorOptions(at::kFloat));
        exact.backward(coefficients, dim, expected);
        single.backward(coefficients.to(at::kFloat), dim, back);
        QVERIFY(largestDifference(valuesOf(back), valuesOf(expected)) <= 1e-6 * std::sqrt(n));
    }

    void missingCoefficientsAreZero_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("kept");
        QTest::newRow("product") << 60 << 7;
        QTest::newRow("product, of a long line") << 500 << 30;
        QTest::newRow("FFT") << 600 << 500;
        QTest::newRow("FFT, few of very many") << 2500 << 1;
    }

    void missingCoefficientsAreZero() {
        QFETCH(int, n);
        QFETCH(int, kept);
        const CosineTransform transform(n, Lines::Contiguous, at::TensorOptions(at::kDouble));
        const at::Tensor all = tensorOf(randomArray(waveformLayout(2, n))).to(at::kDouble);
        at::Tensor padded = at::zeros_like(all);
        padded.narrow(1, 0, kept).copy_(all.narrow(1, 0, kept));
        at::Tensor fromPadded = at::empty_like(all);
        at::Tensor fromKept = at::empty_like(all);
        transform.backward(padded, 1, fromPadded);
        transform.backward(all.narrow(1, 0, kept), 1, fromKept);
        QVERIFY(largestDifference(valuesOf(fromPadded), valuesOf(fromKept)) <= 1e-13); // values up to 20
    }
};

BLURIG_TEST(TestCosineTransform)
#include "test_cosine_transform.moc"
