// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/causality_paths.h"
#include "core/scales/signal_way.h"
#include "core/scales/test_signal.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;
using namespace blurig::test;

class TestSignalWay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blurCreatesAndEnhancesNothing() {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const Array signal = makeTestSignal(TestSignal::Noise, 128, seed);
            const SignalWay way = followSignal(*makePath(CausalityPath::Blur, signal), 64);
            QCOMPARE(way.places.size(), std::size_t{65});
            QCOMPARE(way.created(), 0);
            QCOMPARE(way.enhanced(), 0);
            QVERIFY(way.places.back().extrema.size() < way.places.front().extrema.size() / 4);
        }
    }

    // Far from zero, what is left of a faint signal is smaller than its values round.
    void roundingCreatesNothing() {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const Array noise = makeTestSignal(TestSignal::Noise, 96, seed);
            std::vector<float> faint;
            for (const float value : noise.host())
                faint.push_back(0.95F + 0.02F * value);
            QCOMPARE(followSignal(*makePath(CausalityPath::Blur, signalArray(faint)), 64).created(), 0);
        }
    }

    // Each extremum that dies is missing at the next place, each that is created was missing before.
    void deathsAndCreationsAddUp() {
        for (const CausalityPath kind : causalityPaths) {
            const SignalWay way = followSignal(*makePath(kind, makeTestSignal(TestSignal::Noise, 96, 3), 4), 32);
            for (std::size_t i = 0; i + 1 < way.places.size(); ++i) {
                const auto& now = way.places[i].extrema;
                const auto& next = way.places[i + 1].extrema;
                const auto died = std::ranges::count_if(now, &FollowedExtremum::dies);
                const auto created = std::ranges::count_if(next, &FollowedExtremum::created);
                QCOMPARE(static_cast<std::ptrdiff_t>(now.size()) - died + created,
                         static_cast<std::ptrdiff_t>(next.size()));
            }
        }
    }

    void aStraightPathToNoiseCreates() {
        // Neither the parabola (one minimum) nor the step (none) has what appears on the way.
        const auto created = [](TestSignal signal, CausalityPath kind) {
            return followSignal(*makePath(kind, makeTestSignal(signal, 128), 7), 64).created();
        };
        QVERIFY(created(TestSignal::Parabola, CausalityPath::Noise) > 20);
        QVERIFY(created(TestSignal::Step, CausalityPath::Noise) > 20);
        QCOMPARE(created(TestSignal::Parabola, CausalityPath::Blur), 0);
        QCOMPARE(created(TestSignal::Parabola, CausalityPath::Black), 0);
    }

    // Scaling a signal to black keeps all extrema, and makes each minimum deeper.
    void towardsBlackMinimaGrow() {
        const Array signal = makeTestSignal(TestSignal::Noise, 64, 2);
        const SignalWay way = followSignal(*makePath(CausalityPath::Black, signal), 8);
        for (const FollowedExtremum& extremum : way.places.front().extrema)
            QCOMPARE(extremum.enhanced, !extremum.at.maximum && signal.host()[extremum.at.place] > 0);
    }

    void extremaThatStayKeepTheirKindAndPlace() {
        const SignalWay way =
            followSignal(*makePath(CausalityPath::Black, makeTestSignal(TestSignal::Noise, 64, 5)), 4);
        for (std::size_t i = 0; i + 1 < way.places.size() - 1; ++i)
            for (const FollowedExtremum& extremum : way.places[i].extrema)
                QVERIFY(!extremum.dies && !extremum.created);
    }

    void aRowIsTheMeanOverChannels() {
        const Array picture = roughPicture(3, 5, 7);
        const Array row = rowOf(picture, 2);
        QCOMPARE(row.layout().axes.size(), std::size_t{1});
        for (std::size_t x = 0; x < 7; ++x) {
            double sum = 0;
            for (std::size_t channel = 0; channel < 3; ++channel)
                sum += double{picture.host()[channel * 35 + 2 * 7 + x]};
            QVERIFY(std::abs(double{row.host()[x]} - sum / 3) < 1e-6);
        }
    }

    void signalsAreKnownByName() {
        for (const TestSignal signal : testSignals)
            QCOMPARE(testSignalOf(name(signal)), std::optional(signal));
        QVERIFY(!testSignalOf("sawtooth"));
    }
};

BLURIG_TEST(TestSignalWay)
#include "test_signal_way.moc"
