// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "core/methods/method.h"

#include <stop_token>

namespace blurig {

// Shows how far a method is and hands an interrupt on to it.
class RunProgress final : public MethodSink {
public:
    explicit RunProgress(Console& console)
        : m_console(console) {}

    std::stop_token stopToken() const { return m_stop.get_token(); }
    void betweenBatches() override;
    void publish(std::shared_ptr<const MethodState> state) override;

private:
    Console& m_console;
    std::stop_source m_stop;
};

} // namespace blurig
