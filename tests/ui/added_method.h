// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <vector>

namespace blurig::test {

// A method as somebody else would add it, in one file: factor * z, which explains nothing.
class AddedMethod final : public Method {
public:
    std::string id() const override { return "added"; }
    std::string label() const override { return "Added method"; }
    Abilities abilities() const override { return {}; }
    std::vector<ParameterSpec> parameters() const override {
        return {{.key = "factor",
                 .label = "Factor",
                 .help = "What z is multiplied by",
                 .type = ParameterSpec::Type::Real,
                 .defaultValue = 2.0,
                 .minimum = -100,
                 .maximum = 100}};
    }

    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& /*stop*/) const override {
        std::vector<float> map(item.input.host().begin(), item.input.host().end());
        for (float& value : map)
            value *= static_cast<float>(*parameters.real("factor"));
        MethodState state = begunState(*this, model, item, parameters);
        state.attribution = Array::fromHost(item.input.layout(), std::move(map));
        state.ending = Ending::FixedSchedule;
        return publish(sink, std::move(state));
    }
};

} // namespace blurig::test
