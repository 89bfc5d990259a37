// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/runner.h"

#include <QString>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace blurig::ui {

// Starts work on many photos, shows how far it is, and cancels it. Its parts are named `name` with "Run" and
// "Progress".
class BatchBar : public QWidget {
    Q_OBJECT
public:
    explicit BatchBar(const QString& name, QWidget* parent = nullptr);

    void setState(bool running, bool canStart);
    void setProgress(double share);

Q_SIGNALS:
    void runAsked();
    void cancelAsked();

private:
    QPushButton* m_run;
    QProgressBar* m_progress;
    bool m_running = false;
};

QString progressWords(const StudyProgress& progress); // "Photo 3 of 20: cat.png, 5 min left"

} // namespace blurig::ui
