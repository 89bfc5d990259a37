// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/sigma_max.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

const Target first{{{0, 1.0}}};

SigmaMax choose(const Array& z, const std::string& source, Batching batching = Batching::Together,
                std::span<const std::shared_ptr<const PathNode>> known = {}) {
    const auto model = scalarModel(source, z, batching);
    Sink sink;
    return sigmaMaxByEvidence(std::make_shared<ScaleSpace>(z),
                              {.model = *model, .target = first, .score = Score::Logit}, sink, {}, known);
}

} // namespace

class TestSigmaMax : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ladderReachesTheLongerSide() {
        const std::vector<double> ladder = sigmaLadder(pictureLayout(3, 48, 64));
        QCOMPARE(ladder.front(), 64.0);
        QVERIFY(ladder.back() >= 1 && ladder.back() < 1.5);
        QVERIFY(std::abs(ladder[2] - 32) < 1e-9);
    }

    // The variance of a picture falls with sigma and stays fallen: the least sigma of the ladder at which it holds.
    void leastSigmaFromWhichTheLimitHolds() {
        const Array z = roughPicture(3, 32, 32);
        const std::string variance = "((x - x.mean([2, 3], True)) ** 2).flatten(1).sum(1)";
        const SigmaMax chosen = choose(z, variance);
        QCOMPARE(chosen.origin, SigmaOrigin::Evidence);
        const ScaleSpace space(z);
        const auto varianceAt = [&](double sigma) {
            const std::vector<double> blurred = values(space.blurred(sigma));
            const std::vector<double> mean = values(space.blurred(std::numeric_limits<double>::infinity()));
            double sum = 0;
            for (std::size_t i = 0; i < blurred.size(); ++i)
                sum += std::pow(blurred[i] - mean[i], 2);
            return sum;
        };
        double least = 32;
        for (const double sigma : sigmaLadder(z.layout())) {
            if (varianceAt(sigma) > 0.005 * varianceAt(0))
                break;
            least = sigma;
        }
        QCOMPARE(chosen.sigma, least);
        QVERIFY(chosen.sigma > 1 && chosen.sigma < 32);
        QVERIFY(chosen.scoreLeft <= 0.005 * std::abs(chosen.scoreInput - chosen.scoreLimit));
    }

    void probesAreForwardPassesAndCounted() {
        const SigmaMax chosen = choose(roughPicture(3, 32, 32), "x[:, 0, 3, 3]");
        QCOMPARE(chosen.cost.gradients, 0);
        QCOMPARE(chosen.cost.forwards, chosen.forwards);
        QCOMPARE(static_cast<int>(chosen.probes.size()), chosen.forwards - 1); // all but the mean colour
        QCOMPARE(chosen.probes.front()->position, 0.0);
        for (const auto& probe : chosen.probes) {
            QVERIFY(probe->gradient.empty() && probe->integrand.empty());
            QVERIFY(!probe->classScores.empty());
        }
    }

    void nothingToGoBy_data() {
        QTest::addColumn<std::string>("source");
        QTest::newRow("flat F") << std::string("(x * 0).flatten(1).sum(1) + 5");
        QTest::newRow("the mean alone") << std::string("x.flatten(1).mean(1)");
    }

    void nothingToGoBy() {
        QFETCH(std::string, source);
        const SigmaMax chosen = choose(roughPicture(3, 24, 32), source);
        QCOMPARE(chosen.origin, SigmaOrigin::Indifferent);
        QCOMPARE(chosen.sigma, 32.0);
    }

    // F moves again at large sigma: the whole path counts.
    void neverSettled() {
        const Array z = roughPicture(3, 32, 32);
        const SigmaMax chosen = choose(z, "torch.tanh(1e7 * ((x - x.mean([2, 3], True)) ** 2).flatten(1).sum(1))");
        QCOMPARE(chosen.sigma, 32.0);
    }

    void batchesNeverChangeTheChoice() {
        const Array z = roughPicture(3, 32, 32);
        const SigmaMax one = choose(z, "x[:, 0, 3, 3] * x[:, 1, 4, 4]", Batching::Alone);
        const SigmaMax four = choose(z, "x[:, 0, 3, 3] * x[:, 1, 4, 4]");
        QCOMPARE(one.sigma, four.sigma);
        QCOMPARE(one.forwards, four.forwards);
    }

    void knownProbesAreFree() {
        const Array z = roughPicture(3, 32, 32);
        const SigmaMax before = choose(z, "x[:, 0, 3, 3]");
        const SigmaMax again = choose(z, "x[:, 0, 3, 3]", Batching::Together, before.probes);
        QCOMPARE(again.sigma, before.sigma);
        QCOMPARE(again.forwards, before.forwards);
        QCOMPARE(again.cost.forwards, 1); // the mean colour
    }

    void givenSigmaCostsOneForward() {
        const Array z = roughPicture(3, 32, 32);
        const auto model = scalarModel("x[:, 0, 3, 3]", z);
        Sink sink;
        const SigmaMax given = givenSigmaMax(std::make_shared<ScaleSpace>(z), 50,
                                             {.model = *model, .target = first, .score = Score::Logit}, sink, {});
        QCOMPARE(given.sigma, 50.0);
        QCOMPARE(given.origin, SigmaOrigin::Given);
        QCOMPARE(given.cost.forwards, 1);
        double mean = 0;
        for (std::size_t i = 0; i < 1024; ++i)
            mean += values(z)[i] / 1024;
        QVERIFY(std::abs(given.scoreLimit - mean) < 1e-5);
    }
};

BLURIG_TEST(TestSigmaMax)
#include "test_sigma_max.moc"
