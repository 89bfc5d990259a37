// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/engine_adapter.h"

#include <QObject>

namespace blurig::ui {

// A lane of the engine as the window follows it: only the newest request is heard of, and what is told of an older one
// is dropped here and nowhere else.
class LaneFollower : public QObject {
    Q_OBJECT
public:
    LaneFollower(EngineAdapter* engine, Urgency urgency, QObject* parent = nullptr);

    void submit(Request request);
    void cancel();   // updated() says Cancelled
    void withdraw(); // cancels and hears nothing more of it

Q_SIGNALS:
    void updated(const blurig::SharedSnapshot& snapshot); // it runs, is done or cancelled
    void failed(const blurig::Error& error);

private:
    void deliver();

    Lane m_lane;
    Generation m_newest; // that is heard of
};

// The answer of a request that is done, where it is of this kind; else null.
template <typename Kind> const Kind* answerOf(const Snapshot& snapshot) {
    return snapshot.status == Status::Done ? std::get_if<Kind>(&snapshot.answer) : nullptr;
}

} // namespace blurig::ui
