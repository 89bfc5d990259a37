// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/weight_randomisation.h"

#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/evaluate/rank_correlation.h"
#include "core/methods/baseline.h"
#include "core/model/shuffled_models.h"
#include "core/path/blur_path.h"
#include "core/path/integrator.h"
#include "core/path/straight_path.h"

#include <ATen/core/Tensor.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t mostStages = 8;

struct Maps {
    std::vector<double> blurIg; // sums over channels
    std::vector<double> ig;
    std::vector<double> gradientTimesInput;
    double score = 0;
};

std::vector<double> channelSums(const at::Tensor& map) {
    const at::Tensor sums = map.to(at::kDouble).sum(0).contiguous();
    return {sums.data_ptr<double>(), sums.data_ptr<double>() + sums.numel()};
}

WeightRandomisation::Similarity similarity(const std::vector<double>& a, const std::vector<double>& b) {
    const auto magnitudes = [](std::vector<double> values) {
        std::ranges::transform(values, values.begin(), [](double value) { return std::abs(value); });
        return values;
    };
    return {rankCorrelation(a, b), rankCorrelation(magnitudes(a), magnitudes(b))};
}

// 1, 2, 4, ... and all; of more than 2^7 layers in larger steps.
std::vector<std::size_t> stagesOf(std::size_t layers) {
    std::vector<std::size_t> counts;
    const double factor = std::max(2.0, std::pow(static_cast<double>(layers), 1.0 / (mostStages - 1)));
    for (double count = 1; std::lround(count) < static_cast<long>(layers); count *= factor)
        counts.push_back(static_cast<std::size_t>(std::lround(count)));
    if (layers > 0)
        counts.push_back(layers);
    return counts;
}

class Randomiser {
public:
    Randomiser(const WeightRandomisationRequest& request, MethodSink& sink, const std::stop_token& stop)
        : m_request(request)
        , m_sink(sink)
        , m_stop(stop)
        , m_input(request.subject.prepared.z)
        , m_blur(std::make_shared<const BlurPath>(
              std::make_shared<const ScaleSpace>(m_input, request.subject.axisWeights), request.sigmaMax))
        , m_straight(
              std::make_shared<const StraightPath>(m_input, makeBaselines("black", m_input, 1, 0, {}).front().image)) {}

    WeightRandomisation run() {
        const ShuffledModels shuffled(m_request.model, m_request.formats);
        WeightRandomisation found{.steps = m_request.steps, .layers = shuffled.layers().size()};
        if (shuffled.layers().empty())
            return found;
        const Maps known = mapsOf(m_request.model);
        for (const std::size_t count : stagesOf(shuffled.layers().size())) {
            WeightRandomisation::Stage stage{.layers = count,
                                             .first = shuffled.layers()[shuffled.layers().size() - count]};
            try {
                const Maps maps = mapsOf(*shuffled.model(count, seed));
                stage.score = maps.score;
                stage.blurIg = similarity(known.blurIg, maps.blurIg);
                stage.ig = similarity(known.ig, maps.ig);
                stage.gradientTimesInput = similarity(known.gradientTimesInput, maps.gradientTimesInput);
            } catch (const Error& error) { // random weights may run out of all bounds
                stage.failure = error.what();
            }
            found.stages.push_back(std::move(stage));
        }
        return found;
    }

private:
    std::vector<double> along(const std::shared_ptr<const Path>& path, const Model& model) {
        const Explained explained{.model = model, .target = m_request.target, .score = m_request.score};
        const Schedule schedule = path->naturalVariable() == PathVariable::Log ? Schedule::Log : Schedule::Linear;
        const auto state = integrate(
            path, explained, {.schedule = schedule, .rule = Rule::Trapezoid, .steps = m_request.steps}, m_sink,
            [](const auto&) {}, m_stop);
        return channelSums(tensorOf(state->attribution));
    }

    Maps mapsOf(const Model& model) {
        beginBatch(m_sink, m_stop);
        const Evaluation found = model.evaluate(asBatch(m_input), m_request.target, m_request.score);
        return {.blurIg = along(m_blur, model),
                .ig = along(m_straight, model),
                .gradientTimesInput = channelSums(tensorOf(found.gradients.front()).mul(tensorOf(m_input))),
                .score = found.values.front()};
    }

    const WeightRandomisationRequest& m_request;
    MethodSink& m_sink;
    std::stop_token m_stop;
    Array m_input;
    std::shared_ptr<const Path> m_blur;
    std::shared_ptr<const Path> m_straight;
};

} // namespace

WeightRandomisation randomiseWeights(const WeightRandomisationRequest& request, MethodSink& sink,
                                     const std::stop_token& stop) {
    return Randomiser(request, sink, stop).run();
}

Json weightRandomisationJson(const WeightRandomisation& randomisation) {
    const auto similarityJson = [](const WeightRandomisation::Similarity& known) {
        return Json{{"signed", numberJson(known.signedMaps)}, {"magnitudes", numberJson(known.magnitudes)}};
    };
    Json stages = Json::array();
    for (const WeightRandomisation::Stage& stage : randomisation.stages) {
        Json json{{"layers", stage.layers}, {"first_layer", stage.first}};
        if (!stage.failure.empty()) {
            json["failure"] = stage.failure;
        } else {
            json["score"] = numberJson(stage.score);
            json["blur_ig"] = similarityJson(stage.blurIg);
            json["ig"] = similarityJson(stage.ig);
            json["gradient_x_input"] = similarityJson(stage.gradientTimesInput);
        }
        stages.push_back(std::move(json));
    }
    return {{"layers", randomisation.layers}, {"steps", randomisation.steps}, {"stages", std::move(stages)}};
}

} // namespace blurig
