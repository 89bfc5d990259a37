// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/axioms.h"

#include "core/array/torch_access.h"
#include "core/methods/baseline.h"
#include "core/methods/blur_ig.h"
#include "core/methods/integrated_gradients.h"
#include "core/methods/seeded_random.h"
#include "core/model/class_ranking.h"
#include "core/model/score_name.h"
#include "core/path/blur_path.h"
#include "core/path/integrator.h"
#include "core/path/path_sum.h"
#include "core/path/straight_path.h"
#include "core/scales/causality_paths.h"
#include "core/scales/signal_way.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace blurig {

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::int64_t gridSide = 4; // regions on a side that are tried
constexpr double unchanged = 1e-6;   // of scores
constexpr int causalityPlaces = 16;
constexpr int rowSteps = 64;

// y = a x + b in every value; the same in all of a channel, or one of its own.
struct AffineMap {
    at::Tensor factor;
    at::Tensor offset;

    Array applied(const Array& x) const {
        return arrayOf(tensorOf(x).to(at::kDouble).mul(factor).add_(offset), x.layout());
    }
    // From y's values to x's.
    Array back(const Array& y) const {
        const at::Tensor x = tensorOf(y).to(at::kDouble).sub(offset).div_(factor);
        return arrayOf(x.to(at::kFloat), y.layout());
    }
    Array directionBack(const Array& direction) const {
        return arrayOf(tensorOf(direction).to(at::kDouble).div(factor).to(at::kFloat), direction.layout());
    }
};

enum class Of { EachFeature, Channels };

AffineMap randomMap(const Array& like, Of of) {
    SeededRandom random(seed);
    AffineMap map{.factor = at::empty_like(tensorOf(like), at::kDouble),
                  .offset = at::empty_like(tensorOf(like), at::kDouble)};
    map.factor = map.factor.contiguous();
    map.offset = map.offset.contiguous();
    const std::int64_t inner = map.factor.numel() / like.channels();
    double factor = 1;
    double offset = 0;
    for (std::int64_t i = 0; i < map.factor.numel(); ++i) {
        if (of == Of::EachFeature || i % inner == 0) {
            factor = 0.5 + 1.5 * random.uniform();
            offset = random.uniform() - 0.5;
        }
        map.factor.data_ptr<double>()[i] = factor;
        map.offset.data_ptr<double>()[i] = offset;
    }
    return map;
}

// A path of the features y = T x, seen from the model, which reads x: gamma_x = T^-1 gamma_y.
class CarriedPath final : public Path {
public:
    CarriedPath(std::shared_ptr<const Path> ofFeatures, AffineMap map)
        : m_path(std::move(ofFeatures))
        , m_map(std::move(map)) {}

    PathDescription description() const override { return m_path->description(); }
    double farEnd() const override { return m_path->farEnd(); }
    PathVariable naturalVariable() const override { return m_path->naturalVariable(); }
    PathSample sample(double position) const override {
        const PathSample sample = m_path->sample(position);
        return {.point = m_map.back(sample.point), .direction = m_map.directionBack(sample.direction)};
    }
    double rate(PathVariable variable, double position) const override { return m_path->rate(variable, position); }
    double toVariable(PathVariable variable, double position) const override {
        return m_path->toVariable(variable, position);
    }
    double toPosition(PathVariable variable, double value) const override {
        return m_path->toPosition(variable, value);
    }
    bool has(PathVariable variable) const override { return m_path->has(variable); }

private:
    std::shared_ptr<const Path> m_path;
    AffineMap m_map;
};

double relativeDistance(const at::Tensor& a, const at::Tensor& b) {
    const double size = norm(b);
    return size > 0 ? norm(a.sub(b)) / size : norm(a);
}

class Checker {
public:
    Checker(const AxiomsRequest& request, MethodSink& sink, const std::stop_token& stop)
        : m_request(request)
        , m_sink(sink)
        , m_stop(stop)
        , m_input(request.subject.prepared.z)
        , m_black(makeBaselines("black", m_input, 1, 0, {}).front().image)
        , m_noise(makeBaselines("random", m_input, 1, seed, {}).front().image)
        , m_space(std::make_shared<const ScaleSpace>(m_input, request.subject.axisWeights)) {}

    Axioms run() {
        Axioms axioms{.steps = m_request.steps};
        const auto converged = stateOf(BlurIg());
        axioms.blurIg = completenessOf(*converged);
        axioms.ig = completenessOf(*stateOf(IntegratedGradients()));
        m_sigmaMax = converged->paths.front()->path->farEnd();
        const auto blur = std::make_shared<const BlurPath>(m_space, m_sigmaMax);
        const auto straight = std::make_shared<const StraightPath>(m_input, m_black);
        axioms.linearityBlurIg = linearity(blur);
        axioms.linearityIg = linearity(straight);
        const at::Tensor blurMap = mapAlong(blur, m_request.target);
        const at::Tensor straightMap = mapAlong(straight, m_request.target);
        findIgnored(axioms, blurMap, straightMap);
        axioms.scaleIgPerFeature = relativeDistance(carried(Of::EachFeature, PathKind::Straight), straightMap);
        axioms.scaleBlurIgPerChannel = relativeDistance(carried(Of::Channels, PathKind::Blur), blurMap);
        axioms.scaleBlurIgPerFeature = relativeDistance(carried(Of::EachFeature, PathKind::Blur), blurMap);
        if (m_input.layout().axes.size() == 2) {
            beginBatch(m_sink, m_stop);
            axioms.causalityBlur = enhancementAlong(*blur, causalityPlaces);
            axioms.causalityBlack = enhancementAlong(*straight, causalityPlaces);
            axioms.causalityRandom = enhancementAlong(StraightPath(m_input, m_noise), causalityPlaces);
            axioms.rowCreations = middleRow();
        }
        if (m_request.randomise)
            axioms.randomisation = randomiseWeights({.subject = m_request.subject,
                                                     .model = m_request.model,
                                                     .target = m_request.target,
                                                     .score = m_request.score,
                                                     .steps = m_request.steps,
                                                     .sigmaMax = m_sigmaMax,
                                                     .formats = m_request.formats},
                                                    m_sink, m_stop);
        return axioms;
    }

private:
    Axioms::RowCreations middleRow() const {
        const std::int64_t row = m_input.height() / 2;
        const Array signal = rowOf(m_input, row);
        const auto createdOn = [&signal](CausalityPath kind) {
            return followSignal(*makePath(kind, signal, seed), rowSteps).created();
        };
        return {.row = row,
                .extrema = extremaOf(signal.host()),
                .blur = createdOn(CausalityPath::Blur),
                .black = createdOn(CausalityPath::Black),
                .noise = createdOn(CausalityPath::Noise)};
    }

    std::shared_ptr<const MethodState> stateOf(const Method& method) {
        const Item item{.input = m_input,
                        .axisWeights = m_request.subject.axisWeights,
                        .target = m_request.target,
                        .score = m_request.score};
        return method.run(m_request.model, item, defaultParameters(method), m_sink, m_stop);
    }

    static Axioms::Completeness completenessOf(const MethodState& state) {
        return {state.completeness->gap(), state.completeness->relativeGap()};
    }

    at::Tensor mapAlong(const std::shared_ptr<const Path>& path, const Target& target) {
        const Explained explained{.model = m_request.model, .target = target, .score = m_request.score};
        const Schedule schedule = path->naturalVariable() == PathVariable::Log ? Schedule::Log : Schedule::Linear;
        const auto state = integrate(
            path, explained, {.schedule = schedule, .rule = Rule::Trapezoid, .steps = m_request.steps}, m_sink,
            [](const auto&) {}, m_stop);
        return tensorOf(state->attribution).to(at::kDouble);
    }

    std::optional<double> linearity(const std::shared_ptr<const Path>& path) {
        const auto best = bestClasses(m_request.subject.classScores.host(), 2);
        if (best.size() < 2)
            return std::nullopt;
        const Target one{{{best[0], 1.0}}};
        const Target other{{{best[1], 1.0}}};
        const Target both{{{best[0], 2.0}, {best[1], -1.0}}};
        const at::Tensor sum = mapAlong(path, one).mul_(2).sub_(mapAlong(path, other));
        return relativeDistance(mapAlong(path, both), sum);
    }

    // The map of the model that reads the features back, in the features: dG/dy dy = dF/dx dx, so it is the one along
    // the path that is carried back.
    at::Tensor carried(Of of, PathKind kind) {
        const AffineMap map = randomMap(m_input, of);
        const Array features = map.applied(m_input);
        std::shared_ptr<const Path> path;
        if (kind == PathKind::Straight)
            path = std::make_shared<const StraightPath>(features, map.applied(m_black));
        else
            path = std::make_shared<const BlurPath>(
                std::make_shared<const ScaleSpace>(features, m_request.subject.axisWeights, Precision::Double),
                m_sigmaMax);
        return mapAlong(std::make_shared<const CarriedPath>(path, map), m_request.target);
    }

    struct Part {
        std::string name;
        std::function<at::Tensor(const at::Tensor&)> of; // a view
    };

    std::vector<Part> parts() const {
        std::vector<Part> all;
        for (std::int64_t channel = 0; channel < m_input.channels(); ++channel)
            all.push_back({fmt::format("channel {}", channel),
                           [channel](const at::Tensor& values) { return values.narrow(0, channel, 1); }});
        if (m_input.layout().axes.size() != 2)
            return all;
        const std::int64_t height = m_input.height();
        const std::int64_t width = m_input.width();
        for (std::int64_t row = 0; row < gridSide; ++row)
            for (std::int64_t column = 0; column < gridSide; ++column) {
                const std::int64_t top = row * height / gridSide;
                const std::int64_t left = column * width / gridSide;
                const std::int64_t down = (row + 1) * height / gridSide - top;
                const std::int64_t across = (column + 1) * width / gridSide - left;
                if (down > 0 && across > 0)
                    all.push_back({fmt::format("region {},{} to {},{}", left, top, left + across, top + down),
                                   [=](const at::Tensor& values) {
                                       return values.narrow(1, top, down).narrow(2, left, across);
                                   }});
            }
        return all;
    }

    // The logit, where there is one: class scores saturate.
    Evaluation scoresOf(const Array& input) const {
        const Score score = hasLogits(m_request.model.card().output) ? Score::Logit : Score::ClassScore;
        return m_request.model.evaluateForward(asBatch(input), m_request.target, score);
    }
    static bool closeTo(double a, double b) { return std::abs(a - b) <= unchanged * std::max(1.0, std::abs(b)); }

    void findIgnored(Axioms& axioms, const at::Tensor& blurMap, const at::Tensor& straightMap) {
        const Evaluation known = scoresOf(m_input);
        for (const Part& part : parts()) {
            beginBatch(m_sink, m_stop);
            ++axioms.partsTried;
            const at::Tensor changed = tensorOf(m_input).clone();
            part.of(changed).copy_(part.of(tensorOf(m_noise)));
            const Evaluation found = scoresOf(arrayOf(changed, m_input.layout()));
            const bool same = closeTo(found.values.front(), known.values.front()) &&
                              std::ranges::equal(found.classScores.front().host(), known.classScores.front().host(),
                                                 [](float a, float b) { return closeTo(double{a}, double{b}); });
            const auto share = [&](const at::Tensor& map) {
                const double whole = map.abs().sum().item<double>();
                return whole > 0 ? part.of(map).abs().sum().item<double>() / whole : 0;
            };
            if (same)
                axioms.ignored.push_back({part.name, share(blurMap), share(straightMap)});
        }
    }

    const AxiomsRequest& m_request;
    MethodSink& m_sink;
    std::stop_token m_stop;
    Array m_input;
    Array m_black;
    Array m_noise;
    std::shared_ptr<const ScaleSpace> m_space;
    double m_sigmaMax = 0;
};

} // namespace

Axioms checkAxioms(const AxiomsRequest& request, MethodSink& sink, const std::stop_token& stop) {
    return Checker(request, sink, stop).run();
}

} // namespace blurig
