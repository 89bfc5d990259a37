// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// Grad-CAM (Selvaraju et al., ICCV 2017, eq. 1 and 2): an inner layer's channels, each weighted by the mean of dF/dA
// over its map, added up, positive part, scaled to the input.
class GradCam final : public Method {
public:
    std::string id() const override { return "grad-cam"; }
    std::string label() const override { return "Grad-CAM"; }
    Abilities abilities() const override { return {.perChannel = false, .needsInnerLayer = true}; }
    std::vector<ParameterSpec> parameters() const override;
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
