// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/record/choice.h"
#include "ui/engine/latest_task.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSlider;

namespace blurig::ui {

class RangeHistogram;
class Session;

// How the maps are drawn: nothing here starts a computation. Shows and writes the session's display.
class DisplayPanel : public QWidget {
    Q_OBJECT
public:
    // `whose` values the histogram shows, in words: "the whole map".
    DisplayPanel(Session* session, const QString& whose, QWidget* parent = nullptr);

    void showValues(const Array& map); // C x H x W, of the histogram, which is counted beside the window; empty: none
    bool settled() const { return !m_counting.running(); }

Q_SIGNALS:
    void counted(); // the histogram is there

private:
    void describe(const QString& whose);
    void layOut();
    void addKnob(const QString& name, QWidget* knob, void (*reset)(DisplayChoice& to, const DisplayChoice& usual));
    void connectControls();
    void edit(const std::function<void(DisplayChoice&)>& change);
    void read();
    void readColors(const DisplayChoice& display);
    void showHistogram();

    Session* m_session;
    QComboBox* m_reduction;
    QComboBox* m_part;
    QDoubleSpinBox* m_clipLow;
    QDoubleSpinBox* m_clip;
    RangeHistogram* m_histogram;
    QComboBox* m_colors;
    QComboBox* m_look;
    QDoubleSpinBox* m_smoothing;
    QSlider* m_opacity;
    QDoubleSpinBox* m_topArea;
    QComboBox* m_frame;
    QFormLayout* m_form;

    Array m_map;
    Array m_plane;           // of the map, as it is drawn
    DisplayChoice m_display; // that the controls and the histogram show
    bool m_reading = false;
    LatestTask m_counting;
};

} // namespace blurig::ui
