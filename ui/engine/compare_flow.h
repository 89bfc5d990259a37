// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/engine_adapter.h"
#include "ui/engine/explore_view.h"
#include "ui/engine/pane_run.h"
#include "ui/session/session.h"

#include <QObject>

#include <optional>
#include <vector>

namespace blurig::ui {

class ExploreFlow;

using ComparePaneView = PaneRun;

// From the Compare page's choices to requests, and from answers to its panes; knows no widget. Picture, model and
// target are the explore flow's. Computes only while the page is looked at.
class CompareFlow : public QObject {
    Q_OBJECT
public:
    CompareFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent = nullptr);

    const ExploreView& input() const; // picture, model and prepared input, shared with the Explore page
    const std::vector<ComparePaneView>& panes() const { return m_panes; }
    bool settled() const; // every pane has ended

    void goOn(std::size_t pane); // after its budget ended: twice the gradients
    void cancel();

Q_SIGNALS:
    void inputChanged();
    void panesChanged();                 // how many there are, or what they ask
    void paneUpdated(std::size_t index); // numbers of one

private:
    void follow(Session::Changes what);
    void startWhatDiffers();
    void start(std::size_t index);
    void onUpdate(std::size_t index, const SharedSnapshot& snapshot);
    void forget();

    Session* m_session;
    EngineAdapter* m_engine;
    ExploreFlow* m_opened;
    std::vector<ComparePaneView> m_panes;
};

} // namespace blurig::ui
