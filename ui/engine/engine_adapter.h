// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"
#include "ui/engine/wake_up.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace blurig::ui {

// The window's only way to the engine. Who asks something of it follows a lane, see LaneFollower.
class EngineAdapter : public QObject {
    Q_OBJECT
public:
    explicit EngineAdapter(EngineOptions options = {}, QObject* parent = nullptr); // its wake is the adapter's
    ~EngineAdapter() override;

    Lane lane(Urgency urgency) { return m_engine->lane(urgency); }
    void setMemoryBudget(std::size_t bytes) { m_engine->setMemoryBudget(bytes); }
    void holdOff(std::chrono::milliseconds time) { m_engine->holdOff(time); }
    bool stop(double seconds); // within one batch; false when a model does not return in `seconds`

Q_SIGNALS:
    void told(); // lanes were; one event for all of them

private:
    WakeUp m_wakeUp;
    std::unique_ptr<Engine> m_engine; // its thread ends before what it wakes
};

} // namespace blurig::ui
