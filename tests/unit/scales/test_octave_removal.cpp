// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/octave_removal.h"
#include "tests/support/path_cases.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"
#include "tests/unit/scales/wave_model.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr std::int64_t n = 32;
constexpr std::size_t own = 2; // the wave's octave: a period of 8 px

Target first() {
    return {{{0, 1.0}}};
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-4;
}

} // namespace

class TestOctaveRemoval : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDetectorMissesItsOctave() {
        const Array picture = roughPicture(1, n, n);
        const auto model = waveModel(n, {0, 8});
        Sink sink;
        const OctaveRemoval found = removeOctaves(*model, picture, {}, first(), sink);
        const double whole = *found.input.logit;
        QCOMPARE(found.bands.size(), std::size_t{6});
        QCOMPARE(found.forwards, 17);
        QCOMPARE(found.input.clipped, 0.0);
        for (std::size_t octave = 0; octave < found.bands.size(); ++octave) {
            QVERIFY(near(*found.without[octave].logit, octave == own ? 0 : whole));
            QVERIFY(near(*found.onlyUpTo[octave].logit, octave < own ? 0 : whole));
            QVERIFY(near(*found.onlyFrom[octave].logit, octave > own ? 0 : whole));
            QVERIFY(near(found.without[octave].score, 1 / (1 + std::exp(-*found.without[octave].logit))));
        }
        QCOMPARE(found.onlyUpTo.back().score, found.input.score);
        QCOMPARE(found.onlyFrom.front().score, found.input.score);
        QVERIFY(found.without.front().clipped > 0); // it held the noise that others exceed the range by
    }

    void shapleyValuesAreTheDetectorsOwn() {
        const Array picture = roughPicture(1, n, n);
        const auto model = waveModel(n, {0, 8});
        Sink sink;
        const OctaveShapley found = shapleyOfOctaves(*model, picture, {}, first(), sink);
        const Evaluation whole = model->evaluateForward(asBatch(picture), first(), Score::Logit);
        const double mean = std::accumulate(picture.host().begin(), picture.host().end(), 0.0) / (n * n);
        const Array flat = constantPicture(1, n, n, static_cast<float>(mean));
        const Evaluation none = model->evaluateForward(asBatch(flat), first(), Score::Logit);
        QCOMPARE(found.forwards, 64);
        for (std::size_t octave = 0; octave < found.logits.size(); ++octave)
            QVERIFY(near(found.logits[octave], octave == own ? whole.values.front() : 0));
        const double sum = std::accumulate(found.scores.begin(), found.scores.end(), 0.0);
        QVERIFY(near(sum, scoreOf(whole.classScores.front(), first()) - scoreOf(none.classScores.front(), first())));
    }

    void probabilitiesHaveNoLogit() {
        const Array picture = roughPicture(1, n, n);
        const auto model = scriptModel("def forward(self, x):\n"
                                       "    f = x.flatten(1).mean(1)\n"
                                       "    return torch.stack([f, 1 - f], 1)\n",
                                       plainCard(1, n, n, OutputKind::Probabilities));
        Sink sink;
        const OctaveRemoval found = removeOctaves(*model, picture, {}, first(), sink);
        QVERIFY(!found.input.logit);
        QVERIFY(near(found.without.front().score, found.input.score)); // the mean is kept
        QVERIFY(shapleyOfOctaves(*model, picture, {}, first(), sink).logits.empty());
    }
};

BLURIG_TEST(TestOctaveRemoval)
#include "test_octave_removal.moc"
