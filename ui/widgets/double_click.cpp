// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/double_click.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace blurig::ui {

DoubleClick::DoubleClick(QWidget* on, std::function<void()> run)
    : QObject(on)
    , m_run(std::move(run)) {
    on->installEventFilter(this);
}

bool DoubleClick::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonDblClick)
        return QObject::eventFilter(watched, event);
    m_run();
    return true;
}

} // namespace blurig::ui
