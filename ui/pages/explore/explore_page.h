// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/bulk.h"
#include "ui/pages/explore/pane_row.h"
#include "ui/pages/page.h"
#include "ui/panels/score_curves.h"

#include <optional>

class QLabel;
class QLayout;
class QToolButton;

namespace blurig::ui {

class ClassPicker;
class CompletenessBar;
class ComputationPanel;
class CropPanel;
class DisplayPanel;
class Player;
class Readout;
class ScaleChart;
class Transport;

// One slider through scales: the photo and what is asked of it on the left, the linked panes over the slider's chart,
// the completeness line below. Lays out, and passes on what the flow says; every number comes from the view.
class ExplorePage : public Page {
    Q_OBJECT
public:
    explicit ExplorePage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;
    void saveLayout() const override;
    void putShown(Choice& choice) const override;

protected:
    void follow(Session::Changes what) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeLeftColumn();
    QWidget* makeCentre();
    QLayout* makeBulkLine();
    void connectFlow();
    void connectActions();
    void restoreLayout();
    void askForBaseline();
    void fitPanes(); // as high as their width makes them; the chart gets the rest

    void showInput();
    void showExplore();
    void showBulk();
    void showBeside();
    void showFrame();
    void stepSigma(double share);

    Session* m_session;
    ExploreFlow* m_flow;
    CropPanel* m_crop;
    ClassPicker* m_classes;
    ComputationPanel* m_computation;
    DisplayPanel* m_display;
    PaneRow* m_panes;
    Readout* m_readout;
    Transport* m_transport;
    QLabel* m_bulkSentence;
    QToolButton* m_goThere;
    ScaleChart* m_chart;
    CompletenessBar* m_completeness;
    CompletenessBar* m_besideCompleteness;
    Player* m_player;
    QSplitter* m_columns;
    QSplitter* m_left;
    QSplitter* m_centre;
    ClassColors m_classColors;
    std::optional<PositionInterval> m_bulk; // of what is shown
    bool m_fitsPanes = true;                // until the user moves the splitter
};

PageDescription explorePage();

} // namespace blurig::ui
