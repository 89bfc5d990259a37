// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/methods/method_cases.h"

#include <algorithm>

namespace blurig::test {

std::shared_ptr<const MethodState> explain(std::string_view id, const Model& model, const Item& item,
                                           const Settings& settings, MethodSink& sink, const std::stop_token& stop) {
    const Method& method = methodById(id);
    Parameters parameters = defaultParameters(method);
    for (const auto& [key, text] : settings)
        parameters.set(key, text);
    return method.run(model, item, parameters, sink, stop);
}

std::shared_ptr<const MethodState> explain(std::string_view id, const Model& model, const Item& item,
                                           const Settings& settings) {
    CollectingSink sink;
    return explain(id, model, item, settings, sink);
}

Item logitItem(const Array& input) {
    return {.input = input, .target = {{{0, 1.0}}}, .score = Score::Logit};
}

bool hasNote(const MethodState& state, const std::string& part) {
    return std::ranges::any_of(state.notes,
                               [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

} // namespace blurig::test
