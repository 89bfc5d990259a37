// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/engine_adapter.h"

#include <utility>

namespace blurig::ui {

EngineAdapter::EngineAdapter(EngineOptions options, QObject* parent)
    : QObject(parent) {
    connect(&m_wakeUp, &WakeUp::came, this, &EngineAdapter::told);
    options.wake = [this] { m_wakeUp.post(); };
    m_engine = std::make_unique<Engine>(std::move(options));
}

EngineAdapter::~EngineAdapter() = default;

bool EngineAdapter::stop(double seconds) {
    return m_engine->stop(seconds);
}

} // namespace blurig::ui
