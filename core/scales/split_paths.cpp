// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/split_paths.h"

#include "core/array/torch_access.h"
#include "core/methods/gradient_x_input.h"
#include "core/path/straight_path.h"

namespace blurig {

std::shared_ptr<const PathState> oneNodePath(const Array& input, const Array& gradient) {
    const Array black = makeBaselines("black", input, 1, 0, {}).front().image;
    auto path = std::make_shared<const StraightPath>(input, black);
    const at::Tensor integrand = tensorOf(gradient).mul(tensorOf(path->sample(0).direction));
    auto node = std::make_shared<PathNode>();
    node->gradient = gradient;
    node->integrand = arrayOf(integrand, gradient.layout());
    node->change = integrand.sum(at::kDouble).item<double>();
    auto state = std::make_shared<PathState>();
    state->path = std::move(path);
    state->nodes = {node};
    state->cells = {{.from = 0, .to = 1, .fromNode = 0, .toNode = 0, .mass = -node->change}};
    state->attribution = arrayOf(integrand.neg(), gradient.layout());
    state->ending = Ending::FixedSchedule;
    return state;
}

std::vector<std::shared_ptr<const PathState>> splitPaths(const Explanation& explanation, Sink& sink,
                                                         const std::stop_token& stop) {
    if (explanation.state->method != GradientXInput().id())
        return explanation.state->paths;
    const Item& item = explanation.item;
    beginBatch(sink, stop);
    const Evaluation found = explanation.model->evaluate(asBatch(item.input), item.target, item.score);
    return {oneNodePath(item.input, found.gradients.front())};
}

} // namespace blurig
