// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/known_results.h"
#include "core/scale/matrix_product.h"
#include "core/scale/reference_blur.h"
#include "core/scale/self_check.h"
#include "tests/support/test_class.h"

#include <ATen/ops/mm.h>
#include <QTest>

#include <limits>
#include <oneapi/dnnl/dnnl.h>

// Another oneDNN in the process, before the real one on the link line: one that leaves its result as it was.
extern "C" dnnl_status_t dnnl_sgemm(char, char, dnnl_dim_t, dnnl_dim_t, dnnl_dim_t, float, const float*, dnnl_dim_t,
                                    const float*, dnnl_dim_t, float, float*, dnnl_dim_t) {
    return dnnl_success;
}

using namespace blurig;

namespace {

ScaleSample blurred(const Array& z, double sigma) {
    return ScaleSpace(z).sample(sigma);
}

// As a library would that takes every matrix for one that lies row by row.
at::Tensor asRows(const at::Tensor& matrix) {
    return matrix.is_contiguous() ? matrix : matrix.t().reshape(matrix.sizes());
}

} // namespace

Q_DECLARE_METATYPE(blurig::MatrixProduct)
Q_DECLARE_METATYPE(blurig::Blur)

class TestSelfCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherLibraryOfTheSameNamesChangesNothing() {
        QCOMPARE(dnnl_sgemm('N', 'N', 0, 0, 0, 0, nullptr, 0, nullptr, 0, 0, nullptr, 0), dnnl_success);
        QCOMPARE(QString::fromStdString(faultOfArithmetic()), QString());
        QVERIFY(multipliesRight(multiply));
        QVERIFY(blursRight(blurred));
    }

    void wrongProductsAreNoticed_data() {
        QTest::addColumn<MatrixProduct>("product");
        using at::Tensor;
        const auto row = [](const char* name, MatrixProduct product) { QTest::newRow(name) << std::move(product); };
        row("leaves its result", [](const Tensor&, const Tensor&, Tensor& out) { out.zero_(); });
        row("not a number",
            [](const Tensor&, const Tensor&, Tensor& out) { out.fill_(std::numeric_limits<double>::quiet_NaN()); });
        row("one element by one", [](const Tensor& a, const Tensor& b, Tensor& out) {
            at::mm_out(out, a, b);
            out[-1][-1] += 1;
        });
        row("only in double", [](const Tensor& a, const Tensor& b, Tensor& out) {
            at::mm_out(out, a, b);
            if (out.scalar_type() == at::kDouble)
                out[0][0] += 1;
        });
        row("first matrix never transposed",
            [](const Tensor& a, const Tensor& b, Tensor& out) { at::mm_out(out, asRows(a), b); });
        row("second matrix never transposed",
            [](const Tensor& a, const Tensor& b, Tensor& out) { at::mm_out(out, a, asRows(b)); });
        row("last of the sum left out", [](const Tensor& a, const Tensor& b, Tensor& out) {
            at::mm_out(out, a.narrow(1, 0, a.size(1) - 1), b.narrow(0, 0, b.size(0) - 1));
        });
    }

    void wrongProductsAreNoticed() {
        QFETCH(const MatrixProduct, product);
        QVERIFY(!multipliesRight(product));
    }

    void wrongBlursAreNoticed_data() {
        QTest::addColumn<Blur>("blur");
        QTest::newRow("a little too wide")
            << Blur([](const Array& z, double sigma) { return blurred(z, 1.0001 * sigma); });
        QTest::newRow("black beyond the border") << Blur([](const Array& z, double sigma) {
            return ScaleSample{referenceBlur(z, sigma), blurred(z, sigma).laplacian};
        });
        QTest::newRow("no Laplacian") << Blur([](const Array& z, double sigma) {
            return ScaleSample{blurred(z, sigma).blurred, blurred(z, 1e4).laplacian};
        });
        QTest::newRow("not a number") << Blur([](const Array& z, double sigma) {
            const std::vector<float> nothing(z.host().size(), std::numeric_limits<float>::quiet_NaN());
            return ScaleSample{Array::fromHost(z.layout(), nothing), blurred(z, sigma).laplacian};
        });
    }

    void wrongBlursAreNoticed() {
        QFETCH(const Blur, blur);
        QVERIFY(!blursRight(blur));
    }
};

BLURIG_TEST(TestSelfCheck)
#include "test_self_check.moc"
