// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <atomic>

namespace blurig::ui {

// Wake-ups of other threads as one queued event of this one, never a second while one waits.
class WakeUp : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void post(); // any thread; returns at once

Q_SIGNALS:
    void came(); // on the thread that owns this object; what is published from now on posts anew

protected:
    bool event(QEvent* event) override;

private:
    std::atomic<bool> m_waits = false;
};

} // namespace blurig::ui
