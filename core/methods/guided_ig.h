// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// Guided IG (Kapishnikov et al. 2021): from the baseline to the input in steps of equal L1 length, each along those
// values whose gradient is least, never further than a distance from the straight line; as the package saliency 0.2.1,
// without anchors. The path depends on the gradients on the way, so its steps run one after the other.
class GuidedIg final : public Method {
public:
    std::string id() const override { return "guided-ig"; }
    std::string label() const override { return "Guided IG"; }
    Abilities abilities() const override { return {.completeness = true}; }
    std::vector<ParameterSpec> parameters() const override;
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
