// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/causality_paths.h"
#include "ui/pages/laboratory/laboratory_choice.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <array>
#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;
class QSplitter;

namespace blurig::ui {

class AxiomsPanel;
class ExtremaMarker;
class LaboratoryFlow;
class LinkedView;
class PhotoAndClasses;
class SignalChart;

// Why blur: a signal and the photo on three paths, with the local extrema that die, grow or appear (Fig 2).
class LaboratoryPage : public Page {
    Q_OBJECT
public:
    explicit LaboratoryPage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;

protected:
    void follow(Session::Changes what) override;
    void followPart() override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Column {
        QLabel* position = nullptr;
        SignalChart* chart = nullptr;
        QLabel* verdict = nullptr;
        QLabel* counts = nullptr;
        ImagePane* pane = nullptr;
        ExtremaMarker* marker = nullptr;
    };

    QWidget* makeControls();
    QWidget* makeColumn(std::size_t index);
    QWidget* makeTransport();
    void connectControls();
    void showInput();
    void showAll();
    void showColumn(std::size_t index);
    void showControls();
    void playStep();
    void edit(const std::function<void(LaboratoryChoice&)>& change, bool step = true);

    LaboratoryFlow* m_flow;
    LinkedView* m_linked;
    PhotoAndClasses* m_left;
    AxiomsPanel* m_axioms;
    QComboBox* m_signal;
    QSpinBox* m_row;
    QSpinBox* m_seed;
    QSlider* m_step;
    QPushButton* m_play;
    QTimer m_timer;
    std::array<Column, causalityPaths.size()> m_columns;
    LaboratoryChoice m_part; // that is shown
};

PageDescription laboratoryPage();

} // namespace blurig::ui
