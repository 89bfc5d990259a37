// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/methods/method.h"
#include "core/path/blur_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"
#include "tests/unit/methods/method_cases.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace blurig;
using namespace blurig::test;

namespace {

const Array z = roughPicture(3, 16, 16);
const std::shared_ptr<const Model>& model() {
    static const auto shared =
        scalarModel("torch.tanh((w * x).flatten(1).sum(1) / 8) + (w * x * x).flatten(1).sum(1)", z);
    return shared;
}

Item item(const std::shared_ptr<const MethodState>& previous = nullptr) {
    return {.input = z,
            .target = {{{0, 1.0}}},
            .score = Score::Logit,
            .ownBaseline = {.name = "own image", .image = roughPicture(3, 16, 16, 3)},
            .previous = previous};
}

std::shared_ptr<const MethodState> explain(const char* id, const Settings& settings = {},
                                           const std::shared_ptr<const MethodState>& previous = nullptr) {
    CollectingSink sink;
    const auto state = test::explain(id, *model(), item(previous), settings, sink);
    if (sink.states.empty() || sink.states.back() != state)
        qFatal("the last state published is not the one returned");
    return state;
}

} // namespace

class TestMethods : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listIsOrderedAndNamed() {
        QStringList ids;
        for (const Method* method : methods())
            ids << QString::fromStdString(method->id());
        QCOMPARE(ids, QStringList({"blur-ig", "ig", "guided-ig", "gradient", "gradient-x-input", "smooth-grad",
                                   "grad-cam", "xrai"}));
        QVERIFY_THROWS_EXCEPTION(Error, methodById("lime"));
    }

    // Pages, captions and records find parameters by what they are for.
    void parametersSayWhatTheyAreFor() {
        QCOMPARE(keyOf(methodById("blur-ig"), ParameterRole::Budget), std::string("max_gradients"));
        QCOMPARE(keyOf(methodById("blur-ig"), ParameterRole::PathEnd), std::string("max_sigma"));
        QCOMPARE(keyOf(methodById("ig"), ParameterRole::Start), std::string("baseline"));
        QCOMPARE(keyOf(methodById("smooth-grad"), ParameterRole::SeedMethod), std::string("seed_method"));
        QCOMPARE(keyOf(methodById("grad-cam"), ParameterRole::Budget), std::string());
        for (const Method* method : methods()) {
            std::set<ParameterRole> roles;
            for (const ParameterSpec& spec : method->parameters())
                QVERIFY2(spec.role == ParameterRole::None || roles.insert(spec.role).second, spec.key.c_str());
        }
    }

    void everyMethodRuns_data() {
        QTest::addColumn<std::string>("id");
        for (const Method* method : methods())
            QTest::newRow(method->id().c_str()) << method->id();
    }

    void everyMethodRuns() {
        QFETCH(std::string, id);
        const auto state = explain(id.c_str());
        QCOMPARE(state->method, id);
        ArrayLayout expected = z.layout();
        expected.channels = methodById(id).abilities().perChannel ? z.channels() : 1;
        QVERIFY(state->attribution.layout() == expected);
        QCOMPARE(state->completeness.has_value(), methodById(id).abilities().completeness);
        QVERIFY(state->ending == Ending::Converged || state->ending == Ending::FixedSchedule);
        QVERIFY(state->cost.gradients > 0 && state->cost.seconds > 0);
        QVERIFY(std::abs(state->expectedGradients - (state->cost.gradients + state->cost.forwards / 3.0)) < 1e-9);
        std::stop_source stopped;
        stopped.request_stop();
        CollectingSink sink;
        const Method& method = methodById(id);
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 method.run(*model(), item(), defaultParameters(method), sink, stopped.get_token()));
        QVERIFY(sink.states.empty());
    }

    void blurIgChoosesSigmaAndSaysSo() {
        const auto state = explain("blur-ig");
        QVERIFY(hasNote(*state, "chosen by evidence"));
        QVERIFY(state->completeness->scoreLimit);
        QVERIFY(*state->completeness->relativeGap() <= 0.01);
        QVERIFY(state->paths[0]->path->farEnd() <= 16);
        const auto given = explain("blur-ig", {{"max_sigma", "5"}});
        QCOMPARE(given->paths[0]->path->farEnd(), 5.0);
        QVERIFY(hasNote(*given, "5 px given"));
        QCOMPARE(*given->completeness->scoreLimit, *state->completeness->scoreLimit);
    }

    void budgetHoldsWithProbes() {
        const auto state = explain("blur-ig", {{"max_gradients", "25"}, {"tolerance_map", "0"}});
        QCOMPARE(state->ending, Ending::BudgetEnded);
        QVERIFY(state->cost.gradients + state->cost.forwards / 3.0 <= 25);
        QVERIFY(state->cost.gradients >= 16);
    }

    void schedulesOfBlurIgAgree_data() {
        QTest::addColumn<std::string>("schedule");
        QTest::addColumn<std::string>("rule");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("log") << std::string("log") << std::string("trapezoid") << 0.01;
        QTest::newRow("log, midpoint") << std::string("log") << std::string("midpoint") << 0.01;
        QTest::newRow("linear") << std::string("linear") << std::string("trapezoid") << 0.01;
        QTest::newRow("adaptive") << std::string("adaptive") << std::string("trapezoid") << 0.05;
    }

    void schedulesOfBlurIgAgree() {
        QFETCH(std::string, schedule);
        QFETCH(std::string, rule);
        QFETCH(double, tolerance);
        const auto truth = explain("blur-ig", {{"schedule", "log"}, {"steps", "1000"}, {"max_sigma", "8"}});
        const auto state =
            explain("blur-ig", {{"schedule", schedule}, {"rule", rule}, {"steps", "200"}, {"max_sigma", "8"}});
        QVERIFY(deviation(state->attribution, values(truth->attribution)) < tolerance);
    }

    void referenceModes() {
        const auto blur = explain("blur-ig", {{"reference_mode", "true"}});
        QCOMPARE(blur->cost.gradients, 100);
        QCOMPARE(blur->paths[0]->path->farEnd(), 50.0);
        QCOMPARE(blur->paths[0]->cells[1].fromNode, blur->paths[0]->cells[1].toNode);
        QVERIFY(hasNote(*blur, "left rule"));
        QVERIFY(hasNote(*blur, "frozen"));
        const auto ig = explain("ig", {{"reference_mode", "true"}, {"steps", "30"}});
        QCOMPARE(ig->cost.gradients, 30);
        QCOMPARE(ig->ending, Ending::FixedSchedule);
    }

    void baselinesAreAveraged() {
        const auto black = explain("ig", {{"schedule", "linear"}, {"baseline", "black"}});
        const auto white = explain("ig", {{"schedule", "linear"}, {"baseline", "white"}});
        const auto both = explain("ig", {{"schedule", "linear"}, {"baseline", "black+white"}});
        QCOMPARE(both->paths.size(), std::size_t{2});
        std::vector<double> mean = values(black->attribution);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] = (mean[i] + values(white->attribution)[i]) / 2;
        QVERIFY(deviation(both->attribution, mean) < 1e-6);
        const auto joined = [](const auto& a, const auto& b) { return (a + b) / 2; };
        QVERIFY(std::abs(both->completeness->sum - joined(black->completeness->sum, white->completeness->sum)) < 1e-9);
        QCOMPARE(both->completeness->scoreStart,
                 joined(black->completeness->scoreStart, white->completeness->scoreStart));
        QCOMPARE(both->cost.gradients, black->cost.gradients + white->cost.gradients);
        QVERIFY(hasNote(*both, "baseline black"));
    }

    void anyListOfBaselinesIsAveraged() {
        const auto state = explain("ig", {{"baseline", "mean, black+white,random"}, {"random_count", "2"}});
        QCOMPARE(state->paths.size(), std::size_t{5});
        QCOMPARE(state->parameters.text("baseline"), std::string("mean,black+white,random"));
        std::vector<double> mean(values(state->attribution).size());
        for (const auto& path : state->paths)
            for (std::size_t i = 0; i < mean.size(); ++i)
                mean[i] += values(path->attribution)[i] / 5;
        QVERIFY(deviation(state->attribution, mean) < 1e-6);
        const auto listed = explain("ig", {{"baseline", "black,white"}});
        QCOMPARE(values(listed->attribution), values(explain("ig", {{"baseline", "black+white"}})->attribution));
    }

    void everyBaselineConverges_data() {
        QTest::addColumn<std::string>("baseline");
        for (const char* kind :
             {"black", "white", "black+white", "random", "grey", "mean", "blurred", "own", "black, white,random"})
            QTest::newRow(kind) << std::string(kind);
    }

    void everyBaselineConverges() {
        QFETCH(std::string, baseline);
        const auto state = explain("ig", {{"baseline", baseline}, {"max_gradients", "400"}});
        QCOMPARE(state->ending, Ending::Converged);
        QVERIFY(*state->completeness->mapError <= 0.05);
    }

    void budgetIsSharedByBaselines() {
        const auto state = explain(
            "ig", {{"baseline", "random"}, {"random_count", "3"}, {"max_gradients", "60"}, {"tolerance_map", "0"}});
        QCOMPARE(state->cost.gradients, 60);
        QCOMPARE(state->paths.size(), std::size_t{3});
        QCOMPARE(state->ending, Ending::BudgetEnded);
        QVERIFY(hasNote(*state, "seed 1"));
    }

    // Going on from an earlier state costs the rest alone and gives the same bits.
    void goesOnFromAnEarlierState_data() {
        QTest::addColumn<std::string>("id");
        for (const char* id : {"blur-ig", "ig"})
            QTest::newRow(id) << std::string(id);
    }

    void goesOnFromAnEarlierState() {
        QFETCH(std::string, id);
        const Settings little = {{"max_gradients", "20"}, {"tolerance_map", "1e-5"}};
        const Settings more = {{"max_gradients", "60"}, {"tolerance_map", "1e-5"}};
        const auto before = explain(id.c_str(), little);
        const auto onward = explain(id.c_str(), more, before);
        const auto fresh = explain(id.c_str(), more);
        QCOMPARE(values(onward->attribution), values(fresh->attribution));
        QCOMPARE(onward->cost.gradients + before->cost.gradients, fresh->cost.gradients);
        QCOMPARE(gradientsBehind(*fresh), fresh->cost.gradients);
        QCOMPARE(gradientsBehind(*onward), fresh->cost.gradients);
        // A smaller budget than what is known: nothing is computed, and the map is made of no more than it may be.
        const auto less = explain(id.c_str(), little, fresh);
        QCOMPARE(values(less->attribution), values(before->attribution));
        QCOMPARE(less->cost.gradients, 0);
        QCOMPARE(gradientsBehind(*less), before->cost.gradients);
    }

    void idgiTakesTheSameNodes_data() {
        QTest::addColumn<std::string>("id");
        QTest::addColumn<Settings>("settings");
        QTest::newRow("blur-ig") << std::string("blur-ig") << Settings{};
        QTest::newRow("ig, several baselines") << std::string("ig") << Settings{{"baseline", "black+white"}};
        QTest::newRow("blur-ig, reference") << std::string("blur-ig") << Settings{{"reference_mode", "true"}};
    }

    void idgiTakesTheSameNodes() {
        QFETCH(std::string, id);
        QFETCH(Settings, settings);
        const auto plain = explain(id.c_str(), settings);
        settings.emplace_back("idgi", "true");
        const auto idgi = explain(id.c_str(), settings);
        QCOMPARE(idgi->cost.gradients, plain->cost.gradients);
        QCOMPARE(idgi->cost.forwards, plain->cost.forwards);
        QCOMPARE(idgi->ending, plain->ending);
        QVERIFY(idgi->completeness->exactByConstruction && !plain->completeness->exactByConstruction);
        QVERIFY(idgi->completeness->gap() < 1e-6);
        QCOMPARE(idgi->completeness->scoreLimit, plain->completeness->scoreLimit);
        QVERIFY(hasNote(*idgi, "IDGI") && !hasNote(*plain, "IDGI"));
        // Either run's nodes serve the other.
        const auto after = explain(id.c_str(), settings, plain);
        QCOMPARE(values(after->attribution), values(idgi->attribution));
        QCOMPARE(after->cost.gradients, 0);
        settings.back().second = "false";
        const auto back = explain(id.c_str(), settings, idgi);
        QCOMPARE(values(back->attribution), values(plain->attribution));
        QCOMPARE(back->cost.gradients, 0);
    }

    // The class scores of one target's nodes stand for another's forward passes, bit by bit.
    void aNewTargetReusesForwardPasses() {
        const auto classes = scriptModel("def forward(self, x):\n    return torch.stack([(x * x).sum([1, 2, 3]) / 40, "
                                         "torch.tanh(x[:, 0] - x[:, 1]).sum([1, 2]) / 9, x.mean([1, 2, 3])], 1)\n",
                                         plainCard(3, 16, 16));
        const Method& method = methodById("blur-ig");
        const auto explainClass = [&](ClassIndex index, const std::shared_ptr<const MethodState>& previous) {
            Item asked = item(previous);
            asked.target = {{{index, 1.0}}};
            asked.score = Score::ClassScore;
            CollectingSink sink;
            return method.run(*classes, asked, defaultParameters(method), sink, {});
        };
        const auto fresh = explainClass(1, nullptr);
        const auto reusing = explainClass(1, explainClass(0, nullptr));
        QCOMPARE(values(reusing->attribution), values(fresh->attribution));
        QCOMPARE(reusing->completeness->scoreInput, fresh->completeness->scoreInput);
        QCOMPARE(reusing->completeness->scoreStart, fresh->completeness->scoreStart);
        QCOMPARE(reusing->cost.gradients, fresh->cost.gradients);
        QVERIFY(reusing->cost.forwards < fresh->cost.forwards);
    }

    void gradientIsTheInputsOwn() {
        const auto state = explain("gradient");
        QVERIFY(!state->completeness);
        QVERIFY(state->paths.empty());
        QCOMPARE(state->cost.gradients, 1);
    }
};

BLURIG_TEST(TestMethods)
#include "test_methods.moc"
