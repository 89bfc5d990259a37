// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace blurig::ui {

// Runs something at a double click on a widget, in place of what the widget would do.
class DoubleClick : public QObject {
    Q_OBJECT
public:
    DoubleClick(QWidget* on, std::function<void()> run);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void()> m_run;
};

} // namespace blurig::ui
