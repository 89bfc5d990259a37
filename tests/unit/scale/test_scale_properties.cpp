// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/scale_space.h"
#include "tests/support/test_class.h"
#include "tests/unit/scale/scale_support.h"

#include <QTest>

using namespace blurig;

namespace {

// Double precision's rounding in two transforms of values up to 1.
constexpr double rounding = 1e-14;

ScaleSpace exactSpace(const Array& z, std::vector<double> weights = {}) {
    return ScaleSpace(z, std::move(weights), Precision::Double);
}

// Values of one H x W picture; beyond the border lies its mirror image.
struct Plane {
    std::int64_t height;
    std::int64_t width;
    std::vector<double> values;

    double at(std::int64_t y, std::int64_t x) const {
        const std::int64_t row = std::clamp<std::int64_t>(y, 0, height - 1);
        const std::int64_t column = std::clamp<std::int64_t>(x, 0, width - 1);
        return values[static_cast<std::size_t>(row * width + column)];
    }
};

Array impulse(std::int64_t height, std::int64_t width, std::int64_t y, std::int64_t x) {
    std::vector<double> values(static_cast<std::size_t>(height * width));
    values[static_cast<std::size_t>(y * width + x)] = 1;
    return arrayOfDoubles(pictureLayout(1, height, width), values);
}

// a_y d^2L/dy^2 + a_x d^2L/dx^2 by differences.
std::vector<double> secondDifference(const Plane& p, double ay, double ax) {
    std::vector<double> result;
    for (std::int64_t y = 0; y < p.height; ++y)
        for (std::int64_t x = 0; x < p.width; ++x)
            result.push_back(ay * (p.at(y - 1, x) - 2 * p.at(y, x) + p.at(y + 1, x)) +
                             ax * (p.at(y, x - 1) - 2 * p.at(y, x) + p.at(y, x + 1)));
    return result;
}

// dL/dt = 1/2 lap L from t = 0 to sigma^2 by the classical Runge-Kutta rule: knows no cosine.
std::vector<double> steppedDiffusion(Plane plane, double sigma, double ay, double ax, int steps) {
    const double dt = sigma * sigma / steps;
    const auto slope = [&](const std::vector<double>* k, double factor) {
        Plane moved = plane;
        for (std::size_t i = 0; k && i < moved.values.size(); ++i)
            moved.values[i] += factor * (*k)[i];
        std::vector<double> result = secondDifference(moved, ay, ax);
        for (double& value : result)
            value *= 0.5;
        return result;
    };
    for (int step = 0; step < steps; ++step) {
        const std::vector<double> k1 = slope(nullptr, 0);
        const std::vector<double> k2 = slope(&k1, dt / 2);
        const std::vector<double> k3 = slope(&k2, dt / 2);
        const std::vector<double> k4 = slope(&k3, dt);
        for (std::size_t i = 0; i < k1.size(); ++i)
            plane.values[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return plane.values;
}

// Sign changes of first differences above `threshold` of the range; end points are not counted.
int extrema(const std::vector<double>& values, double threshold) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double limit = threshold * (*high - *low);
    int count = 0;
    double previous = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double step = values[i] - values[i - 1];
        if (std::abs(step) <= limit)
            continue;
        if (step * previous < 0)
            ++count;
        previous = step;
    }
    return count;
}

} // namespace

class TestScaleProperties : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void solvesTheDiffusionEquation_data() {
        QTest::addColumn<double>("sigma");
        QTest::addColumn<double>("ay");
        QTest::addColumn<double>("ax");
        for (const double sigma : {0.3, 1.0, 2.5})
            QTest::addRow("sigma %g", sigma) << sigma << 1.0 << 1.0;
        QTest::newRow("y only") << 1.5 << 1.0 << 0.0;
        QTest::newRow("x only") << 1.5 << 0.0 << 1.0;
    }

    void solvesTheDiffusionEquation() {
        QFETCH(double, sigma);
        QFETCH(double, ay);
        QFETCH(double, ax);
        const Array z = randomArray(pictureLayout(1, 8, 6));
        const std::vector<double> stepped = steppedDiffusion({8, 6, doubles(z)}, sigma, ay, ax, 2000);
        const ScaleSample sample = exactSpace(z, {ay, ax}).sample(sigma);
        // The fastest wave decays at rate 4, a step is at most 0.0031: t (4 dt)^4 / 120 * 4 < 6e-9 * exp(-4 t) there,
        // and less for slower waves: (r dt)^4 r t exp(-r t)/120 stays below 1e-10.
        QVERIFY(largestDifference(doubles(sample.blurred), stepped) <= 1e-10);
        const std::vector<double> laplacian = secondDifference({8, 6, doubles(sample.blurred)}, ay, ax);
        QVERIFY(largestDifference(doubles(sample.laplacian), laplacian) <= 8 * rounding); // weights' sum 8
    }

    void semigroup_data() {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::newRow("3, 4") << 3.0 << 4.0;
        QTest::newRow("0.2, 0.7") << 0.2 << 0.7;
        QTest::newRow("1, 30") << 1.0 << 30.0;
    }

    void semigroup() {
        QFETCH(double, first);
        QFETCH(double, second);
        const double both = std::hypot(first, second);
        const Array z = randomArray(pictureLayout(3, 40, 33));
        const ScaleSpace exact = exactSpace(z);
        QVERIFY(largestDifference(exactSpace(exact.blurred(first)).blurred(second), exact.blurred(both)) <= rounding);
        const ScaleSpace single(z);
        // float32 stores the first result, eps 6e-8, and transforms over 40 samples three times.
        QVERIFY(largestDifference(ScaleSpace(single.blurred(first)).blurred(second), single.blurred(both)) <= 1e-6);
    }

    void kernelIsSymmetric() {
        const std::vector<double> there = doubles(exactSpace(impulse(21, 30, 2, 5)).blurred(4));
        const std::vector<double> back = doubles(exactSpace(impulse(21, 30, 17, 11)).blurred(4));
        QVERIFY(std::abs(there[17 * 30 + 11] - back[2 * 30 + 5]) <= rounding);
        QVERIFY(*std::min_element(there.begin(), there.end()) >= -rounding);
    }

    void mirroredInputGivesMirroredOutput() {
        const Array z = randomArray(pictureLayout(2, 15, 22));
        const auto reversed = [](std::vector<double> values) { // both axes at once, and the channels
            std::reverse(values.begin(), values.end());
            return values;
        };
        const Array mirrored = arrayOfDoubles(z.layout(), reversed(doubles(z)));
        const ScaleSample a = exactSpace(z).sample(1.7);
        const ScaleSample b = exactSpace(mirrored).sample(1.7);
        QVERIFY(largestDifference(reversed(doubles(a.blurred)), doubles(b.blurred)) <= rounding);
        QVERIFY(largestDifference(reversed(doubles(a.laplacian)), doubles(b.laplacian)) <= rounding);
    }

    void meanIsPreserved() {
        const Array z = randomArray(pictureLayout(3, 50, 41));
        const auto means = [](const Array& array) {
            const std::vector<double> values = doubles(array);
            std::vector<double> result(3);
            for (std::size_t i = 0; i < values.size(); ++i)
                result[i / (50 * 41)] += values[i] / (50 * 41);
            return result;
        };
        const ScaleSpace exact = exactSpace(z);
        const ScaleSpace single(z);
        for (const double sigma : {0.4, 2.0, 9.0, 60.0, 1e6}) {
            // This test's own sums: 2050 equal values round the same way, by up to 2050 * 1e-16 * 0.5.
            QVERIFY(largestDifference(means(exact.blurred(sigma)), means(z)) <= 1e-13);
            QVERIFY(largest(means(exact.laplacian(sigma))) <= rounding);
            // The mean itself is rounded to float32 once (3e-8); the pixels' own rounding averages out.
            QVERIFY(largestDifference(means(single.blurred(sigma)), means(z)) <= 6e-8);
        }
    }

    void impulseHasVarianceSigmaSquared_data() {
        QTest::addColumn<double>("sigma");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("place");
        QTest::addColumn<double>("expected");
        QTest::addColumn<double>("tolerance");
        // At 6 sigma a border cuts a tail of mass 1e-9 at 36 sigma^2 and folds it: below 1e-6 of sigma^2.
        QTest::newRow("0.5 px") << 0.5 << 41 << 20 << 1.0 << 1e-6;
        QTest::newRow("2 px") << 2.0 << 61 << 30 << 1.0 << 1e-6;
        QTest::newRow("5 px, 6 sigma from one border") << 5.0 << 121 << 30 << 1.0 << 1e-6;
        // Borders nearer than that reduce it; the figure is known to two digits.
        QTest::newRow("50 px on 224 px") << 50.0 << 224 << 112 << 0.92 << 0.005;
    }

    void impulseHasVarianceSigmaSquared() {
        QFETCH(double, sigma);
        QFETCH(int, size);
        QFETCH(int, place);
        QFETCH(double, expected);
        QFETCH(double, tolerance);
        const std::vector<double> kernel = doubles(exactSpace(impulse(size, size, place, place)).blurred(sigma));
        double alongY = 0;
        double alongX = 0;
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                const double mass = kernel[static_cast<std::size_t>(y * size + x)];
                alongY += mass * (y - place) * (y - place);
                alongX += mass * (x - place) * (x - place);
            }
        }
        QVERIFY2(std::abs(alongY / (sigma * sigma) - expected) <= tolerance, qPrintable(QString::number(alongY)));
        QVERIFY2(std::abs(alongX / (sigma * sigma) - expected) <= tolerance, qPrintable(QString::number(alongX)));
    }

    void extremaOfALineNeverGrow_data() {
        QTest::addColumn<Array>("line");
        QTest::newRow("noise") << randomArray(waveformLayout(1, 400));
        std::vector<float> step(300);
        std::fill(step.begin() + 120, step.end(), 1.0F);
        QTest::newRow("step") << Array::fromHost(waveformLayout(1, 300), step);
        std::vector<float> bumps(301);
        for (std::size_t i = 0; i < bumps.size(); ++i)
            bumps[i] = static_cast<float>(std::sin(0.002 * static_cast<double>(i * i)));
        // Long enough for the FFT.
        QTest::newRow("long noise") << randomArray(waveformLayout(1, 3000));
        QTest::newRow("chirp") << Array::fromHost(waveformLayout(1, 301), bumps);
    }

    void extremaOfALineNeverGrow() {
        QFETCH(Array, line);
        for (const Precision precision : {Precision::Double, Precision::Single}) {
            // Above what rounding alone shows: a step has 22 "extrema" of 1e-17.
            const double threshold = precision == Precision::Double ? 1e-9 : 1e-6;
            const ScaleSpace space(line, {}, precision);
            int before = extrema(doubles(space.blurred(0)), threshold);
            for (double sigma = 0.1; sigma < 60; sigma *= 1.1) {
                const int now = extrema(doubles(space.blurred(sigma)), threshold);
                QVERIFY2(now <= before, qPrintable(QString("%1 -> %2 at %3").arg(before).arg(now).arg(sigma)));
                before = now;
            }
        }
    }

    // Lindeberg's infinitesimal form: where L has a maximum now, it does not rise. Two finite scales are not compared.
    void maximaDoNotRiseAndMinimaDoNotFall() {
        const Array z = randomArray(pictureLayout(1, 96, 80));
        const ScaleSpace space = exactSpace(z);
        int checked = 0;
        for (const double sigma : {0.0, 0.2, 0.6, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0}) {
            const ScaleSample sample = space.sample(sigma);
            const Plane blurred{96, 80, doubles(sample.blurred)};
            const std::vector<double> laplacian = doubles(sample.laplacian);
            for (std::int64_t y = 0; y < 96; ++y) {
                for (std::int64_t x = 0; x < 80; ++x) {
                    double highest = -1e300;
                    double lowest = 1e300;
                    for (std::int64_t dy = -1; dy <= 1; ++dy) {
                        for (std::int64_t dx = -1; dx <= 1; ++dx) {
                            highest = std::max(highest, blurred.at(y + dy, x + dx));
                            lowest = std::min(lowest, blurred.at(y + dy, x + dx));
                        }
                    }
                    const double rise = laplacian[static_cast<std::size_t>(y * 80 + x)];
                    if (blurred.at(y, x) == highest) {
                        QVERIFY(rise <= 1e-12); // rounding of a sum of 5 values below 1, and room
                        ++checked;
                    }
                    if (blurred.at(y, x) == lowest)
                        QVERIFY(rise >= -1e-12);
                }
            }
        }
        QVERIFY(checked > 1000);
    }

    void valuesStayInTheRange() {
        const ScaleSpace space(randomArray(pictureLayout(3, 64, 64)));
        for (const double sigma : {0.1, 0.5, 1.0, 5.0, 20.0, 100.0}) {
            const Array blurred = space.blurred(sigma);
            for (const float value : blurred.host())
                QVERIFY(value >= -1e-6F && value <= 1 + 1e-6F); // float32 rounding over 64 terms
        }
    }

    void laplacianIsTheDerivativeInScale() {
        const ScaleSpace space = exactSpace(randomArray(pictureLayout(2, 32, 45)));
        constexpr double h = 1e-4;
        for (const double sigma : {0.3, 0.8, 2.0, 7.0, 25.0}) {
            const std::vector<double> above = doubles(space.blurred(sigma + h));
            const std::vector<double> below = doubles(space.blurred(sigma - h));
            const std::vector<double> laplacian = doubles(space.laplacian(sigma));
            for (std::size_t i = 0; i < above.size(); ++i) {
                const double numeric = (above[i] - below[i]) / (2 * h);
                // Truncation h^2/6 d^3L/dsigma^3 with at most 30 contrasts a px^3, and rounding 1e-16/h = 1e-12.
                QVERIFY(std::abs(sigma * laplacian[i] - numeric) <= 1e-7);
            }
        }
    }

    void isLinear() {
        const ArrayLayout layout = pictureLayout(2, 26, 31);
        const std::vector<double> a = doubles(randomArray(layout, 1));
        const std::vector<double> b = doubles(randomArray(layout, 2));
        const auto mix = [](const std::vector<double>& p, const std::vector<double>& q) {
            std::vector<double> result;
            std::transform(p.begin(), p.end(), q.begin(), std::back_inserter(result),
                           [](double x, double y) { return 2 * x - 3 * y; });
            return result;
        };
        const ScaleSample first = exactSpace(arrayOfDoubles(layout, a)).sample(1.4);
        const ScaleSample second = exactSpace(arrayOfDoubles(layout, b)).sample(1.4);
        const ScaleSample mixed = exactSpace(arrayOfDoubles(layout, mix(a, b))).sample(1.4);
        const double tolerance = 5 * rounding; // |2| + |-3|
        QVERIFY(largestDifference(mix(doubles(first.blurred), doubles(second.blurred)), doubles(mixed.blurred)) <=
                tolerance);
        QVERIFY(largestDifference(mix(doubles(first.laplacian), doubles(second.laplacian)), doubles(mixed.laplacian)) <=
                tolerance);
    }
};

BLURIG_TEST(TestScaleProperties)
#include "test_scale_properties.moc"
