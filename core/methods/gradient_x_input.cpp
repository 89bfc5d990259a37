// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/gradient_x_input.h"

#include "core/array/torch_access.h"
#include "core/methods/gradient_batch.h"

#include <fmt/format.h>

namespace blurig {

std::shared_ptr<const MethodState> GradientXInput::run(const Model& model, const Item& item,
                                                       const Parameters& parameters, MethodSink& sink,
                                                       const std::stop_token& stop) const {
    MethodState state = begunState(*this, model, item, parameters);
    const Evaluation evaluation = gradientBatch(model, {&item.input, 1}, item, sink, stop, state.cost);
    state.greatestScore = evaluation.values.front();
    const double black = item.input.layout().range.low;
    const at::Tensor map = tensorOf(item.input).to(at::kDouble).sub(black).mul_(tensorOf(evaluation.gradients.front()));
    state.attribution = arrayOf(map.to(at::kFloat), evaluation.gradients.front().layout());
    state.ending = Ending::FixedSchedule;
    state.expectedGradients = 1;
    state.notes = {fmt::format("the gradient times z - black, black being {:.4g}", black)};
    return publish(sink, std::move(state));
}

} // namespace blurig
