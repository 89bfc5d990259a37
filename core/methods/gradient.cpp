// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/gradient.h"

#include "core/error.h"

#include <chrono>

namespace blurig {

std::vector<ParameterSpec> Gradient::parameters() const {
    return {};
}

std::shared_ptr<const MethodState> Gradient::run(const Model& model, const Item& item, const Parameters& parameters,
                                                 MethodSink& sink, const std::stop_token& stop) const {
    sink.betweenBatches();
    if (stop.stop_requested())
        throw Cancelled();
    const auto start = std::chrono::steady_clock::now();
    Evaluation evaluation = model.evaluate(asBatch(item.input), item.target, item.score);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    sink.gradientsTook(1, seconds);

    auto state = std::make_shared<MethodState>();
    state->method = id();
    state->parameters = parameters;
    state->target = item.target;
    state->score = item.score;
    state->attribution = std::move(evaluation.gradients.front());
    state->cost = {.gradients = 1, .forwards = 0, .seconds = seconds};
    state->ending = Ending::FixedSchedule;
    state->expectedGradients = 1;
    sink.publish(state);
    return state;
}

} // namespace blurig
