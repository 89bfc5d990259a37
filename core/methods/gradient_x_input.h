// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// (z - black) dF/dz: what each value adds to F's linear form at the input, counted from black, the low end of the value
// range. Of values in [0,1] it is z dF/dz; in other ranges, too, a black pixel gets nothing.
class GradientXInput final : public Method {
public:
    std::string id() const override { return "gradient-x-input"; }
    std::string label() const override { return "Gradient x input"; }
    Abilities abilities() const override { return {}; }
    std::vector<ParameterSpec> parameters() const override { return {}; }
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
