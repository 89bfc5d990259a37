// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// Blur IG (eq. 2 of the paper): the blur path, from sigma_max down to the input.
class BlurIg final : public Method {
public:
    std::string id() const override { return "blur-ig"; }
    std::string label() const override { return "Blur IG"; }
    Abilities abilities() const override { return {.completeness = true, .scales = true}; }
    std::vector<ParameterSpec> parameters() const override;
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
