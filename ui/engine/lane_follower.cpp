// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/lane_follower.h"

#include <QPointer>

#include <utility>

namespace blurig::ui {

LaneFollower::LaneFollower(EngineAdapter* engine, Urgency urgency, QObject* parent)
    : QObject(parent)
    , m_lane(engine->lane(urgency)) {
    connect(engine, &EngineAdapter::told, this, &LaneFollower::deliver);
}

void LaneFollower::submit(Request request) {
    m_newest = m_lane.submit(std::move(request));
}

void LaneFollower::cancel() {
    m_lane.cancel();
}

void LaneFollower::withdraw() {
    m_newest = {};
    m_lane.cancel();
}

void LaneFollower::deliver() {
    const QPointer<LaneFollower> alive(this); // whoever hears of it may end this
    for (const SharedSnapshot& snapshot : m_lane.take()) {
        if (!alive)
            return;
        if (snapshot->generation != m_newest)
            continue;
        if (snapshot->status == Status::Failed)
            Q_EMIT failed(*snapshot->error);
        else
            Q_EMIT updated(snapshot);
    }
}

} // namespace blurig::ui
