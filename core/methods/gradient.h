// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// dF/dz at the input, and nothing else.
class Gradient final : public Method {
public:
    std::string id() const override { return "gradient"; }
    std::string label() const override { return "Gradient"; }
    Abilities abilities() const override { return {}; }
    std::vector<ParameterSpec> parameters() const override;
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
