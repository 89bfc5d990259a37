// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/scales/scales_view.h"
#include "ui/panels/score_curves.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace blurig::ui {

class BandChart;

// When on the path the score changes: the chart of densities, its axis, and what it says in words.
class WhenPanel : public QWidget {
    Q_OBJECT
public:
    explicit WhenPanel(QWidget* parent = nullptr);

    BandChart* chart() const { return m_chart; }
    void setAxis(DensityAxis axis);
    void setBoxesOffered(bool offered);
    void showWords(const ScalesView& view);
    void showChart(const ScalesView& view, DensityAxis axis, double sigma);

Q_SIGNALS:
    void axisChosen(blurig::DensityAxis axis);
    void cleared();    // bands and regions go
    void boxesAsked(); // the marked boxes are to be followed

private:
    BandChart* m_chart;
    QComboBox* m_axis;
    QPushButton* m_boxes;
    QPushButton* m_clear;
    QLabel* m_bulk;
    QLabel* m_labels;
    ClassColors m_classColors;
};

} // namespace blurig::ui
