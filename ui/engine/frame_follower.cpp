// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/frame_follower.h"

#include <utility>

namespace blurig::ui {

FrameFollower::FrameFollower(QObject* parent)
    : QObject(parent)
    , m_worker(std::make_unique<FrameWorker>([this] { m_wakeUp.post(); })) {
    connect(&m_wakeUp, &WakeUp::came, this, &FrameFollower::deliver);
}

FrameFollower::~FrameFollower() = default;

void FrameFollower::ask(FrameRequest request) {
    request.serial = m_asked.serial + 1;
    m_asked = request;
    m_worker->ask(std::move(request));
}

void FrameFollower::deliver() {
    if (const SharedFrame frame = m_worker->take(); frame && isWanted(*frame))
        Q_EMIT ready(frame);
}

// A scrub outruns the frames, so an older sigma is shown until the newest comes; numbers of another picture or of
// another run are not. The states of one run share their Path.
bool FrameFollower::isWanted(const Frame& frame) const {
    const auto runOf = [](const std::shared_ptr<const PathState>& state) { return state ? state->path : nullptr; };
    return frame.input.storage() == m_asked.input.storage() && runOf(frame.path) == runOf(m_asked.path);
}

} // namespace blurig::ui
