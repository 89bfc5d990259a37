// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/sigma.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace blurig::ui {

class Session;

// Moves the slider from where it is to the photo, evenly on its own axis; from the far end when it stands at the photo.
class Player : public QObject {
    Q_OBJECT
public:
    explicit Player(Session* session, QObject* parent = nullptr);

    void setSigmaMax(Sigma sigmaMax) { m_sigmaMax = sigmaMax; }
    void play();
    void stop();

Q_SIGNALS:
    void ended();

private:
    void step();

    Session* m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    Sigma m_sigmaMax;
    double m_from = 0; // on the slider's axis
};

} // namespace blurig::ui
