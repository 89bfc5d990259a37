// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/wake_up.h"

#include <QCoreApplication>
#include <QEvent>

namespace blurig::ui {

namespace {
const QEvent::Type wakeEvent = static_cast<QEvent::Type>(QEvent::registerEventType());
} // namespace

void WakeUp::post() {
    if (!m_waits.exchange(true))
        QCoreApplication::postEvent(this, new QEvent(wakeEvent));
}

bool WakeUp::event(QEvent* event) {
    if (event->type() != wakeEvent)
        return QObject::event(event);
    m_waits = false; // before anybody looks
    Q_EMIT came();
    return true;
}

} // namespace blurig::ui
