// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/guided_ig.h"

#include "core/methods/baseline_parameters.h"
#include "core/methods/gradient_batch.h"
#include "core/methods/guided_walk.h"
#include "core/methods/map_mean.h"

#include <array>
#include <chrono>

namespace blurig {

namespace {

constexpr int defaultSteps = 200; // the package `saliency`'s

void scoreInput(MethodState& state, const Model& model, const Item& item, Sink& sink, const std::stop_token& stop) {
    beginBatch(sink, stop);
    const auto start = std::chrono::steady_clock::now();
    state.completeness->scoreInput = model.evaluateForward(asBatch(item.input), item.target, item.score).values.front();
    state.cost.forwards += 1;
    state.cost.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

std::vector<ParameterSpec> GuidedIg::parameters() const {
    using Type = ParameterSpec::Type;
    std::vector<ParameterSpec> specs = baselineParameters();
    specs.push_back({.key = "steps",
                     .label = "Steps",
                     .help = "Number of gradients from each baseline to the input; auto is 200",
                     .unit = "gradients",
                     .type = Type::Integer,
                     .defaultValue = std::monostate(),
                     .minimum = 2,
                     .maximum = 100000,
                     .unsetWord = "auto",
                     .role = ParameterRole::Steps});
    specs.push_back({.key = "fraction",
                     .label = "Fraction",
                     .help = "Share of the values, those with the smallest gradients, that are moved in each step",
                     .type = Type::Real,
                     .defaultValue = 0.25,
                     .minimum = 0,
                     .maximum = 1});
    specs.push_back(
        {.key = "max_dist",
         .label = "Greatest distance",
         .help = "Greatest distance of a value from the straight path, as a share of its whole way; 0 is IG",
         .type = Type::Real,
         .defaultValue = 0.02,
         .minimum = 0,
         .maximum = 1});
    return specs;
}

std::shared_ptr<const MethodState> GuidedIg::run(const Model& model, const Item& item, const Parameters& parameters,
                                                 MethodSink& sink, const std::stop_token& stop) const {
    const std::vector<Baseline> baselines = makeBaselines(parameters, item);
    const auto count = static_cast<double>(baselines.size());
    const int steps = parameters.isSet("steps") ? static_cast<int>(parameters.integer("steps")) : defaultSteps;

    MethodState state = begunState(*this, model, item, parameters);
    state.expectedGradients = steps * count + 1.0 / 3;
    state.notes = baselineNotes(baselines);
    state.completeness = Completeness();
    scoreInput(state, model, item, sink, stop);
    MapMean mean;
    for (const Baseline& baseline : baselines) {
        GuidedWalk walk(item.input, baseline.image, steps, *parameters.real("fraction"), *parameters.real("max_dist"));
        double scoreStart = state.completeness->scoreInput; // where the walk has no way to go
        for (bool isStart = true; !walk.isDone(); isStart = false) {
            const Evaluation here = gradientBatch(model, std::array{walk.point()}, item, sink, stop, state.cost);
            if (isStart)
                scoreStart = here.values.front();
            walk.step(here.gradients.front().host());
            MethodState running = state;
            running.completeness.reset(); // a part of a path has no gap
            publish(sink, std::move(running));
        }
        mean.add(walk.map());
        state.attribution = mean.mean();
        state.completeness->scoreStart += scoreStart / count;
        state.completeness->sum += walk.sum() / count;
    }
    state.ending = Ending::FixedSchedule;
    state.expectedGradients = state.cost.worth();
    return publish(sink, std::move(state));
}

} // namespace blurig
