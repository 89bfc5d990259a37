// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/octave_measuring.h"

#include "core/error.h"

namespace blurig::ui {

OctaveMeasuring::OctaveMeasuring(EngineAdapter* engine, QObject* parent)
    : QObject(parent)
    , m_removal(engine, Urgency::Focused)
    , m_shapley(engine, Urgency::Focused) {
    follow(m_removal, &MeasuredOctaves::removing, &MeasuredOctaves::removal);
    follow(m_shapley, &MeasuredOctaves::sharing, &MeasuredOctaves::shapley);
}

template <typename Found>
void OctaveMeasuring::follow(LaneFollower& lane, bool MeasuredOctaves::*running, Found MeasuredOctaves::*found) {
    connect(&lane, &LaneFollower::updated, this, [this, running, found](const SharedSnapshot& snapshot) {
        if (!ended(snapshot->status))
            return;
        m_known.*running = false;
        if (const auto* answer = answerOf<Found>(*snapshot))
            m_known.*found = *answer;
        Q_EMIT changed();
    });
    connect(&lane, &LaneFollower::failed, this, [this, running](const Error& error) {
        m_known.*running = false;
        m_known.why = QString::fromStdString(error.what());
        Q_EMIT changed();
    });
}

void OctaveMeasuring::ask(LaneFollower& lane, bool MeasuredOctaves::*running, Request request) {
    m_known.*running = true;
    m_known.why.clear();
    lane.submit(std::move(request));
    Q_EMIT changed();
}

void OctaveMeasuring::measureRemoval(RemoveOctaves request) {
    if (!m_known.removing && !m_known.removal)
        ask(m_removal, &MeasuredOctaves::removing, std::move(request));
}

void OctaveMeasuring::measureShapley(ShareOctaves request) {
    if (!m_known.sharing && !m_known.shapley)
        ask(m_shapley, &MeasuredOctaves::sharing, std::move(request));
}

void OctaveMeasuring::cancel() {
    m_removal.cancel();
    m_shapley.cancel();
}

void OctaveMeasuring::forget() {
    m_removal.withdraw();
    m_shapley.withdraw();
    m_known = {};
}

} // namespace blurig::ui
