// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/torch_access.h"
#include "core/scales/octave_bands.h"
#include "core/scales/octave_transform.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <ATen/ops/rand.h>
#include <QTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace blurig;
using namespace blurig::test;

namespace {

Array doubles(std::vector<std::int64_t> sizes, std::vector<Axis> axes) {
    ArrayLayout layout{.channels = sizes.front(), .axes = std::move(axes)};
    return arrayOf(at::rand(sizes, at::kDouble), layout);
}

double greatest(const at::Tensor& tensor) {
    return tensor.abs().max().item<double>();
}

} // namespace

class TestOctaveBands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areOctavesOfThePeriod() {
        const auto bands = octaveBands(pictureLayout(3, 224, 224));
        QCOMPARE(bands.size(), std::size_t{8});
        QCOMPARE(bands[0].periodFrom, 0.0);
        QCOMPARE(bands[0].periodTo, 4.0);
        QCOMPARE(bands[2].periodFrom, 8.0);
        QCOMPARE(bands[2].periodTo, 16.0);
        QCOMPARE(bands[7].periodTo, 512.0);
        QCOMPARE(octaveBands(pictureLayout(1, 32, 8)).size(), std::size_t{6}); // the longest period is 64
        QCOMPARE(octaveBands(pictureLayout(1, 1000, 600)).back().periodTo, 2000.0);
        QVERIFY(octaveBands(pictureLayout(3, 1, 1)).empty());
        QCOMPARE(octaveBands(pictureLayout(1, 32, 8), {0, 1}).size(), std::size_t{4});
    }

    void partsSumToTheArray_data() {
        QTest::addColumn<std::vector<std::int64_t>>("sizes");
        QTest::addColumn<std::vector<double>>("weights");
        QTest::newRow("square") << std::vector<std::int64_t>{3, 32, 32} << std::vector<double>{};
        QTest::newRow("odd") << std::vector<std::int64_t>{2, 37, 21} << std::vector<double>{};
        QTest::newRow("one axis") << std::vector<std::int64_t>{1, 16, 40} << std::vector<double>{0, 1};
        QTest::newRow("signal") << std::vector<std::int64_t>{1, 300} << std::vector<double>{};
        QTest::newRow("one pixel") << std::vector<std::int64_t>{3, 1, 1} << std::vector<double>{};
    }

    void partsSumToTheArray() {
        QFETCH(const std::vector<std::int64_t>, sizes);
        QFETCH(const std::vector<double>, weights);
        std::vector<Axis> axes;
        for (std::size_t i = 1; i < sizes.size(); ++i)
            axes.push_back({.name = "axis", .size = sizes[i]});
        const Array array = doubles(sizes, axes);
        const OctaveParts parts = octaveParts(array, weights);
        at::Tensor sum = tensorOf(parts.mean).clone();
        for (const Array& part : parts.octaves)
            sum.add_(tensorOf(part));
        QVERIFY(greatest(sum.sub(tensorOf(array))) < 1e-12);
    }

    // Of two arrays, the products of coefficients by octave sum to the inner product.
    void productsSumToTheInnerProduct() {
        const std::vector<Axis> axes{{.name = "y", .size = 48}, {.name = "x", .size = 31}};
        const Array a = doubles({3, 48, 31}, axes);
        const Array b = doubles({3, 48, 31}, axes);
        const OctaveTransform transform(a.layout(), {}, Precision::Double);
        const auto sums = transform.products(transform.spectrum(tensorOf(a)), transform.spectrum(tensorOf(b)));
        const double total = std::accumulate(sums.begin(), sums.end(), 0.0);
        const double expected = tensorOf(a).mul(tensorOf(b)).sum().item<double>();
        QVERIFY(std::abs(total - expected) < 1e-12 * expected);
    }

    void aWaveLiesInItsOctave_data() {
        QTest::addColumn<int>("k");
        QTest::addColumn<std::size_t>("octave");
        QTest::newRow("period 2.1") << 61 << std::size_t{0};
        QTest::newRow("period 4 begins the next") << 32 << std::size_t{1};
        QTest::newRow("period 8") << 16 << std::size_t{2};
        QTest::newRow("period 7.5") << 17 << std::size_t{1};
        QTest::newRow("period 128") << 1 << std::size_t{6};
    }

    void aWaveLiesInItsOctave() {
        QFETCH(const int, k);
        QFETCH(const std::size_t, octave);
        std::vector<float> values;
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                values.push_back(static_cast<float>(0.5 + 0.4 * std::cos(std::numbers::pi * k * (2 * x + 1) / 128)));
        const OctaveParts parts = octaveParts(Array::fromHost(pictureLayout(1, 64, 64), values));
        for (std::size_t i = 0; i < parts.octaves.size(); ++i)
            QCOMPARE(greatest(tensorOf(parts.octaves[i])) > 0.1, i == octave);
        QVERIFY(std::abs(greatest(tensorOf(parts.mean)) - 0.5) < 1e-6);
    }
};

BLURIG_TEST(TestOctaveBands)
#include "test_octave_bands.moc"
