// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/lane.h"

#include "core/engine/worker.h"

#include <utility>

namespace blurig {

Lane::Lane(std::shared_ptr<Worker> worker, std::shared_ptr<LaneState> state)
    : m_worker(std::move(worker))
    , m_state(std::move(state)) {}

Lane& Lane::operator=(Lane&& other) noexcept {
    if (this != &other) {
        close();
        m_worker = std::move(other.m_worker);
        m_state = std::move(other.m_state);
    }
    return *this;
}

Lane::~Lane() {
    close();
}

void Lane::close() {
    if (m_worker)
        m_worker->close(m_state);
}

Generation Lane::submit(Request request) {
    return m_worker->submit(m_state, std::move(request));
}

void Lane::cancel() {
    m_worker->cancel(*m_state);
}

std::vector<SharedSnapshot> Lane::take() {
    return m_worker->take(*m_state);
}

} // namespace blurig
