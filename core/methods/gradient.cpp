// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/gradient.h"

#include "core/methods/gradient_batch.h"

namespace blurig {

std::vector<ParameterSpec> Gradient::parameters() const {
    return {};
}

std::shared_ptr<const MethodState> Gradient::run(const Model& model, const Item& item, const Parameters& parameters,
                                                 MethodSink& sink, const std::stop_token& stop) const {
    MethodState state = begunState(*this, model, item, parameters);
    Evaluation evaluation = gradientBatch(model, {&item.input, 1}, item, sink, stop, state.cost);
    state.greatestScore = evaluation.values.front();
    state.attribution = std::move(evaluation.gradients.front());
    state.ending = Ending::FixedSchedule;
    state.expectedGradients = 1;
    return publish(sink, std::move(state));
}

} // namespace blurig
