// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/scale_space.h"
#include "tests/support/test_class.h"
#include "tests/unit/scale/scale_support.h"

#include <QTest>

#include <cstring>
#include <limits>

using namespace blurig;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr auto exactly = [](std::span<const float> a, std::span<const float> b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
};

// The mean along y (dim 1) or x (dim 2) of C x H x W, at every place of the line.
Array lineMeans(const Array& picture, std::size_t dim) {
    const std::vector<double> z = doubles(picture);
    const auto height = static_cast<std::size_t>(picture.height());
    const auto width = static_cast<std::size_t>(picture.width());
    std::vector<double> means(z.size());
    for (std::size_t i = 0; i < z.size(); ++i) {
        const std::size_t x = i % width;
        const std::size_t y = i / width % height;
        const std::size_t count = dim == 1 ? height : width;
        const std::size_t stride = dim == 1 ? width : 1;
        const std::size_t first = i - (dim == 1 ? y * width : x);
        for (std::size_t j = 0; j < count; ++j)
            means[i] += z[first + j * stride] / static_cast<double>(count);
    }
    return arrayOfDoubles(picture.layout(), means);
}

} // namespace

class TestScaleSpace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zeroIsTheVeryInput() {
        const Array z = randomArray(pictureLayout(3, 20, 17));
        const ScaleSpace space(z);
        QVERIFY(exactly(space.blurred(0).host(), z.host()));
        QCOMPARE(space.input().host().data(), z.host().data());
        QVERIFY(exactly(ScaleSpace(z, {}, Precision::Double).blurred(0).host(), z.host()));
    }

    // One coefficient is left of each axis: the products are of single numbers and of lines.
    void greatScalesJoinTheMean_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::newRow("one channel") << 1 << 24 << 96;
        QTest::newRow("one square channel") << 1 << 24 << 24;
        QTest::newRow("three channels") << 3 << 24 << 96;
        QTest::newRow("a line") << 1 << 1 << 96;
        QTest::newRow("a column") << 1 << 96 << 1;
    }

    void greatScalesJoinTheMean() {
        QFETCH(int, channels);
        QFETCH(int, height);
        QFETCH(int, width);
        const ScaleSpace space(randomArray(pictureLayout(channels, height, width)));
        const Array limit = space.blurred(std::numeric_limits<double>::infinity());
        const Array blurred = space.blurred(1000);
        const Array laplacian = space.laplacian(1000);
        for (std::size_t i = 0; i < limit.host().size(); ++i) {
            QVERIFY(std::abs(blurred.host()[i] - limit.host()[i]) < 1e-6F);
            QVERIFY(std::abs(laplacian.host()[i]) < 1e-6F);
        }
    }

    void infinityIsTheMeanColour_data() {
        QTest::addColumn<Precision>("precision");
        QTest::addColumn<double>("tolerance");
        // The mean is summed in double: float32 rounds it once, by half an ulp of a value below 1.
        QTest::newRow("single") << Precision::Single << 3e-8;
        QTest::newRow("double") << Precision::Double << 1e-15;
    }

    void infinityIsTheMeanColour() {
        QFETCH(Precision, precision);
        QFETCH(double, tolerance);
        const Array z = randomArray(pictureLayout(3, 64, 48));
        const ScaleSpace space(z, {}, precision);
        const std::vector<double> values = doubles(z);
        const std::vector<double> blurred = doubles(space.blurred(infinity));
        constexpr std::size_t pixels = 64 * 48;
        for (std::size_t c = 0; c < 3; ++c) {
            double mean = 0;
            for (std::size_t i = 0; i < pixels; ++i)
                mean += values[c * pixels + i] / pixels;
            for (std::size_t i = 0; i < pixels; ++i)
                QVERIFY(std::abs(blurred[c * pixels + i] - mean) <= tolerance);
        }
        QCOMPARE(largest(doubles(space.laplacian(infinity))), 0.0);
        // A scale at which no wave is left: nothing jumps between large and infinite.
        QVERIFY(largestDifference(space.blurred(infinity), space.blurred(1e4)) <= tolerance);
    }

    void uniformStaysItselfAtEveryScale() {
        const Array z = Array::fromHost(pictureLayout(3, 30, 31), std::vector<float>(2790, 0.7F));
        const ScaleSpace space(z);
        for (const double sigma : {0.3, 2.0, 40.0, infinity}) {
            QVERIFY(exactly(space.blurred(sigma).host(), z.host()));
            QVERIFY(largest(doubles(space.laplacian(sigma))) <= 1e-14); // rounding of the double transform
        }
    }

    void laplacianAtZeroIsTheSecondDifference() {
        const Array z = Array::fromHost(pictureLayout(1, 2, 3), {1, 2, 4, 8, 16, 32});
        const Array expected = Array::fromHost(pictureLayout(1, 2, 3), {8, 15, 26, 1, -6, -44});
        QVERIFY(exactly(ScaleSpace(z).laplacian(0).host(), expected.host()));
        const Array alongX = Array::fromHost(pictureLayout(1, 2, 3), {1, 1, -2, 8, 8, -16});
        QVERIFY(exactly(ScaleSpace(z, {0, 1}).laplacian(0).host(), alongX.host()));
    }

    void brightSpotHasNegativeLaplacian() {
        std::vector<float> values(81);
        values[40] = 1;
        const ScaleSpace space(Array::fromHost(pictureLayout(1, 9, 9), std::move(values)));
        for (const double sigma : {0.0, 0.5, 1.0})
            QVERIFY(space.laplacian(sigma).host()[40] < 0);
    }

    void oneAxisOnly_data() {
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("x");
        QTest::newRow("(1,0)") << 1.0 << 0.0;
        QTest::newRow("(0,1)") << 0.0 << 1.0;
    }

    void oneAxisOnly() {
        QFETCH(double, y);
        QFETCH(double, x);
        const Array z = randomArray(pictureLayout(2, 12, 19));
        const ScaleSpace space(z, {y, x}, Precision::Double);
        const Array means = lineMeans(z, y > 0 ? 1 : 2);
        QVERIFY(largestDifference(space.blurred(infinity), means) <= 1e-15); // sums of 12 or 19 values below 1
        // What is not blurred along a line keeps that line's mean: lines do not mix.
        QVERIFY(largestDifference(lineMeans(space.blurred(3), y > 0 ? 1 : 2), means) <= 1e-14);
        // Each line is the waveform that it would be alone.
        if (x > 0) {
            const std::vector<double> all = doubles(z);
            const Array line = arrayOfDoubles(waveformLayout(1, 19), {all.begin() + 19, all.begin() + 38});
            const std::vector<double> alone = doubles(ScaleSpace(line, {}, Precision::Double).blurred(1.5));
            const std::vector<double> within = doubles(space.blurred(1.5));
            QVERIFY(largestDifference(alone, {within.begin() + 19, within.begin() + 38}) <= 1e-14);
        }
    }

    void noAxisIsTheIdentity() {
        const Array z = randomArray(pictureLayout(1, 5, 6));
        const ScaleSpace space(z, {0, 0});
        QVERIFY(exactly(space.blurred(7).host(), z.host()));
        QVERIFY(exactly(space.blurred(infinity).host(), z.host()));
        QCOMPARE(largest(doubles(space.laplacian(7))), 0.0);
    }

    void bitsDoNotDependOnTheBatch_data() {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::newRow("224 x 224") << 224 << 224;
        QTest::newRow("odd sizes, so that places in a batch are not aligned") << 61 << 37;
        QTest::newRow("one line") << 1 << 999;
        QTest::newRow("one axis by FFT, one by product") << 47 << 449;
        QTest::newRow("both by FFT") << 897 << 449;
    }

    void bitsDoNotDependOnTheBatch() {
        QFETCH(int, height);
        QFETCH(int, width);
        const ScaleSpace space(randomArray(pictureLayout(3, height, width)));
        const std::vector<double> sigmas = {0, 0.2, 0.7, 1.9, 5, 13, 50, infinity};
        const std::size_t each = static_cast<std::size_t>(3 * height * width);
        for (const std::size_t count : {1U, 3U, 8U}) {
            for (std::size_t first = 0; first + count <= sigmas.size(); ++first) {
                const std::span<const double> asked = std::span(sigmas).subspan(first, count);
                const Array blurred = space.blurred(asked);
                const Array laplacian = space.laplacian(asked);
                QCOMPARE(blurred.layout().batch, static_cast<std::int64_t>(count));
                for (std::size_t i = 0; i < count; ++i) {
                    const double sigma = asked[i];
                    QVERIFY(exactly(blurred.host().subspan(i * each, each), space.blurred(sigma).host()));
                    QVERIFY(exactly(laplacian.host().subspan(i * each, each), space.laplacian(sigma).host()));
                }
            }
        }
        for (const double sigma : sigmas) {
            const ScaleSample sample = space.sample(sigma);
            QVERIFY(exactly(sample.blurred.host(), space.blurred(sigma).host()));
            QVERIFY(exactly(sample.laplacian.host(), space.laplacian(sigma).host()));
        }
    }

    void keepsTheLayout() {
        ArrayLayout layout = pictureLayout(1, 6, 8);
        layout.range = {-80, 0, "dB"};
        layout.axes[0].name = "frequency";
        const ScaleSpace space(randomArray(layout));
        for (const double sigma : {0.0, 1.0, infinity}) {
            QVERIFY(space.blurred(sigma).layout() == layout);
            QVERIFY(space.sample(sigma).laplacian.layout() == layout);
        }
    }

    void waveformIsOneOrTwoAxes() {
        const Array wave = randomArray(waveformLayout(2, 500));
        const Array flat = Array::fromHost(pictureLayout(2, 1, 500), {wave.host().begin(), wave.host().end()});
        const ScaleSpace one(wave);
        const ScaleSpace two(flat);
        for (const double sigma : {0.0, 0.8, 30.0, infinity}) {
            QVERIFY(exactly(one.blurred(sigma).host(), two.blurred(sigma).host()));
            QVERIFY(exactly(one.laplacian(sigma).host(), two.laplacian(sigma).host()));
        }
    }

    // A second of sound: no matrix of 16,000 x 16,000 stands behind it.
    void longWaveform() {
        const Array wave = randomArray(waveformLayout(1, 16000));
        const ScaleSpace space(wave);
        const ScaleSpace exact(wave, {}, Precision::Double);
        for (const double sigma : {0.5, 10.0, 300.0})
            QVERIFY(largestDifference(space.blurred(sigma), exact.blurred(sigma)) <= 1e-6); // as singleAgreesWithDouble
        const Array twice = ScaleSpace(exact.blurred(3), {}, Precision::Double).blurred(4);
        QVERIFY(largestDifference(twice, exact.blurred(5)) <= 1e-14); // rounding of an FFT of values below 1
    }

    // The operators of the axes commute and multiply: all three at once are one after another.
    void threeAxesAreOneAfterAnother() {
        const ArrayLayout layout{.batch = 0, .channels = 2, .axes = {{"z", 5}, {"y", 9}, {"x", 7}}, .range = {}};
        const Array z = randomArray(layout);
        Array stepwise = z;
        for (const std::vector<double>& axis : {std::vector{1., 0., 0.}, {0., 1., 0.}, {0., 0., 1.}})
            stepwise = ScaleSpace(stepwise, axis, Precision::Double).blurred(1.2);
        const Array together = ScaleSpace(z, {}, Precision::Double).blurred(1.2);
        QVERIFY(largestDifference(together, stepwise) <= 1e-14); // rounding of values below 1
    }

    void precisionDecidesTheType() {
        const Array z = randomArray(pictureLayout(1, 5, 6));
        QVERIFY(tensorOf(ScaleSpace(z).blurred(1)).scalar_type() == at::kFloat);
        QVERIFY(tensorOf(ScaleSpace(z, {}, Precision::Double).blurred(1)).scalar_type() == at::kDouble);
    }

    void singleAgreesWithDouble_data() {
        QTest::addColumn<int>("size");
        for (const int size : {8, 61, 224, 449})
            QTest::addRow("%d px", size) << size;
    }

    // A float32 sum of n products of unit-norm rows errs by about eps sqrt(n) of a random picture's contrast; eps is
    // 6e-8, n up to 224, two passes, the largest of 150,000 pixels some 5 deviations out: 2e-6. The Laplacian likewise,
    // relative to its own size, and the cut of 1e-8 adds less than either.
    void singleAgreesWithDouble() {
        QFETCH(int, size);
        const Array z = randomArray(pictureLayout(3, size, size + 5));
        const ScaleSpace single(z);
        const ScaleSpace exact(z, {}, Precision::Double);
        for (const double sigma : {0.0, 0.1, 0.5, 1.0, 3.0, 5.0, 20.0, 50.0, 200.0}) {
            QVERIFY(largestDifference(single.blurred(sigma), exact.blurred(sigma)) <= 2e-6);
            const double scale = largest(doubles(exact.laplacian(sigma)));
            QVERIFY(largestDifference(single.laplacian(sigma), exact.laplacian(sigma)) <= 2e-6 * scale + 1e-30);
        }
    }
};

BLURIG_TEST(TestScaleSpace)
#include "test_scale_space.moc"
