// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/explore/pane_row.h"

#include <QWidget>

class QSplitter;

namespace blurig::ui {

class Actions;
class ClassPicker;
class CompletenessBar;
class ComputationPanel;
class CropPanel;
class DisplayPanel;
class ExploreFlow;
class Player;
class Readout;
class ScaleChart;
class Session;
class Settings;
class Transport;

// One slider through scales: the photo and what is asked of it on the left, the linked panes over the slider's chart,
// the completeness line below. Lays out, and passes on what the flow says; every number comes from the view.
class ExplorePage : public QWidget {
    Q_OBJECT
public:
    ExplorePage(Session* session, ExploreFlow* flow, Actions* actions, Settings* settings, QWidget* parent = nullptr);

    PaneRow* panes() const { return m_panes; }
    ComputationPanel* computation() const { return m_computation; }
    void saveLayout() const;
    bool settled() const; // what is computed of the map is there

Q_SIGNALS:
    void computed(); // something of the map: its histogram

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeLeftColumn();
    QWidget* makeCentre();
    void connectActions(Actions* actions);
    void restoreLayout();
    void fitPanes(); // as high as their width makes them; the chart gets the rest

    void showInput();
    void showExplore();
    void showBeside();
    void showFrame();
    void followSession();
    void stepSigma(double share);

    Session* m_session;
    ExploreFlow* m_flow;
    Settings* m_settings;
    CropPanel* m_crop;
    ClassPicker* m_classes;
    ComputationPanel* m_computation;
    DisplayPanel* m_display;
    PaneRow* m_panes;
    Readout* m_readout;
    Transport* m_transport;
    ScaleChart* m_chart;
    CompletenessBar* m_completeness;
    CompletenessBar* m_besideCompleteness;
    Player* m_player;
    QSplitter* m_columns;
    QSplitter* m_left;
    QSplitter* m_centre;
    bool m_fitsPanes = true; // until the user moves the splitter
};

} // namespace blurig::ui
