// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/path/blur_path.h"
#include "core/path/straight_path.h"
#include "tests/support/gate_model.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

using namespace blurig;
using namespace blurig::test;

namespace {

const Array z = roughPicture(3, 16, 16);
constexpr const char* wild = "torch.sin(9 * (w * x).flatten(1).sum(1)) + torch.relu(x - 0.5).flatten(1).sum(1) / 8";

std::shared_ptr<const Path> blurPath() {
    return std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(z), 16);
}

Run wildRun(Batching batching = Batching::Together) {
    return {.path = blurPath(),
            .model = scalarModel(wild, z, batching),
            .integration = {.tolerances = {.gap = 0.01, .map = 0.05}, .maxGradients = 100}};
}

bool sameBits(const Array& a, const Array& b) {
    return a.host().size() == b.host().size() &&
           std::memcmp(a.host().data(), b.host().data(), a.host().size_bytes()) == 0;
}

std::vector<double> positions(const PathState& state) {
    std::vector<double> result;
    for (const auto& node : state.nodes)
        result.push_back(node->position);
    return result;
}

// Asks for the end at its n-th boundary between batches.
class StoppingSink : public Sink {
public:
    explicit StoppingSink(int boundary)
        : m_boundary(boundary) {}
    void betweenBatches() override {
        if (++m_boundaries == m_boundary)
            m_source.request_stop();
    }
    std::stop_token token() const { return m_source.get_token(); }
    int boundaries() const { return m_boundaries; }

private:
    int m_boundary;
    int m_boundaries = 0;
    std::stop_source m_source;
};

} // namespace

class TestAdaptive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // A model fills up what is smaller.
    void batchesAreFullButForTheLast() {
        for (const int steps : {3, 8, 9, 14}) {
            const auto gate = std::make_shared<Gate>();
            const auto model = gateModel(gate);
            gate->open();
            const Array picture = roughPicture(1, 8, 8);
            const auto path = std::make_shared<BlurPath>(std::make_shared<ScaleSpace>(picture), 4);
            run({.path = path, .model = model, .integration = {.schedule = Schedule::Log, .steps = steps}});
            std::vector<int> rows = gate->batches();
            std::erase_if(rows, [&](int count) { return count == model->rowsTogether(); });
            QVERIFY(rows.size() <= 2); // the last of the gradients, and of the forwards
        }
    }

    void firstMapCostsEightGradients() {
        std::vector<std::shared_ptr<const PathState>> published;
        const auto last = run(wildRun(), [&](const auto& state) { published.push_back(state); });
        QCOMPARE(published.front()->cost.gradients, 8);
        QCOMPARE(published.front()->cost.forwards, 1);
        QCOMPARE(published.front()->cells.size(), std::size_t{8});
        QVERIFY(!published.front()->attribution.empty());
        QCOMPARE(published.back(), last);
        for (std::size_t i = 0; i + 1 < published.size(); ++i)
            QCOMPARE(published[i]->ending, Ending::Running);
    }

    void endsWithinToleranceOrBudget() {
        Run request = wildRun();
        request.integration.maxGradients = 2000;
        const auto converged = run(request);
        QCOMPARE(converged->ending, Ending::Converged);
        QVERIFY(*converged->completeness.relativeGap() <= 0.01);
        QVERIFY(*converged->completeness.mapError <= 0.05);

        request.integration.maxGradients = 13;
        const auto ended = run(request);
        QCOMPARE(ended->ending, Ending::BudgetEnded);
        QCOMPARE(ended->cost.gradients, 12); // and a forward: 12 1/3
    }

    void withoutToleranceTheBudgetIsUsed() {
        Run request = wildRun();
        request.integration.tolerances = {.gap = {}, .map = {}};
        request.integration.maxGradients = 31;
        const auto state = run(request);
        QCOMPARE(state->ending, Ending::FixedSchedule);
        QCOMPARE(state->cost.gradients, 30);
    }

    // Against a map of 3000 even nodes, on a model whose F swings unseen between the first nodes: there the estimate
    // says that nothing is known (1), and it never falls to half of the truth.
    void estimateIsHonest() {
        const auto dense = run({.path = blurPath(),
                                .model = scalarModel(wild, z),
                                .integration = {.schedule = Schedule::Log, .steps = 3000}});
        const std::vector<double> truth = values(dense->attribution);
        run(wildRun(), [&](const auto& state) {
            double apart = 0;
            double norm = 0;
            for (std::size_t i = 0; i < truth.size(); ++i) {
                apart += std::pow(static_cast<double>(state->attribution.host()[i]) - truth[i], 2);
                norm += truth[i] * truth[i];
            }
            if (state->cost.gradients == 8)
                return; // nine nodes cannot know: F is equal at both ends of cells in which it swings
            QVERIFY2(*state->completeness.mapError > 0.5 * std::min(1.0, std::sqrt(apart / norm)),
                     qPrintable(QString("%1 gradients: estimate %2, true %3")
                                    .arg(state->cost.gradients)
                                    .arg(*state->completeness.mapError)
                                    .arg(std::sqrt(apart / norm))));
        });
    }

    // Two pixels of equal value with opposite signs: F is 0 on the whole path, so every gap is 0, but each pixel's own
    // integral of a fast sine is far from known at nine nodes.
    void aGapSmallByLuckDoesNotStop() {
        const Array flat = constantPicture(1, 4, 4, 1.0F);
        const auto path = std::make_shared<StraightPath>(flat, constantPicture(1, 4, 4, 0.0F));
        const auto state =
            run({.path = path,
                 .model = scalarModel("torch.sin(40 * x[:, 0, 0, 0]) - torch.sin(40 * x[:, 0, 2, 2])", flat),
                 .integration = {.maxGradients = 1000}});
        QVERIFY(state->completeness.gap() < 1e-5);
        QVERIFY(state->cost.gradients > 40);
        QCOMPARE(state->ending, Ending::Converged);
        std::vector<double> expected(16, 0.0);
        expected[0] = std::sin(40.0);
        expected[10] = -std::sin(40.0);
        QVERIFY(deviation(state->attribution, expected) < 0.05);
    }

    void batchesNeverChangeBits_data() {
        QTest::addColumn<Batching>("batching");
        QTest::newRow("1") << Batching::Alone;
        QTest::newRow("2") << Batching::Pairs;
    }

    void batchesNeverChangeBits() {
        QFETCH(Batching, batching);
        const auto expected = run(wildRun());
        const auto state = run(wildRun(batching));
        QCOMPARE(positions(*state), positions(*expected));
        QVERIFY(sameBits(state->attribution, expected->attribution));
        QCOMPARE(state->completeness.sum, expected->completeness.sum);
        QCOMPARE(*state->completeness.mapError, *expected->completeness.mapError);
        QCOMPARE(state->cost.gradients, expected->cost.gradients);
    }

    void cancelledAtABatchBoundary() {
        StoppingSink sink(3);
        const Run request = wildRun();
        const Target target{{{0, 1.0}}};
        const Explained explained{.model = *request.model, .target = target, .score = Score::Logit};
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, integrate(
                           request.path, explained, request.integration, sink, [](const auto&) {}, sink.token()));
        QCOMPARE(sink.boundaries(), 3); // none after the one at which it was stopped
    }

    void knownNodesAreFreeAndChangeNothing() {
        const auto first = run(wildRun());
        Run again = wildRun();
        again.known = first->nodes;
        const auto second = run(again);
        QCOMPARE(second->cost.gradients, 0);
        QCOMPARE(second->cost.forwards, 0);
        QCOMPARE(second->ending, first->ending);
        QVERIFY(sameBits(second->attribution, first->attribution));

        Run further = wildRun();
        further.known = first->nodes;
        further.integration.maxGradients = 140;
        further.integration.tolerances.map = 1e-6;
        const auto more = run(further);
        further.known.clear();
        QVERIFY(sameBits(more->attribution, run(further)->attribution));
        QCOMPARE(more->cost.gradients + first->cost.gradients, 139);
    }

    void nodesKeepClassScores() {
        const auto state = run(wildRun());
        for (const auto& node : state->nodes)
            QCOMPARE(node->classScores.host().size(), std::size_t{2});
    }
};

BLURIG_TEST(TestAdaptive)
#include "test_adaptive.moc"
