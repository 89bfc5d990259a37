// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/sigma.h"

#include <QWidget>

#include <functional>

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
    // Of a sound, which has no pixels: the unit in short, and a sigma in words.
    void setScaleWords(const QString& unit, std::function<QString(double sigma)> words);

private:
    void fitWords();

    void read();
    QString originalText(double sigma) const; // empty without a photo

    Session* m_session;
    QDoubleSpinBox* m_sigma;
    QLabel* m_original;
    std::function<QString(double)> m_words; // none of a photo
    double m_scaleX = 0;
    double m_scaleY = 0;
    bool m_reading = false;
};

} // namespace blurig::ui
