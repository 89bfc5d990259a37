// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/lane_follower.h"
#include "ui/engine/run_state.h"
#include "ui/engine/subject.h"

#include <QObject>

namespace blurig::ui {

// One method's run in a lane of its own: starts, follows, refuses, goes on and cancels it. What is shown stays until
// the newer request has a map, and its nodes serve again.
class RunFlow : public QObject {
    Q_OBJECT
public:
    // Whether another method's map stays, too; under the new one's name it would mislead.
    enum class Keeps { EveryMap, MapsOfTheMethod };

    RunFlow(EngineAdapter* engine, Urgency urgency, Keeps keeps, QObject* parent = nullptr);

    const RunState& state() const { return m_state; }
    bool isAsked(const Choice& choice, const PaneChoice& wanted) const; // the newest request is for this

    // `wanted` as a pane of the choice; the subject has an input. False where its words or its model's hash do not fit
    // the model: it has failed.
    bool start(const Subject& subject, const Choice& choice, const PaneChoice& wanted);
    void refuse(const PaneChoice& wanted, const Error& error); // it cannot be asked for; there is no map
    void awaitSubject(
        const PaneChoice& wanted); // its picture or model is on its way; there is no map, and it counts as running
    void cancel();
    void forget();   // cancels, and has neither asked for nor shown anything
    void giveBack(); // after a failure: what is shown is what was asked for

    // "Go on". After the budget ended there must be a larger one; else the same request goes on where it was.
    bool mayGoOn() const { return m_state.shown.state && !m_state.activity.running; }
    bool ranOut() const { return mayGoOn() && m_state.shown.state->ending == Ending::BudgetEnded; }

Q_SIGNALS:
    void updated(blurig::Status status); // Running, Done or Cancelled
    void failed(const blurig::Error& error);

private:
    void follow(const SharedSnapshot& snapshot);

    Keeps m_keeps;
    LaneFollower m_lane;
    RunState m_state;
};

} // namespace blurig::ui
