// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/octave_measuring.h"

#include "core/error.h"

namespace blurig::ui {

OctaveMeasuring::OctaveMeasuring(EngineAdapter* engine, QObject* parent)
    : QObject(parent)
    , m_removal(engine, Urgency::Focused)
    , m_shapley(engine, Urgency::Focused) {
    connect(&m_removal, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (!ended(snapshot->status))
            return;
        m_known.removing = false;
        if (const auto* found = answerOf<std::shared_ptr<const OctaveRemoval>>(*snapshot))
            m_known.removal = *found;
        Q_EMIT changed();
    });
    connect(&m_shapley, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (!ended(snapshot->status))
            return;
        m_known.sharing = false;
        if (const auto* found = answerOf<std::shared_ptr<const OctaveShapley>>(*snapshot))
            m_known.shapley = *found;
        Q_EMIT changed();
    });
    connect(&m_removal, &LaneFollower::failed, this,
            [this](const Error& error) { fail(&MeasuredOctaves::removing, error); });
    connect(&m_shapley, &LaneFollower::failed, this,
            [this](const Error& error) { fail(&MeasuredOctaves::sharing, error); });
}

void OctaveMeasuring::measureRemoval(RemoveOctaves request) {
    if (m_known.removing || m_known.removal)
        return;
    m_known.removing = true;
    m_known.why.clear();
    m_removal.submit(std::move(request));
    Q_EMIT changed();
}

void OctaveMeasuring::measureShapley(ShareOctaves request) {
    if (m_known.sharing || m_known.shapley)
        return;
    m_known.sharing = true;
    m_known.why.clear();
    m_shapley.submit(std::move(request));
    Q_EMIT changed();
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

void OctaveMeasuring::fail(bool MeasuredOctaves::*running, const Error& error) {
    m_known.*running = false;
    m_known.why = QString::fromStdString(error.what());
    Q_EMIT changed();
}

} // namespace blurig::ui
