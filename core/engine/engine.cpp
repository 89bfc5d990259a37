// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"

#include "core/engine/worker.h"

#include <utility>

namespace blurig {

Engine::Engine(EngineOptions options)
    : m_worker(std::make_shared<Worker>(std::move(options))) {}

Engine::~Engine() {
    m_worker->end();
}

Lane Engine::lane(Urgency urgency) {
    return {m_worker, m_worker->open(urgency)};
}

void Engine::setMemoryBudget(std::size_t bytes) {
    m_worker->setMemoryBudget(bytes);
}

void Engine::holdOff(std::chrono::milliseconds time) {
    m_worker->holdOff(time);
}

bool Engine::stop(double seconds) {
    return m_worker->stop(seconds);
}

} // namespace blurig
