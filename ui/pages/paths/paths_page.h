// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/paths/paths_flow.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QSplitter;

namespace blurig::ui {

class Actions;
class CropPanel;
class ImagePane;
class LinkedView;
class PathPane;
class ScaleChart;
class Settings;

// The paths of Blur IG and IG side by side: what the model is shown on the way, and what it sees in it. One slider
// moves both.
class PathsPage : public QWidget {
    Q_OBJECT
public:
    PathsPage(Session* session, PathsFlow* flow, ExploreFlow* opened, Actions* actions, Settings* settings,
              QWidget* parent = nullptr);

    std::vector<const ImagePane*> images() const; // Blur IG's, IG's
    void saveLayout() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeLeftColumn(ExploreFlow* opened);
    QWidget* makeControls();
    QWidget* makeCentre();
    void showInput();
    void showPaths();
    void showStraight();
    void followSession();

    Session* m_session;
    PathsFlow* m_flow;
    Settings* m_settings;
    LinkedView* m_linked;
    CropPanel* m_crop;
    QComboBox* m_baseline;
    QComboBox* m_match;
    QLabel* m_how;
    PathPane* m_blur;
    PathPane* m_straight;
    ScaleChart* m_chart;
    QSplitter* m_columns;
    QSplitter* m_left;
    QSplitter* m_centre;
};

} // namespace blurig::ui
