// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QSlider>

namespace blurig::ui {

namespace {

bool isKnob(const QObject* object) {
    return qobject_cast<const QComboBox*>(object) || qobject_cast<const QAbstractSpinBox*>(object) ||
           qobject_cast<const QSlider*>(object);
}

} // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish)
        return false;
    if (!isKnob(watched))
        return false;
    auto* knob = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Polish) {
        if (knob->focusPolicy() == Qt::WheelFocus)
            knob->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (knob->hasFocus())
        return false;
    event->ignore(); // for the widgets around it
    return true;
}

} // namespace blurig::ui
