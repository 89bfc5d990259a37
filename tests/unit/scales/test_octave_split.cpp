// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/explain/explain.h"
#include "core/methods/gradient_x_input.h"
#include "core/path/blur_path.h"
#include "core/path/idgi.h"
#include "core/path/straight_path.h"
#include "core/scales/octave_split.h"
#include "core/scales/split_paths.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr std::int64_t size = 24;

Array photo() {
    return roughPicture(3, size, size);
}

std::shared_ptr<const Model> model() {
    return scalarModel("(w * x * x).flatten(1).sum(1) + torch.sin(3 * x.flatten(1).sum(1))", photo());
}

std::shared_ptr<const PathState> blurState(Rule rule = Rule::Trapezoid) {
    return run({.path = std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(photo()), 12),
                .model = model(),
                .integration = {.schedule = Schedule::Log, .rule = rule, .steps = 20}});
}

std::shared_ptr<const PathState> straightState(float baseline) {
    return run({.path = std::make_shared<StraightPath>(photo(), constantPicture(3, size, size, baseline)),
                .model = model(),
                .integration = {.schedule = Schedule::Linear, .rule = Rule::Trapezoid, .steps = 9}});
}

OctaveSplit split(const std::vector<std::shared_ptr<const PathState>>& paths, OctaveSplitOptions options = {}) {
    Sink sink;
    return octaveSplit(paths, options, sink);
}

std::vector<double> sumOfMaps(const OctaveSplit& split) {
    std::vector<double> sum = values(split.meanMap);
    for (const Array& map : split.maps)
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += static_cast<double>(map.host()[i]);
    return sum;
}

double sumOf(const std::vector<double>& numbers, bool absolute) {
    double sum = 0;
    for (const double number : numbers)
        sum += absolute ? std::abs(number) : number;
    return sum;
}

} // namespace

class TestOctaveSplit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sumsToTheMap_data() {
        QTest::addColumn<bool>("blur");
        QTest::addColumn<int>("precision");
        QTest::newRow("blur path, float32") << true << static_cast<int>(Precision::Single);
        QTest::newRow("blur path, float64") << true << static_cast<int>(Precision::Double);
        QTest::newRow("straight path, float32") << false << static_cast<int>(Precision::Single);
        QTest::newRow("straight path, float64") << false << static_cast<int>(Precision::Double);
    }

    void sumsToTheMap() {
        QFETCH(const bool, blur);
        QFETCH(const int, precision);
        const auto state = blur ? blurState() : straightState(0);
        const OctaveSplit found = split({state}, {.precision = static_cast<Precision>(precision)});
        const double whole = sumOf(values(state->attribution), true);
        QVERIFY(std::abs(found.sums.total() - state->completeness.sum) < 1e-6 * whole);
        QVERIFY(deviation(state->attribution, sumOfMaps(found)) < 1e-5);
        for (std::size_t i = 0; i < found.bands.size(); ++i) {
            const std::vector<double> map = values(found.maps[i]);
            QVERIFY(std::abs(sumOf(map, false) - found.sums.octaves[i]) < 1e-6 * whole);
            QVERIFY(std::abs(sumOf(map, true) - found.sumsOfMagnitudes[i]) < 1e-5 * whole);
            QVERIFY(found.sumsOfCoefficients[i] >= std::abs(found.sums.octaves[i]) * (1 - 1e-6));
        }
    }

    void rowsAreTheIntervals_data() {
        QTest::addColumn<int>("rule");
        QTest::newRow("trapezoid") << static_cast<int>(Rule::Trapezoid);
        QTest::newRow("midpoint") << static_cast<int>(Rule::Midpoint);
    }

    void rowsAreTheIntervals() {
        QFETCH(const int, rule);
        const auto state = blurState(static_cast<Rule>(rule));
        const OctaveSplit found = split({state});
        QCOMPARE(found.rows.size(), state->cells.size());
        QCOMPARE(found.edges.size(), found.rows.size() + 1);
        QCOMPARE(found.edges.back(), state->path->farEnd());
        OctaveSums columns;
        columns.octaves.resize(found.bands.size());
        for (std::size_t i = 0; i < found.rows.size(); ++i) {
            QVERIFY(std::abs(found.rows[i].total() - state->cells[i].mass) < 1e-5);
            for (std::size_t octave = 0; octave < found.bands.size(); ++octave)
                columns.octaves[octave] += found.rows[i].octaves[octave];
        }
        for (std::size_t octave = 0; octave < found.bands.size(); ++octave)
            QVERIFY(std::abs(columns.octaves[octave] - found.sums.octaves[octave]) < 1e-9);
    }

    // Blur leaves the mean colour as it is; the straight path to black does not.
    void theMeanHasItsOwnEntry() {
        QVERIFY(std::abs(split({blurState()}).sums.mean) < 1e-5);
        const OctaveSplit straight = split({straightState(0)});
        QVERIFY(std::abs(straight.sums.mean) > 1e-2);
        QVERIFY(straight.rows.empty());
    }

    void severalPathsCountEqually() {
        const auto black = straightState(0);
        const auto white = straightState(1);
        const OctaveSplit both = split({black, white});
        const OctaveSplit one = split({black});
        const OctaveSplit other = split({white});
        for (std::size_t i = 0; i < both.bands.size(); ++i)
            QVERIFY(std::abs(both.sums.octaves[i] - (one.sums.octaves[i] + other.sums.octaves[i]) / 2) < 1e-6);
    }

    void withoutMapsTheSumsAreTheSame() {
        const auto state = blurState();
        const OctaveSplit with = split({state});
        const OctaveSplit without = split({state}, {.maps = false});
        QCOMPARE(without.sums.octaves, with.sums.octaves);
        QVERIFY(without.maps.empty() && without.sumsOfMagnitudes.empty());
    }

    // Gradient x input is the path of one node from black.
    void splitsGradientTimesInput() {
        const auto detector = model();
        Item item{.input = photo(), .target = {{{0, 1.0}}}, .score = Score::Logit};
        MethodSink sink;
        const GradientXInput method;
        Explanation explanation{.model = detector, .item = item};
        explanation.state = method.run(*detector, item, defaultParameters(method), sink, {});
        const OctaveSplit found = split(splitPaths(explanation, sink));
        QVERIFY(deviation(explanation.state->attribution, sumOfMaps(found)) < 1e-5);
    }

    void refusesWhatIsNoIntegral() {
        QVERIFY_THROWS_EXCEPTION(Error, split({}));
        Idgi idgi;
        QVERIFY_THROWS_EXCEPTION(Error, split({idgi.sharedOut(blurState())}));
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        Sink sink;
        const std::vector<std::shared_ptr<const PathState>> paths{blurState()};
        QVERIFY_THROWS_EXCEPTION(Cancelled, octaveSplit(paths, {}, sink, stop.get_token()));
    }
};

BLURIG_TEST(TestOctaveSplit)
#include "test_octave_split.moc"
