// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// XRAI (Kapishnikov et al. 2019): the picture's segments, ranked by another method's attribution, the seed's.
class Xrai final : public Method {
public:
    std::string id() const override { return "xrai"; }
    std::string label() const override { return "XRAI"; }
    Abilities abilities() const override { return {.perChannel = false}; }
    std::vector<ParameterSpec> parameters() const override;
    std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                           MethodSink& sink, const std::stop_token& stop) const override;
};

} // namespace blurig
