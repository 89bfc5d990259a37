// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

// The axioms in the form in which DESIGN section 2 states them.
namespace {

constexpr const char* nonlinear =
    "torch.tanh((w * x).flatten(1).sum(1) / 4) + (w * x[:, [1, 2, 0]] * x).flatten(1).sum(1)";

std::shared_ptr<const Path> blurPath(const Array& z) {
    return std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(z), 20);
}

std::shared_ptr<const Path> straightPath(const Array& z, const Array& baseline) {
    return std::make_shared<StraightPath>(z, baseline);
}

Integration fixed(const Path& path, int steps) {
    const Schedule schedule = path.has(PathVariable::Log) ? Schedule::Log : Schedule::Linear;
    return {.schedule = schedule, .rule = Rule::Trapezoid, .steps = steps, .tolerances = {}, .maxGradients = 0};
}

// x scaled and shifted, element by element or channel by channel.
Array mapped(const Array& array, const std::function<double(std::size_t, double)>& map) {
    std::vector<float> result(array.host().begin(), array.host().end());
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = static_cast<float>(map(i, static_cast<double>(result[i])));
    return Array::fromHost(array.layout(), std::move(result));
}

} // namespace

class TestAxioms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paths_data() {
        QTest::addColumn<bool>("isBlur");
        QTest::newRow("blur") << true;
        QTest::newRow("straight") << false;
    }

    // The trapezoid error of 400 smooth intervals is about 1e-4 of the difference.
    void completeness_data() { paths_data(); }
    void completeness() {
        QFETCH(bool, isBlur);
        const Array z = roughPicture(3, 8, 8);
        const auto path = isBlur ? blurPath(z) : straightPath(z, roughPicture(3, 8, 8, 2));
        const auto state = run({.path = path, .model = scalarModel(nonlinear, z), .integration = fixed(*path, 400)});
        QVERIFY(*state->completeness.relativeGap() < 1e-3);
        for (const PathCell& cell : state->cells)
            QVERIFY(*cell.gap() < 1e-4);
    }

    void dummy_data() { paths_data(); }
    void dummy() {
        QFETCH(bool, isBlur);
        const Array z = roughPicture(3, 8, 8);
        const auto path = isBlur ? blurPath(z) : straightPath(z, roughPicture(3, 8, 8, 2));
        const auto state = run({.path = path,
                                .model = scalarModel("torch.exp(x[:, 0].flatten(1).mean(1)) * x[:, 2, 3, 3]", z),
                                .integration = fixed(*path, 20)});
        for (std::size_t i = 64; i < 128; ++i) // the second channel, which F does not read
            QCOMPARE(values(state->attribution)[i], 0.0);
    }

    // At shared nodes the map of F + 2 G is the sum of maps, to the rounding of float32 gradients.
    void linearity_data() { paths_data(); }
    void linearity() {
        QFETCH(bool, isBlur);
        const Array z = roughPicture(3, 8, 8);
        const auto path = isBlur ? blurPath(z) : straightPath(z, roughPicture(3, 8, 8, 2));
        const std::string f = "torch.tanh((w * x).flatten(1).sum(1))";
        const std::string g = "(x * x * w).flatten(1).sum(1)";
        const auto mapOf = [&](const std::string& source) {
            return values(
                run({.path = path, .model = scalarModel(source, z), .integration = fixed(*path, 20)})->attribution);
        };
        const std::vector<double> mapF = mapOf(f);
        const std::vector<double> mapG = mapOf(g);
        const auto sum =
            run({.path = path, .model = scalarModel(f + " + 2 * " + g, z), .integration = fixed(*path, 20)})
                ->attribution;
        std::vector<double> expected = mapF;
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] += 2 * mapG[i];
        QVERIFY(deviation(sum, expected) < 2e-6);
    }

    // IG: every feature may have its own affine map, carried along by baseline and model.
    void scaleInvarianceOfIg() {
        const Array z = roughPicture(3, 8, 8);
        const Array baseline = roughPicture(3, 8, 8, 2);
        const auto path = straightPath(z, baseline);
        const auto plain = run({.path = path, .model = scalarModel(nonlinear, z), .integration = fixed(*path, 20)});
        // x' = s x + 0.25 with s = 2 + w; the model undoes it.
        const std::vector<double> w = weights(z);
        const auto map = [&](std::size_t i, double x) { return (2 + w[i]) * x + 0.25; };
        std::string undone = nonlinear;
        for (std::size_t at = 0; (at = undone.find('x', at)) != std::string::npos;) {
            const bool variable = (at == 0 || !std::isalpha(static_cast<unsigned char>(undone[at - 1])));
            undone.replace(at, 1, variable ? "((x - 0.25) / (2 + w))" : "x");
            at += variable ? 22 : 1;
        }
        const auto carried = straightPath(mapped(z, map), mapped(baseline, map));
        const auto state = run({.path = carried, .model = scalarModel(undone, z), .integration = fixed(*path, 20)});
        QVERIFY(deviation(state->attribution, values(plain->attribution)) < 1e-5);
    }

    // Blur IG: one affine map common to all pixels of a channel, because blur mixes pixels.
    void scaleInvarianceOfBlurIg() {
        const Array z = roughPicture(3, 8, 8);
        const std::string source = "torch.tanh((w * %1).flatten(1).sum(1) / 4) + (%1 * %1 * w).flatten(1).sum(1)";
        const auto modelOf = [&](const char* x) {
            return scalarModel(QString::fromStdString(source).arg(QString::fromLatin1(x)).toStdString(), z);
        };
        const auto path = blurPath(z);
        const auto plain = run({.path = path, .model = modelOf("x"), .integration = fixed(*path, 20)});
        const std::array scale = {2.0, 0.5, 3.0};
        const auto common = [&](std::size_t i, double x) { return scale[i / 64] * x + 0.25; };
        const auto undo = "((x - 0.25) / torch.tensor([2.0, 0.5, 3.0]).reshape(3, 1, 1))";
        const auto carried = blurPath(mapped(z, common));
        const auto state = run({.path = carried, .model = modelOf(undo), .integration = fixed(*path, 20)});
        QVERIFY(deviation(state->attribution, values(plain->attribution)) < 1e-5);

        const std::vector<double> w = weights(z);
        const auto ownOfEach = blurPath(mapped(z, [&](std::size_t i, double x) { return (2 + w[i]) * x; }));
        const auto broken =
            run({.path = ownOfEach, .model = modelOf("(x / (2 + w))"), .integration = fixed(*path, 20)});
        QVERIFY(deviation(broken->attribution, values(plain->attribution)) > 1e-2); // as DESIGN says
    }
};

BLURIG_TEST(TestAxioms)
#include "test_axioms.moc"
