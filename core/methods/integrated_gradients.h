// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// IG (eq. 1 of the paper): straight lines from one baseline or several, averaged.
class IntegratedGradients final : public Method {
public:
    std::string id() const override { return "ig"; }
    std::string label() const override { return "Integrated gradients"; }
    std::string shortLabel() const override { return "IG"; }
    Abilities abilities() const override { return {.completeness = true}; }
    std::vector<ParameterSpec> parameters() const override;
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
