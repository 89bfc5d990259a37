// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/run_flow.h"

#include "core/record/session_file.h"
#include "ui/engine/run_request.h"

#include <utility>

namespace blurig::ui {

namespace {

Activity activityOf(const Snapshot& snapshot) {
    return {.running = !ended(snapshot.status),
            .cancelled = snapshot.status == Status::Cancelled,
            .progress = snapshot.progress,
            .secondsLeft = snapshot.secondsLeft};
}

// The state that a snapshot holds, once it has a map.
std::shared_ptr<const MethodState> mappedState(const Snapshot& snapshot) {
    const auto* state = std::get_if<std::shared_ptr<const MethodState>>(&snapshot.answer);
    return state && *state && !(*state)->attribution.empty() ? *state : nullptr;
}

} // namespace

RunFlow::RunFlow(EngineAdapter* engine, Urgency urgency, Keeps keeps, QObject* parent)
    : QObject(parent)
    , m_keeps(keeps)
    , m_lane(engine, urgency) {
    connect(&m_lane, &LaneFollower::updated, this, &RunFlow::follow);
    connect(&m_lane, &LaneFollower::failed, this, [this](const Error& error) {
        m_state.activity = {};
        m_state.error = error;
        Q_EMIT failed(error);
    });
}

bool RunFlow::isAsked(const Choice& choice, const PaneChoice& wanted) const {
    return !m_state.asked.target.classes.empty() && blurig::ui::isAsked(m_state.asked, choice, wanted);
}

bool RunFlow::start(const Subject& subject, const Choice& choice, const PaneChoice& wanted) {
    const PaneChoice& shown = m_state.shown.pane;
    const bool keeps = m_keeps == Keeps::EveryMap || (shown.method == wanted.method && shown.model == wanted.model);
    AskedRun asked;
    try {
        checkPaneModel(wanted, "this pane", subject.model->sha256);
        asked = askedRun(subject, choice, wanted);
    } catch (const Error& error) {
        if (m_keeps == Keeps::MapsOfTheMethod)
            refuse(wanted, error);
        Q_EMIT failed(error);
        return false;
    }
    if (!keeps)
        m_state.shown = {};
    m_state.asked = asked.run;
    m_state.activity = {.running = true};
    m_state.error.reset();
    m_lane.submit(requestOf(subject, asked.run, asked.parameters, m_state.shown.state));
    return true;
}

void RunFlow::refuse(const PaneChoice& wanted, const Error& error) {
    m_lane.withdraw();
    m_state = {
        .asked = {.pane = wanted}, .shown = {}, .activity = {}, .error = error}; // asked anew when anything changes
}

void RunFlow::awaitSubject(const PaneChoice& wanted) {
    m_lane.withdraw();
    m_state = {.asked = {.pane = wanted}, .shown = {}, .activity = {.running = true}, .error = {}};
}

void RunFlow::cancel() {
    if (m_state.activity.running && m_state.asked.target.classes.empty()) { // it awaits its subject
        m_state.activity = {.cancelled = true};
        Q_EMIT updated(Status::Cancelled);
    }
    m_lane.cancel();
}

void RunFlow::forget() {
    m_lane.withdraw();
    m_state = {};
}

void RunFlow::giveBack() {
    m_lane.withdraw();
    m_state.asked = m_state.shown;
    m_state.activity = {};
    m_state.error.reset();
}

void RunFlow::follow(const SharedSnapshot& snapshot) {
    m_state.activity = activityOf(*snapshot);
    if (const auto state = mappedState(*snapshot)) {
        m_state.shown = m_state.asked;
        m_state.shown.state = state;
    }
    Q_EMIT updated(snapshot->status);
}

} // namespace blurig::ui
