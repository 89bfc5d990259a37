// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/batch_policy.h"

#include <QTest>

using namespace blurig;

namespace {

constexpr std::size_t megabyte = 1U << 20U;

// A model whose batch takes `fixed` + inputs * `each` seconds and `memory` bytes an input.
struct Machine {
    double fixed = 0;
    double each = 0;
    std::size_t memory = 0;
    std::size_t peak = BatchPolicy::peakMemory();
    std::size_t start = peak;

    void runOn(BatchPolicy& policy, int inputs) {
        peak = std::max(peak, start + static_cast<std::size_t>(inputs) * memory);
        policy.took(inputs, fixed + inputs * each, peak);
    }
    int settle(BatchPolicy& policy) {
        for (int i = 0; i < 40; ++i)
            runOn(policy, policy.next());
        return policy.next();
    }
};

} // namespace

class TestBatchPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsSmall() { QCOMPARE(BatchPolicy(1024 * megabyte).next(), BatchPolicy::first); }

    void growsWhileInputsBecomeCheaper() {
        BatchPolicy policy(1024 * megabyte);
        // 8 inputs take 0.0120 s, 16 take 0.0200: cheaper, but 128 would be needed to gain less than 3 % by doubling.
        QCOMPARE((Machine{.fixed = 0.004, .each = 0.001}.settle(policy)), 64);
    }

    void staysWhereABatchGainsNothing() {
        BatchPolicy policy(1024 * megabyte);
        QCOMPARE((Machine{.fixed = 0.0001, .each = 0.01}.settle(policy)), 2);
    }

    void aBatchIsShort() {
        BatchPolicy policy(1024 * megabyte);
        QCOMPARE((Machine{.fixed = 0.03, .each = 0.005}.settle(policy)), 8); // 16 would take 0.11 s
        BatchPolicy slow(1024 * megabyte);
        QCOMPARE((Machine{.fixed = 0.0, .each = 3}.settle(slow)), BatchPolicy::first);
    }

    void memoryStaysWithinTheBudget() {
        BatchPolicy policy(1000 * megabyte);
        QCOMPARE((Machine{.fixed = 0.01, .each = 0.001, .memory = 150 * megabyte}.settle(policy)), 6);
        policy.setMemoryBudget(300 * megabyte);
        QCOMPARE(policy.next(), 2);
    }

    // The rest of a round, whatever its size, says nothing about the size that was wanted.
    void restsOfARoundChangeNothing() {
        BatchPolicy policy(1024 * megabyte);
        Machine machine{.fixed = 0.0001, .each = 0.01};
        const int settled = machine.settle(policy);
        machine.runOn(policy, 1);
        QCOMPARE(policy.next(), settled);
    }

    void aMachineThatBecomesSlowGetsSmallerBatches() {
        BatchPolicy policy(1024 * megabyte);
        QCOMPARE((Machine{.fixed = 0.004, .each = 0.001}.settle(policy)), 64);
        Machine{.fixed = 0.004, .each = 0.01}.runOn(policy, 64);
        QVERIFY(policy.next() <= 10);
    }
};

QTEST_APPLESS_MAIN(TestBatchPolicy)
#include "test_batch_policy.moc"
