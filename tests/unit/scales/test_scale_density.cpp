// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"
#include "core/scales/region_curve.h"
#include "core/scales/scale_density.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

std::shared_ptr<const PathState> state() {
    const Array picture = roughPicture(3, 16, 16);
    return run({.path = std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(picture), 10),
                .model = quadraticModel(picture),
                .integration = {.schedule = Schedule::Log, .rule = Rule::Trapezoid, .steps = 24}});
}

} // namespace

class TestScaleDensity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesSumToTheDifference() {
        const auto path = state();
        double change = 0;
        double evidence = 0;
        const auto cells = scaleDensity(*path);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            change += cells[i].change;
            evidence += cells[i].evidence;
            QVERIFY(cells[i].evidence >= std::abs(path->cells[i].mass) * (1 - 1e-6));
            QVERIFY(cells[i].gap);
        }
        QVERIFY(std::abs(change - path->completeness.difference()) < 1e-9);
        QVERIFY(evidence > std::abs(change)); // the weights have both signs: parts cancel
        QCOMPARE(cells.front().from, 0.0);
        QVERIFY(std::abs(cells.back().to - 10) < 1e-12);
    }

    void widthsAreOfTheAxisThatIsShown() {
        const DensityCell cell{.from = 1, .to = 4};
        QCOMPARE(cell.widthOn(DensityAxis::LogSigma), std::log(4.0));
        QCOMPARE(cell.widthOn(DensityAxis::LogScale), std::log(9.0 / 3.0));
        QCOMPARE(cell.widthOn(DensityAxis::Sigma), 3.0);
        QVERIFY(std::isinf(DensityCell{.from = 0, .to = 1}.widthOn(DensityAxis::LogSigma)));
    }

    // Regions that tile the picture share out each interval's mass.
    void regionsShareOutTheMass() {
        const auto path = state();
        const std::vector<double> left = regionMasses(*path, {0, 0, 5, 16});
        const std::vector<double> right = regionMasses(*path, {5, 0, 100, 16}); // cut to the picture
        const std::vector<double> pixel = regionMasses(*path, {3, 7, 4, 8});
        const std::vector<double> outside = regionMasses(*path, {20, 20, 24, 24});
        double sum = 0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            QVERIFY(std::abs(left[i] + right[i] - path->cells[i].mass) < 1e-6);
            QCOMPARE(outside[i], 0.0);
            sum += pixel[i];
        }
        double expected = 0;
        for (std::size_t channel = 0; channel < 3; ++channel)
            expected += static_cast<double>(path->attribution.host()[(channel * 16 + 7) * 16 + 3]);
        QVERIFY(std::abs(sum - expected) < 1e-6);
    }
};

BLURIG_TEST(TestScaleDensity)
#include "test_scale_density.moc"
