// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"
#include "core/error.h"
#include "ui/main_window.h"

#include <QObject>
#include <QString>

namespace blurig {

// Writes the window as PNG once everything that it shows has been computed, and ends the program: 0 with a picture, 1
// and one line on standard error without.
class ScreenshotTask : public QObject {
    Q_OBJECT
public:
    ScreenshotTask(ui::MainWindow* window, const QString& file, QObject* parent = nullptr);

    void look(); // whether it is there, or nothing will come; also called by itself after each change

private:
    void shoot();
    void failIfNothingComes();
    void fail(const QString& why);

    ui::MainWindow* m_window;
    QString m_file;
    bool m_done = false;
};

} // namespace blurig
