// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/axioms_report.h"
#include "tests/support/path_cases.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <nlohmann/json.hpp>
#include <QTest>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr int n = 16;

// Reads neither the third channel nor what lies below the middle.
OpenedSubject halfBlind() {
    const auto model = scriptModel("def forward(self, x):\n"
                                   "    y = x[:, 0:2, 0:8, :]\n"
                                   "    a = (y * y).mean([1, 2, 3])\n"
                                   "    b = torch.sin(3 * y).mean([1, 2, 3])\n"
                                   "    return torch.stack([4 * a, b, 1 - a], 1)\n",
                                   plainCard(3, n, n));
    return subjectOf(model, roughPicture(3, n, n));
}

Axioms check(const OpenedSubject& opened) {
    MethodSink sink;
    return checkAxioms(
        {.subject = opened.subject, .model = *opened.model, .target = {{{0, 1.0}}}, .score = Score::Logit, .steps = 24},
        sink);
}

} // namespace

class TestAxiomsCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figuresAreThoseOfTheTheory() {
        const Axioms axioms = check(halfBlind());
        QVERIFY(axioms.blurIg.relative && *axioms.blurIg.relative < 0.02);
        QVERIFY(axioms.ig.relative && *axioms.ig.relative < 0.02);
        QVERIFY(axioms.linearityBlurIg && *axioms.linearityBlurIg < 1e-5);
        QVERIFY(axioms.linearityIg && *axioms.linearityIg < 1e-5);
        QVERIFY(axioms.scaleIgPerFeature < 1e-4);
        QVERIFY(axioms.scaleBlurIgPerChannel < 1e-4);
        QVERIFY(axioms.scaleBlurIgPerFeature > 0.05); // blur mixes pixels
        QCOMPARE(axioms.causalityBlur->enhanced, 0);
        QVERIFY(axioms.causalityRandom->enhanced > 0);
    }

    void whatTheModelIgnoresIsFound() {
        const Axioms axioms = check(halfBlind());
        QCOMPARE(axioms.partsTried, 3 + 16);
        QCOMPARE(axioms.ignored.size(), std::size_t{1 + 8});
        QCOMPARE(axioms.ignored.front().name, std::string("channel 2"));
        QCOMPARE(axioms.ignored.back().name, std::string("region 12,12 to 16,16"));
        for (const IgnoredPart& part : axioms.ignored) {
            QCOMPARE(part.blurIg, 0.0);
            QCOMPARE(part.ig, 0.0);
        }
        const Json json = axiomsJson(axioms);
        QCOMPARE(json["dummy"]["ignored_by_the_model"].size(), std::size_t{9});
    }

    void aModelThatReadsAllIsToldSo() {
        const Array picture = roughPicture(3, n, n);
        const auto model = scriptModel("def forward(self, x):\n"
                                       "    f = (x * x).mean([1, 2, 3]) * 50\n"
                                       "    return torch.stack([f, -f], 1)\n",
                                       plainCard(3, n, n));
        QVERIFY(check(subjectOf(model, picture)).ignored.empty());
    }
};

BLURIG_TEST(TestAxiomsCheck)
#include "test_axioms_check.moc"
