// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QSplitter;

namespace blurig::ui {

class LinkedView;
class PathPane;
class PathsFlow;
class PhotoAndClasses;
class ScaleChart;

// The paths of Blur IG and IG side by side: what the model is shown on the way, and what it sees in it. One slider
// moves both.
class PathsPage : public Page {
    Q_OBJECT
public:
    explicit PathsPage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;

protected:
    void follow(Session::Changes what) override;
    void followPart() override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeControls();
    QWidget* makeCentre();
    void showInput();
    void showPaths();
    void showStraight();

    PathsFlow* m_flow;
    LinkedView* m_linked;
    QComboBox* m_baseline;
    QComboBox* m_match;
    QLabel* m_how;
    PathPane* m_blur;
    PathPane* m_straight;
    ScaleChart* m_chart;
    PhotoAndClasses* m_left;
    QSplitter* m_centre;
};

PageDescription pathsPage();

} // namespace blurig::ui
