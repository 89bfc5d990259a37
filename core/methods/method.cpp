// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/method.h"

#include "core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace blurig {

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

std::string keyOf(const Method& method, ParameterRole role) {
    const Parameters parameters = defaultParameters(method);
    const ParameterSpec* spec = parameters.find(role);
    return spec ? spec->key : std::string();
}

Parameters parametersOf(const Method& method, const std::map<std::string, std::string>& given) {
    Parameters parameters = defaultParameters(method);
    for (const auto& [key, text] : given)
        parameters.set(key, std::string_view(text));
    return parameters;
}

std::string titleOf(const Method& method, const std::map<std::string, std::string>& given) {
    const Parameters defaults = defaultParameters(method);
    for (const ParameterRole role : {ParameterRole::Start, ParameterRole::SeedMethod}) {
        const ParameterSpec* spec = defaults.find(role);
        if (!spec)
            continue;
        const auto chosen = given.find(spec->key);
        return fmt::format("{} ({})", method.label(),
                           chosen == given.end() ? defaults.asText(spec->key) : chosen->second);
    }
    return method.label();
}

int gradientsBehind(const MethodState& state) {
    std::size_t gradients = 0;
    for (const auto& path : state.paths) {
        std::set<std::size_t> used;
        for (const PathCell& cell : path->cells)
            for (const std::size_t node : {cell.fromNode, cell.toNode})
                if (!path->nodes[node]->gradient.empty())
                    used.insert(node);
        gradients += used.size();
    }
    return std::max(state.cost.gradients, static_cast<int>(gradients));
}

MethodState begunState(const Method& method, const Model& model, const Item& item, const Parameters& parameters) {
    MethodState state;
    state.repeatable = model.examination().repeatable;
    state.execution = model.execution();
    state.ownBaselineSha256 = item.ownBaseline.sha256;
    state.method = method.id();
    state.parameters = parameters;
    state.target = item.target;
    state.score = item.score;
    return state;
}

std::shared_ptr<const MethodState> publish(MethodSink& sink, MethodState state) {
    if (!state.noEvidence)
        state.noEvidence = noEvidence(state);
    auto shared = std::make_shared<const MethodState>(std::move(state));
    sink.publish(shared);
    return shared;
}

} // namespace blurig
