// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/method.h"

#include "core/error.h"
#include "core/methods/blur_ig.h"
#include "core/methods/grad_cam.h"
#include "core/methods/gradient.h"
#include "core/methods/gradient_x_input.h"
#include "core/methods/guided_ig.h"
#include "core/methods/integrated_gradients.h"
#include "core/methods/smooth_grad.h"
#include "core/methods/xrai.h"

#include <algorithm>
#include <array>

namespace blurig {

std::span<const Method* const> methods() {
    static const BlurIg blurIg;
    static const IntegratedGradients integratedGradients;
    static const Gradient gradient;
    static const GradientXInput gradientXInput;
    static const SmoothGrad smoothGrad;
    static const GuidedIg guidedIg;
    static const GradCam gradCam;
    static const Xrai xrai;
    static const auto list = std::to_array<const Method*>({
        &blurIg,
        &integratedGradients,
        &guidedIg,
        &gradient,
        &gradientXInput,
        &smoothGrad,
        &gradCam,
        &xrai,
    });
    return list;
}

const Method* findMethod(std::string_view id) {
    const auto known = methods();
    const auto found = std::ranges::find_if(known, [id](const Method* method) { return method->id() == id; });
    return found == known.end() ? nullptr : *found;
}

const Method& methodById(std::string_view id) {
    if (const Method* method = findMethod(id))
        return *method;
    std::string ids;
    for (const Method* method : methods())
        ids += (ids.empty() ? "" : ", ") + method->id();
    throw Error(ErrorCode::Argument, "method", "there is no method \"" + std::string(id) + "\"", "Use one of " + ids);
}

Parameters defaultParameters(const Method& method) {
    return Parameters(method.parameters());
}

Parameters parametersOf(const Method& method, const std::map<std::string, std::string>& given) {
    Parameters parameters = defaultParameters(method);
    for (const auto& [key, text] : given)
        parameters.set(key, std::string_view(text));
    return parameters;
}

MethodState begunState(const Method& method, const Item& item, const Parameters& parameters) {
    MethodState state;
    state.method = method.id();
    state.parameters = parameters;
    state.target = item.target;
    state.score = item.score;
    return state;
}

std::shared_ptr<const MethodState> publish(MethodSink& sink, MethodState state) {
    auto shared = std::make_shared<const MethodState>(std::move(state));
    sink.publish(shared);
    return shared;
}

} // namespace blurig
