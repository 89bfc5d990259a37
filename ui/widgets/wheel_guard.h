// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace blurig::ui {

// An event filter of the application: the wheel over a combo box, a number field or a slider changes it only if it has
// the focus, which the wheel does not give; else what lies around it scrolls.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace blurig::ui
