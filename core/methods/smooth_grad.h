// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// SmoothGrad (Smilkov et al. 2017): the mean of another method's maps over copies of the input with Gaussian noise,
// whose standard deviation is a share of the value range.
class SmoothGrad final : public Method {
public:
    std::string id() const override { return "smooth-grad"; }
    std::string label() const override { return "SmoothGrad"; }
    Abilities abilities() const override { return {}; }
    std::vector<ParameterSpec> parameters() const override;
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
