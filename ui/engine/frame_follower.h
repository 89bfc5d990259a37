// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/frame_worker.h"
#include "ui/engine/wake_up.h"

#include <QObject>

#include <memory>

namespace blurig::ui {

using SharedFrame = std::shared_ptr<const Frame>;

// Frames of an input and a path at the newest sigma that was asked for; those of another input or run are dropped.
class FrameFollower : public QObject {
    Q_OBJECT
public:
    explicit FrameFollower(QObject* parent = nullptr);
    ~FrameFollower() override;

    void ask(FrameRequest request);

Q_SIGNALS:
    void ready(const blurig::ui::SharedFrame& frame);

private:
    void deliver();
    bool isWanted(const Frame& frame) const;

    FrameRequest m_asked;
    WakeUp m_wakeUp;
    std::unique_ptr<FrameWorker> m_worker; // its thread ends before what it wakes
};

} // namespace blurig::ui
