// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/sigma.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;

namespace blurig::ui {

class Actions;
class Session;

// The slider's buttons and its number: play, snap, sigma in model pixels and in pixels of the original.
class Transport : public QWidget {
    Q_OBJECT
public:
    Transport(Session* session, Actions* actions, QWidget* parent = nullptr);

    void setSigmaMax(Sigma sigmaMax);
    // Pixels of the original per model pixel; a squashing crop has two.
    void setOriginalScale(double x, double y);

private:
    void read();
    QString originalText(double sigma) const; // empty without a photo

    Session* m_session;
    QDoubleSpinBox* m_sigma;
    QLabel* m_original;
    double m_scaleX = 0;
    double m_scaleY = 0;
    bool m_reading = false;
};

} // namespace blurig::ui
