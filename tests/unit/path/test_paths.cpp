// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/path/blur_path.h"
#include "core/path/integrator.h"
#include "core/path/reference_blur_path.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

class TestPaths : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blurTangentIsTheDerivative_data() {
        QTest::addColumn<int>("variable");
        QTest::addColumn<double>("sigma");
        for (const double sigma : {0.3, 1.0, 4.0}) {
            QTest::addRow("log at %g", sigma) << static_cast<int>(PathVariable::Log) << sigma;
            QTest::addRow("linear at %g", sigma) << static_cast<int>(PathVariable::Linear) << sigma;
            QTest::addRow("alpha at %g", sigma) << static_cast<int>(PathVariable::Alpha) << sigma;
        }
    }

    // Central difference of gamma in v: float32 leaves up to 5e-3 where little changes.
    void blurTangentIsTheDerivative() {
        QFETCH(int, variable);
        QFETCH(double, sigma);
        const auto v = static_cast<PathVariable>(variable);
        const BlurPath path(std::make_shared<ScaleSpace>(roughPicture(1, 8, 8)), 20);
        const double at = path.toVariable(v, sigma);
        const double step = 1e-2 * at;
        const Array after = path.point(path.toPosition(v, at + step));
        const Array before = path.point(path.toPosition(v, at - step));
        std::vector<double> numeric = values(after);
        for (std::size_t i = 0; i < numeric.size(); ++i)
            numeric[i] = (numeric[i] - static_cast<double>(before.host()[i])) / (2 * step) / path.rate(v, sigma);
        QVERIFY(deviation(path.sample(sigma).direction, numeric) < 1e-2);
    }

    void variablesStartAtTheInputAndInvert() {
        const BlurPath path(std::make_shared<ScaleSpace>(roughPicture(1, 4, 4)), 20);
        for (const PathVariable v : {PathVariable::Log, PathVariable::Linear, PathVariable::Alpha}) {
            QCOMPARE(path.toVariable(v, 0), 0.0);
            QVERIFY(std::abs(path.toPosition(v, path.toVariable(v, 7.5)) - 7.5) < 1e-12);
        }
        QCOMPARE(path.rate(PathVariable::Log, 0), 0.0);
        QCOMPARE(path.rate(PathVariable::Alpha, 0), 0.25);
    }

    void straightPathEndsExactly() {
        const Array z = roughPicture(3, 4, 4, 1);
        const Array baseline = roughPicture(3, 4, 4, 2);
        const StraightPath path(z, baseline);
        QCOMPARE(values(path.point(0)), values(z));
        QCOMPARE(values(path.point(1)), values(baseline));
        const Array quarter = path.point(0.25);
        for (std::size_t i = 0; i < quarter.host().size(); ++i)
            QVERIFY(std::abs(quarter.host()[i] - (0.75F * z.host()[i] + 0.25F * baseline.host()[i])) < 1e-6F);
        QVERIFY(!path.has(PathVariable::Log));
    }

    // Below an eighth of a pixel the package's Gaussian has radius 0: the path stands still there.
    void referencePathStandsStillBelowAnEighth() {
        const ReferenceBlurPath path(roughPicture(3, 8, 8), 50);
        for (const double value : values(path.sample(0.05).direction))
            QCOMPARE(value, 0.0);
        double moved = 0;
        for (const double value : values(path.sample(1.0).direction))
            moved += std::abs(value);
        QVERIFY(moved > 0.1);
    }

    void aStraightPathHasNoLogSchedule() {
        const Array z = roughPicture(1, 4, 4);
        const StraightPath path(z, constantPicture(1, 4, 4, 0));
        QVERIFY_THROWS_EXCEPTION(Error, variableOf(Schedule::Log, path));
        QCOMPARE(variableOf(Schedule::Adaptive, path), PathVariable::Linear);
    }

    void aDescriptionTellsPathsApart() {
        const Array z = roughPicture(1, 4, 4);
        const BlurPath blur(std::make_shared<ScaleSpace>(z), 20);
        const BlurPath longer(std::make_shared<ScaleSpace>(z), 50);
        const BlurPath rows(std::make_shared<ScaleSpace>(z, std::vector{1.0, 0.0}), 20);
        const ReferenceBlurPath reference(z, 20);
        const StraightPath black(z, constantPicture(1, 4, 4, 0));
        const StraightPath white(z, constantPicture(1, 4, 4, 1));
        QCOMPARE(blur.description().kind, PathKind::Blur);
        QCOMPARE(blur.description().sigmaMax, 20.0);
        QVERIFY(sameRoute(blur.description(), longer.description()));
        QVERIFY(!sameRoute(blur.description(), rows.description()));
        QVERIFY(!sameRoute(blur.description(), reference.description()));
        QVERIFY(!sameRoute(black.description(), white.description()));
        QVERIFY(sameRoute(black.description(), StraightPath(z, constantPicture(1, 4, 4, 0)).description()));
        QVERIFY(isOverSigma(reference.description().kind));
        QCOMPARE(positionNameOf(PathKind::Blur), "sigma");
        QCOMPARE(positionNameOf(black.description().kind), "1 - alpha");
    }

    void namesReadBack() {
        for (const Schedule s : {Schedule::Adaptive, Schedule::Log, Schedule::Linear, Schedule::Alpha})
            QCOMPARE(parseSchedule(name(s)), s);
        for (const Rule r : {Rule::Trapezoid, Rule::Midpoint, Rule::Left, Rule::Equal})
            QCOMPARE(parseRule(name(r)), r);
        QVERIFY_THROWS_EXCEPTION(Error, parseSchedule("quadratic"));
        QVERIFY_THROWS_EXCEPTION(Error, parseRule(""));
    }
};

BLURIG_TEST(TestPaths)
#include "test_paths.moc"
