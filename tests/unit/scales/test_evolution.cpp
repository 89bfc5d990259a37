// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/blur_path.h"
#include "core/path/straight_path.h"
#include "core/scales/evolution.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"
#include "tests/unit/scales/wave_model.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr std::int64_t n = 32;

// Class 0 looks for a wave that fades with blur, class 1 for nothing, class 2 for less.
struct Case {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const PathState> state;
    double logit = 0; // of class 0 at the input; class 1 has a quarter of it
};

Case fading(const std::shared_ptr<const Path>& path, const Array& picture) {
    Case made;
    const Wave wave{0, 8};
    const Target target{{{0, 1.0}}};
    const auto probe = waveModel(n, wave);
    const double found = probe->evaluateForward(asBatch(picture), target, Score::Logit).values.front();
    const double gain = 4 / found;
    made.logit = 4;
    made.model = waveModel(n, wave, gain, "1.0, 0.5");
    made.state = run({.path = path,
                      .model = made.model,
                      .integration = {.schedule = Schedule::Adaptive, .tolerances = {}, .maxGradients = 12}});
    return made;
}

Evolution evolution(const Case& of) {
    const Target target{{{0, 1.0}}};
    Sink sink;
    return evolutionOf(*of.state, {.model = *of.model, .target = target, .score = Score::Logit}, 2, sink);
}

} // namespace

class TestEvolution : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhereTheLabelChangesOnTheBlurPath() {
        const Array picture = roughPicture(1, n, n);
        const Evolution found =
            evolution(fading(std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(picture), 20), picture));
        const double expected = std::sqrt(std::log(0.25) / exponent(n, {0, 8}));
        QCOMPARE(found.stretches.size(), std::size_t{2});
        QCOMPARE(found.stretches[0].label, ClassIndex{0});
        QCOMPARE(found.stretches[0].from, 0.0);
        QCOMPARE(found.stretches[1].label, ClassIndex{1});
        QCOMPARE(found.stretches[1].to, 20.0);
        QCOMPARE(found.stretches[0].to, found.stretches[1].from);
        QVERIFY2(std::abs(found.stretches[0].to - expected) < 0.01 * expected,
                 qPrintable(QString::number(found.stretches[0].to / expected)));
        QCOMPARE(*found.secondLast(), ClassIndex{1});
        QVERIFY(found.forwards > 0 && found.forwards < 12);
        QCOMPARE(found.classes, (std::vector<ClassIndex>{0, 1, 2}));
    }

    void findsItOnTheStraightPath() {
        const Array picture = roughPicture(1, n, n);
        const auto path = std::make_shared<StraightPath>(picture, constantPicture(1, n, n, 0));
        const Evolution found = evolution(fading(path, picture));
        QCOMPARE(found.stretches.size(), std::size_t{2});
        QVERIFY(std::abs(found.stretches[0].to - 0.75) < 0.01); // the logit falls from 4 to 0 in a line
    }

    void oneLabelTakesNoPasses() {
        const Array picture = roughPicture(1, n, n);
        const auto path = std::make_shared<StraightPath>(picture, picture);
        const Evolution found = evolution(fading(path, picture));
        QCOMPARE(found.stretches.size(), std::size_t{1});
        QCOMPARE(found.forwards, 0);
        QVERIFY(!found.secondLast());
    }
};

BLURIG_TEST(TestEvolution)
#include "test_evolution.moc"
