// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;

namespace blurig::ui {

class Session;

// How the maps are drawn: nothing here starts a computation. Shows and writes the session's display.
class DisplayPanel : public QWidget {
    Q_OBJECT
public:
    explicit DisplayPanel(Session* session, QWidget* parent = nullptr);

private:
    void read();
    void write();

    Session* m_session;
    QComboBox* m_reduction;
    QDoubleSpinBox* m_clip;
    QComboBox* m_colors;
    QCheckBox* m_overlay;
    QSlider* m_opacity;
    QComboBox* m_frame;
    bool m_reading = false;
};

} // namespace blurig::ui
