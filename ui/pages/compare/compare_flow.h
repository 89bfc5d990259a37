// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/engine_adapter.h"
#include "ui/engine/explore_view.h"
#include "ui/engine/pane_inputs.h"
#include "ui/engine/pane_run.h"
#include "ui/session/session.h"

#include <QObject>

#include <optional>
#include <vector>

namespace blurig::ui {

class ExploreFlow;

// One pane of the comparison, as it is known now.
struct ComparePaneView : PaneRun {
    ExploreView subject;  // picture, model and input, the opened ones or by the pane's own model; the rest is empty
    bool opening = false; // its own model is on its way
};

// From the Compare page's choices to requests, and from answers to its panes; knows no widget. Picture, model and
// target are the explore flow's where a pane names none of its own. Computes only while the page is looked at.
class CompareFlow : public QObject {
    Q_OBJECT
public:
    CompareFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent = nullptr);

    const ExploreView& input() const; // picture, model and prepared input, shared with the Explore page
    const std::vector<ComparePaneView>& panes() const { return m_panes; }
    bool settled() const; // every pane has ended
    void setRememberedCards(OpeningFlow::RememberedCards cards) { m_inputs->setRememberedCards(std::move(cards)); }

    void goOn(std::size_t pane); // after its budget ended: twice the gradients
    void cancel();
    void listLayers(std::size_t pane); // of its model, once that is there; layersListed() or layersFailed() follows

Q_SIGNALS:
    void inputChanged();
    void panesChanged();                 // how many there are, or what they ask
    void paneUpdated(std::size_t index); // numbers of one
    void paneModelOpened(const QString& file);
    void layersListed(const blurig::ListedLayers& layers);
    void layersFailed(const blurig::Error& error);

private:
    void follow(Session::Changes what);
    void startWhatDiffers();
    void openPaneModels();
    bool hasOwnModel(const PaneChoice& pane) const; // another than the opened one
    void start(std::size_t index);
    void onUpdate(std::size_t index, const SharedSnapshot& snapshot);
    void forget();

    Session* m_session;
    EngineAdapter* m_engine;
    ExploreFlow* m_opened;
    PaneInputs* m_inputs;
    std::vector<ComparePaneView> m_panes;
};

} // namespace blurig::ui
