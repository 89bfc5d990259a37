// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <functional>

namespace blurig {

// For methods that run another one of the list, the seed, on the way.

std::vector<std::string> methodIdsExcept(std::string_view id); // the seeds that a method may have: all but itself

// The parameter "seed_parameters": what of the seed is not default, as "steps=100; baseline=black,white".
ParameterSpec seedParametersSpec();
std::map<std::string, std::string> seedTexts(std::string_view text); // throws Error (Argument)
std::string seedText(const std::map<std::string, std::string>& texts);

// The seed's defaults in this method: its own, but for IG in XRAI the paper's baselines.
Parameters seedDefaults(std::string_view method, const Method& seed);
// With what is set in the method's own parameters. Throws Error (Argument).
Parameters seedParameters(std::string_view method, const Parameters& parameters);

// Lets the seed run in the place of the whole, and hands what it publishes to `onward`.
class SeedSink final : public MethodSink {
public:
    SeedSink(MethodSink& outer, std::function<void(const MethodState&)> onward)
        : m_outer(outer)
        , m_onward(std::move(onward)) {}

    void betweenBatches() override { m_outer.betweenBatches(); }
    void publish(std::shared_ptr<const MethodState> state) override { m_onward(*state); }

private:
    MethodSink& m_outer;
    std::function<void(const MethodState&)> m_onward;
};

} // namespace blurig
