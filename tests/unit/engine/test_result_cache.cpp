// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/result_cache.h"
#include "tests/support/path_cases.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;
using namespace blurig::test;

namespace {

std::shared_ptr<const MethodState> result() { // of 3072 bytes
    auto state = std::make_shared<MethodState>();
    state->attribution = constantPicture(3, 16, 16, 0.5F);
    return state;
}

} // namespace

class TestResultCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dropsWhatWasNotAskedForLongest() {
        ResultCache cache(3 * 3072);
        const auto a = result();
        cache.keep("a", a);
        cache.keep("b", result());
        cache.keep("c", result());
        QCOMPARE(cache.find("a"), a); // now the newest
        cache.keep("d", result());
        QVERIFY(!cache.find("b"));
        QCOMPARE(cache.find("a"), a);
        QVERIFY(cache.find("c") && cache.find("d"));
        QCOMPARE(cache.bytes(), std::size_t{3 * 3072});
    }

    void staysWithinItsBudget() {
        ResultCache cache(3072);
        for (const char* key : {"a", "b", "a", "c"}) {
            cache.keep(key, result());
            QCOMPARE(cache.bytes(), std::size_t{3072});
        }
        ResultCache small(3071);
        small.keep("a", result());
        QVERIFY(!small.find("a"));
        QCOMPARE(small.bytes(), std::size_t{0});
    }

    void aSmallerBudgetHoldsAtOnce() {
        ResultCache cache(3 * 3072);
        for (const char* key : {"a", "b", "c"})
            cache.keep(key, result());
        cache.setBudget(2 * 3072 - 1);
        QCOMPARE(cache.bytes(), std::size_t{3072});
        QVERIFY(cache.find("c"));
    }

    void countsEveryArrayOfAPath() {
        auto state = std::make_shared<MethodState>(*result());
        auto path = std::make_shared<PathState>();
        auto node = std::make_shared<PathNode>();
        node->gradient = node->integrand = constantPicture(3, 16, 16, 0.5F);
        path->nodes = {node};
        state->paths = {path};
        QCOMPARE(bytesOf(*state), std::size_t{3 * 3072});
    }

    void theKeyHoldsAllThatDecidesTheNumbers() {
        const auto model = scriptModel("def forward(self, x):\n    return x.mean([2, 3])\n", plainCard(3, 16, 16));
        const auto unfrozen =
            scriptModel("def forward(self, x):\n    return x.mean([2, 3])\n", plainCard(3, 16, 16), Freezing::AsFiled);
        const Parameters parameters = defaultParameters(methodById("ig"));
        const Item item{.input = roughPicture(3, 16, 16), .target = {{{0, 1.0}}}};
        const std::string key = resultKey(*model, item, "ig", parameters);
        QCOMPARE(resultKey(*model, {.input = roughPicture(3, 16, 16), .target = {{{0, 1.0}}}}, "ig", parameters), key);

        QSet<QString> keys{QString::fromStdString(key)};
        const auto add = [&](const std::string& other) { keys.insert(QString::fromStdString(other)); };
        add(resultKey(*unfrozen, item, "ig", parameters));
        add(resultKey(*model, item, "blur-ig", parameters));
        Parameters white = parameters;
        white.set("baseline", "white");
        add(resultKey(*model, item, "ig", white));
        Item other = item;
        other.input = roughPicture(3, 16, 16, 2);
        add(resultKey(*model, other, "ig", parameters));
        other = item;
        other.target = {{{0, 1.0}, {1, -1.0}}};
        add(resultKey(*model, other, "ig", parameters));
        other.target = {{{0, 0.999999999999}, {1, -1.0}}};
        add(resultKey(*model, other, "ig", parameters));
        other = item;
        other.score = Score::Logit;
        add(resultKey(*model, other, "ig", parameters));
        other = item;
        other.ownBaseline.image = roughPicture(3, 16, 16, 2);
        add(resultKey(*model, other, "ig", parameters));
        QCOMPARE(keys.size(), 9);
    }
};

BLURIG_TEST(TestResultCache)
#include "test_result_cache.moc"
