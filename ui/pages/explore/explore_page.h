// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/explore/explore_panes.h"
#include "ui/pages/page.h"

namespace blurig::ui {

class CompletenessBar;
class ComputationPanel;
class DisplayPanel;
class PhotoAndClasses;
class Player;
class Readout;
class ScaleDock;

// One slider through scales: the linked panes over the slider's dock and the completeness line, the photo and its
// classes in the left drawer, the look and the parameters in the right one. Lays out, and passes on what the flow says;
// every number comes from the view.
class ExplorePage : public Page {
    Q_OBJECT
public:
    explicit ExplorePage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;
    void putShown(Choice& choice) const override;

protected:
    void follow(Session::Changes what) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Space plays

private:
    QWidget* makeCanvas();
    QWidget* makeLook();
    void connectFlow();
    void connectActions();
    void askForBaseline();

    void showInput();
    void showExplore();
    void showBeside();
    void showFrame();
    void stepSigma(double share);

    Session* m_session;
    ExploreFlow* m_flow;
    ComputationPanel* m_computation;
    DisplayPanel* m_display;
    ExplorePanes* m_panes;
    Readout* m_readout;
    ScaleDock* m_dock;
    CompletenessBar* m_completeness;
    CompletenessBar* m_besideCompleteness;
    Player* m_player;
    PhotoAndClasses* m_left;
};

PageDescription explorePage();

} // namespace blurig::ui
