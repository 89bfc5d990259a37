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
    RunProgress(Console& console, const Model& model)
        : m_console(console)
        , m_model(model) {}

    std::stop_token stopToken() const { return m_stop.get_token(); }
    void betweenBatches() override;
    int batchSize() override { return m_model.rowsTogether(); }
    void publish(std::shared_ptr<const MethodState> state) override;

private:
    Console& m_console;
    const Model& m_model;
    std::stop_source m_stop;
};

} // namespace blurig
