// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/evaluate/map_judgement.h"
#include "core/evaluate/sampled_blur_path.h"
#include "core/path/accumulation.h"
#include "core/path/blur_path.h"
#include "core/path/integrator.h"
#include "core/path/straight_path.h"
#include "tests/support/path_cases.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr int n = 32;
constexpr double sigmaMax = 20;

// Coarse and fine structure.
Array photo(int seed) {
    const Array rough = roughPicture(3, n, n, seed);
    const Array coarse = ScaleSpace(roughPicture(3, n, n, seed + 50)).blurred(2.5);
    std::vector<float> values;
    for (std::size_t i = 0; i < rough.host().size(); ++i)
        values.push_back(0.25F * rough.host()[i] + 2.5F * (coarse.host()[i] - 0.5F) + 0.45F);
    return Array::fromHost(rough.layout(), std::move(values));
}

OpenedSubject subject(int seed) {
    ModelCard card = plainCard(3, n, n);
    card.mean = {0.45, 0.45, 0.45}; // zero in normalised space is another picture than black
    card.standardDeviation = {0.25, 0.25, 0.25};
    const auto model =
        scriptModel("def forward(self, x):\n"
                    "    k = torch.tensor([[[[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]]]], dtype=x.dtype)\n"
                    "    g = torch.avg_pool2d(x.mean([1], True), [3, 3], [1, 1])\n"
                    "    e = torch.tanh(torch.conv2d(x[:, 0:1], k))\n"
                    "    a = (e * e).mean([1, 2, 3]) + torch.tanh(2 * g).pow(2).mean([1, 2, 3])\n"
                    "    return torch.stack([6 * a, 1 - a], 1)\n",
                    card);
    return subjectOf(model, photo(seed));
}

std::shared_ptr<const PathState> integral(const OpenedSubject& opened, const std::shared_ptr<const Path>& path,
                                          Schedule schedule) {
    const Target target{{{0, 1.0}}};
    Sink sink;
    return integrate(path, {.model = *opened.model, .target = target, .score = Score::Logit},
                     {.schedule = schedule, .rule = Rule::Trapezoid, .steps = 160}, sink, [](const auto&) {}, {});
}

MapJudgement judged(const OpenedSubject& opened, const Array& map, std::string_view claim) {
    MethodSink sink;
    return judgeMap(map,
                    {.subject = opened.subject,
                     .model = *opened.model,
                     .target = {{{0, 1.0}}},
                     .score = Score::Logit,
                     .claim = parseClaim(claim),
                     .sigmaMax = sigmaMax,
                     .maxGradients = 96},
                    sink);
}

std::string named(const MapJudgement& judgement) {
    return judgement.holds ? judgement.fits.front().id : judgement.best ? judgement.fits[*judgement.best].id : "none";
}

Array changed(const Array& map, float (*change)(float)) {
    std::vector<float> values(map.host().begin(), map.host().end());
    std::ranges::transform(values, values.begin(), change);
    return Array::fromHost(map.layout(), std::move(values));
}

Array summed(const Array& map) {
    const std::size_t size = map.host().size() / 3;
    std::vector<float> values(3 * size);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = map.host()[i % size] + map.host()[size + i % size] + map.host()[2 * size + i % size];
    return Array::fromHost(map.layout(), std::move(values));
}

std::shared_ptr<const Path> discrete(const OpenedSubject& opened) {
    return std::make_shared<const BlurPath>(std::make_shared<const ScaleSpace>(opened.subject.prepared.z), sigmaMax);
}

std::shared_ptr<const Path> sampled(const OpenedSubject& opened, double cut, SampledBlurPath::Border border) {
    return std::make_shared<const SampledBlurPath>(opened.subject.prepared.z, sigmaMax, cut, border);
}

std::shared_ptr<const Path> straight(const OpenedSubject& opened, float level) {
    return std::make_shared<const StraightPath>(opened.subject.prepared.z, constantPicture(3, n, n, level));
}

// Gradients without the change of the input along the path, evenly over sigma.
Array withoutDifference(const OpenedSubject& opened, const std::shared_ptr<const PathState>& state) {
    std::vector<float> values(opened.subject.prepared.z.host().size());
    for (const PathCell& cell : state->cells)
        if (const Array& gradient = state->nodes[cell.toNode]->gradient; !gradient.empty())
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] += gradient.host()[i] * static_cast<float>(cell.to - cell.from);
    return Array::fromHost(opened.subject.prepared.z.layout(), std::move(values));
}

} // namespace

class TestMapJudgement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachMistakeIsNamed() {
        using Border = SampledBlurPath::Border;
        for (const int seed : {1, 2, 3}) {
            const OpenedSubject opened = subject(seed);
            const auto blur = integral(opened, discrete(opened), Schedule::Log);
            QCOMPARE(named(judged(opened, blur->attribution, "blur-ig")), std::string("blur-ig"));
            Accumulation accumulation(blur);
            QCOMPARE(named(judged(opened, accumulation.at(0.5), "blur-ig")), std::string("lost-interval"));
            QCOMPARE(named(judged(opened, changed(blur->attribution, [](float v) { return std::abs(v); }), "blur-ig")),
                     std::string("absolute"));
            QCOMPARE(named(judged(opened, summed(blur->attribution), "blur-ig")), std::string("channels-summed"));
            QCOMPARE(named(judged(opened, withoutDifference(opened, blur), "blur-ig")), std::string("no-difference"));
            const auto zero = integral(opened, sampled(opened, 4, Border::Zero), Schedule::Log);
            QCOMPARE(named(judged(opened, zero->attribution, "blur-ig")), std::string("zero-border"));
            const auto cut = integral(opened, sampled(opened, 1, Border::Mirrored), Schedule::Log);
            QCOMPARE(named(judged(opened, cut->attribution, "blur-ig:sampled")), std::string("cut-kernel"));
        }
    }

    void aSampledKernelIsNamedAndNoMistake() {
        const OpenedSubject opened = subject(1);
        const auto state = integral(opened, sampled(opened, 4, SampledBlurPath::Border::Mirrored), Schedule::Log);
        QCOMPARE(named(judged(opened, state->attribution, "blur-ig:sampled")), std::string("blur-ig:sampled"));
        const MapJudgement other = judged(opened, state->attribution, "blur-ig");
        QVERIFY(other.holds || other.fits[*other.best].id == "blur-ig:sampled");
        QVERIFY(!other.best || !other.fits[*other.best].isMistake);
    }

    void baselinesOfIgAreToldApart() {
        for (const int seed : {1, 2, 3}) {
            const OpenedSubject opened = subject(seed);
            const auto black = integral(opened, straight(opened, 0), Schedule::Linear);
            QCOMPARE(named(judged(opened, black->attribution, "ig:black")), std::string("ig:black"));
            const auto mean = integral(opened, straight(opened, 0.45F), Schedule::Linear);
            QCOMPARE(named(judged(opened, mean->attribution, "ig:black")), std::string("normalised-baseline"));
            const MapJudgement judgement = judged(opened, black->attribution, "ig:black");
            QVERIFY(std::abs(judgement.sum - judgement.difference) < 0.01 * std::abs(judgement.difference));
            QVERIFY(judgement.verdict().starts_with("it is the integral along the straight path from black"));
        }
    }

    void oneChannelIsSaid() {
        const OpenedSubject opened = subject(2);
        const auto blur = integral(opened, discrete(opened), Schedule::Log);
        const Array sums = summed(blur->attribution);
        const Array plane = Array::fromHost(pictureLayout(1, n, n), {sums.host().begin(), sums.host().begin() + n * n});
        const MapJudgement judgement = judged(opened, plane, "blur-ig");
        QVERIFY(!judgement.holds);
        QVERIFY(judgement.verdict().find("summed over channels") != std::string::npos);
    }

    void whatFitsNothingIsSaid() {
        const OpenedSubject opened = subject(3);
        QCOMPARE(named(judged(opened, roughPicture(3, n, n, 77), "blur-ig")), std::string("none"));
        QVERIFY_EXCEPTION_THROWN(judged(opened, roughPicture(3, n, n - 1), "blur-ig"), Error);
        QVERIFY_EXCEPTION_THROWN(parseClaim("ig:purple"), Error);
    }
};

BLURIG_TEST(TestMapJudgement)
#include "test_map_judgement.moc"
