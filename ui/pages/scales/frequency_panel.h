// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/scales/scales_view.h"

#include <QWidget>

#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QPushButton;

namespace blurig::ui {

class OctaveChart;

// At which frequency the score was found: the chart of octaves, whose octave is shown, and what was measured.
class FrequencyPanel : public QWidget {
    Q_OBJECT
public:
    explicit FrequencyPanel(QWidget* parent = nullptr);

    void showAll(const ScalesView& view);
    void showChosen(const ScalesView& view, const std::string& method, std::optional<int> octave);

Q_SIGNALS:
    void methodChosen(const std::string& method);
    void octaveChosen(int octave);
    void removalAsked();
    void shapleyAsked();

private:
    OctaveChart* m_chart;
    QComboBox* m_method;
    QPushButton* m_measure;
    QPushButton* m_shapley;
    QLabel* m_removal;
};

} // namespace blurig::ui
