// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <functional>

namespace blurig {

// For methods that run another one of the list, the seed, on the way.

std::vector<std::string> methodIdsExcept(std::string_view id); // the seeds that a method may have: all but itself

// Lets the seed run in the place of the whole, and hands what it publishes to `onward`.
class SeedSink final : public MethodSink {
public:
    SeedSink(MethodSink& outer, std::function<void(const MethodState&)> onward)
        : m_outer(outer)
        , m_onward(std::move(onward)) {}

    void betweenBatches() override { m_outer.betweenBatches(); }
    int batchSize() override { return m_outer.batchSize(); }
    void gradientsTook(int inputs, double seconds) override { m_outer.gradientsTook(inputs, seconds); }
    void publish(std::shared_ptr<const MethodState> state) override { m_onward(*state); }

private:
    MethodSink& m_outer;
    std::function<void(const MethodState&)> m_onward;
};

} // namespace blurig
