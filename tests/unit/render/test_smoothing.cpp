// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/smoothing.h"
#include "core/scale/scale_space.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace blurig;

namespace {

Array plane(int width, int height, std::vector<float> values) {
    return Array::fromHost(pictureLayout(1, height, width), std::move(values));
}

double sum(const Array& array) {
    return std::accumulate(array.host().begin(), array.host().end(), 0.0);
}

} // namespace

class TestSmoothing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSumIsKept_data() {
        QTest::addColumn<double>("pixels");
        for (const double pixels : {0.5, 2.0, 8.0})
            QTest::addRow("%g px", pixels) << pixels;
    }
    void theSumIsKept() {
        QFETCH(double, pixels);
        std::mt19937 random(3);
        std::vector<float> values(224 * 160);
        for (float& value : values)
            value = static_cast<float>(random() % 1000) / 1000.0F;
        values.front() = 500; // at the border, which mirrors
        const Array map = plane(224, 160, values);
        QVERIFY(std::abs(sum(smoothed(map, pixels)) / sum(map) - 1) < 1e-5);
    }

    // The discrete Gaussian e^-t I_n(t), t = sigma^2 = 4, along both axes.
    void aPointBecomesADiscreteGaussian() {
        std::vector<float> values(112 * 60, 0.0F);
        values[30 * 112 + 50] = 1;
        const Array map = smoothed(plane(112, 60, values), 4); // of 224: sigma is 2 here
        const auto at = [&](int x, int y) {
            return static_cast<double>(map.host()[static_cast<std::size_t>(y * 112 + x)]);
        };
        constexpr double middle = 0.20700192; // n = 0
        constexpr double beside = 0.11762671; // n = 2
        QVERIFY(std::abs(at(50, 30) - middle * middle) < 1e-6);
        QVERIFY(std::abs(at(50, 32) - at(52, 30)) < 1e-6);
        QVERIFY(std::abs(at(52, 30) - middle * beside) < 1e-6);
    }

    void isTheScaleSpaceOfTheMap_data() { theSumIsKept_data(); }
    void isTheScaleSpaceOfTheMap() {
        QFETCH(double, pixels);
        std::mt19937 random(5);
        std::vector<float> values(224 * 160);
        for (float& value : values)
            value = static_cast<float>(random() % 1000) / 1000.0F - 0.5F;
        const Array map = plane(224, 160, values);
        const Array ours = smoothed(map, pixels);
        const Array exact = ScaleSpace(map, {}, Precision::Double).blurred(pixels);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(std::abs(ours.host()[i] - exact.host()[i]) < 2e-6F);
    }

    void noneIsTheMapItself() {
        const Array map = plane(3, 2, std::vector<float>(6, 0.5F));
        QVERIFY(smoothed(map, 0).storage() == map.storage());
    }
};

BLURIG_TEST(TestSmoothing)
#include "test_smoothing.moc"
