// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/accumulation.h"
#include "core/path/blur_path.h"
#include "core/path/bulk.h"
#include "core/scale/cosine_basis.h"
#include "core/scales/octave_split.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"
#include "tests/unit/scales/wave_model.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr std::int64_t n = 128;
constexpr double farEnd = 40; // px

// A rough picture that has some of the wave: else F is what float32 leaves of a sum that cancels.
Array pictureWith(const Wave& wave) {
    std::vector<double> values = blurig::test::values(roughPicture(1, n, n));
    const auto basis = cosineBasis(n);
    const auto at = [&](std::int64_t k, std::int64_t x) { return basis[static_cast<std::size_t>(k * n + x)]; };
    std::vector<float> mixed;
    for (std::int64_t y = 0; y < n; ++y)
        for (std::int64_t x = 0; x < n; ++x) {
            const double rough = values[static_cast<std::size_t>(y * n + x)];
            mixed.push_back(static_cast<float>(0.5 + 0.5 * (rough - 0.5) + 0.1 * n * at(wave.ky, y) * at(wave.kx, x)));
        }
    return Array::fromHost(pictureLayout(1, n, n), std::move(mixed));
}

// Linear models that look for one wave: F at sigma is F(0) exp(c sigma^2) on any picture.
std::shared_ptr<const PathState> detected(const Wave& wave, int nodes) {
    const Array picture = pictureWith(wave);
    return run({.path = std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(picture), farEnd),
                .model = waveModel(n, wave),
                .integration = {.schedule = Schedule::Log, .rule = Rule::Trapezoid, .steps = nodes}});
}

// The interval of sigma, shortest in log(1 + sigma/0.5), in which half of exp(c sigma^2) is lost.
std::pair<double, double> halfOf(double c) {
    const double wanted = 0.5 * (1 - std::exp(c * farEnd * farEnd));
    std::pair<double, double> best{0, farEnd};
    constexpr int steps = 400000;
    const double last = std::sqrt(std::log(wanted) / c); // exp(c sigma^2) is `wanted`: no room for more after it
    for (int i = 0; i <= steps; ++i) {
        const double from = last * i / steps;
        const double left = std::exp(c * from * from) - wanted;
        if (left <= 0)
            break;
        const double to = std::sqrt(std::log(left) / c);
        if (logScale(to) - logScale(from) < logScale(best.second) - logScale(best.first))
            best = {from, to};
    }
    return best;
}

} // namespace

class TestPlantedDetectors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 24 waves of 4 to 64 px: across, down and diagonal.
    void areFound_data() {
        QTest::addColumn<int>("ky");
        QTest::addColumn<int>("kx");
        QTest::addColumn<std::size_t>("octave");
        const std::vector<int> waves{64, 48, 32, 20, 16, 10, 8, 4};
        for (const int k : waves) {
            const int diagonal = static_cast<int>(std::lround(k / std::sqrt(2.0)));
            for (const auto& [ky, kx] : {std::pair(k, 0), std::pair(0, k), std::pair(diagonal, diagonal)}) {
                const double period = 2.0 * n / std::hypot(ky, kx);
                const auto octave = static_cast<std::size_t>(std::max(0.0, std::floor(std::log2(period / 2) + 1e-12)));
                QTest::addRow("%d down, %d across: %.1f px", ky, kx, period) << ky << kx << octave;
            }
        }
    }

    void areFound() {
        QFETCH(const int, ky);
        QFETCH(const int, kx);
        QFETCH(const std::size_t, octave);
        const Wave wave{ky, kx};
        const double c = exponent(n, wave);
        const auto fine = detected(wave, 512);
        const double input = fine->completeness.scoreInput;
        const double left = std::exp(c * farEnd * farEnd); // at the far end

        double beyond = 0; // of each cell's near end: the accumulated sum
        for (std::size_t i = fine->cells.size(); i-- > 0;) {
            const PathNode& node = *fine->nodes[fine->cells[i].fromNode];
            const double expected = std::exp(c * node.position * node.position);
            QVERIFY(std::abs(node.value / input - expected) < 1e-4);
            beyond += fine->cells[i].mass;
            QVERIFY(std::abs(beyond / input - (expected - left)) < 1e-4);
        }
        const auto coarse = detected(wave, 65);
        beyond = 0;
        for (std::size_t i = coarse->cells.size(); i-- > 0;) {
            const double sigma = coarse->nodes[coarse->cells[i].fromNode]->position;
            beyond += coarse->cells[i].mass;
            QVERIFY(std::abs(beyond / input - (std::exp(c * sigma * sigma) - left)) < 1e-3);
        }

        const auto half = bulkInterval(*fine, 0.5);
        const auto [from, to] = halfOf(c);
        QVERIFY(half);
        QVERIFY2(std::abs(half->from - from) < 0.01 * from, qPrintable(QString::number(half->from / from)));
        QVERIFY2(std::abs(half->to - to) < 0.01 * to, qPrintable(QString::number(half->to / to)));

        Sink sink;
        const std::vector<std::shared_ptr<const PathState>> paths{coarse};
        const OctaveSplit split = octaveSplit(paths, {.maps = false}, sink);
        QVERIFY(split.sums.octaves[octave] / split.sums.total() > 0.95);
    }
};

BLURIG_TEST(TestPlantedDetectors)
#include "test_planted_detectors.moc"
