// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/lane_follower.h"
#include "ui/engine/pane_inputs.h"
#include "ui/engine/run_flow.h"
#include "ui/engine/subject_flow.h"
#include "ui/session/session.h"

#include <QObject>

#include <memory>
#include <vector>

namespace blurig::ui {

// One pane of the comparison, as it is known now.
struct ComparePaneView : RunState {
    Subject subject;      // the opened one, or by the pane's own model
    bool opening = false; // its own model is on its way
};

// From the Compare page's choices to requests, and from answers to its panes; knows no widget. Picture and
// model are the opened ones where a pane names none of its own. Computes only while the page is looked at.
class CompareFlow : public QObject {
    Q_OBJECT
public:
    CompareFlow(Session* session, EngineAdapter* engine, SubjectFlow* opened, QObject* parent = nullptr);

    const Subject& input() const { return m_opened->subject(); }
    const std::vector<ComparePaneView>& panes() const { return m_panes; }
    bool settled() const; // every pane has ended
    void setRememberedCards(SubjectFlow::RememberedCards cards) { m_inputs->setRememberedCards(std::move(cards)); }

    void goOn(std::size_t pane); // after its budget ended: twice the gradients
    void cancel();
    void listLayers(std::size_t pane); // of its model, once that is there; layersListed() or layersFailed() follows

Q_SIGNALS:
    void inputChanged();
    void panesChanged();                 // how many there are, or what they ask
    void paneUpdated(std::size_t index); // numbers of one
    void paneModelOpened(const QString& file, const std::string& sha256);
    void layersListed(const blurig::ListedLayers& layers);
    void layersFailed(const blurig::Error& error);

private:
    void startWhatDiffers();
    void openPaneModels();
    bool hasOwnModel(const PaneChoice& pane) const; // another than the opened one
    void start(std::size_t index);
    void setCount(std::size_t count);
    void take(std::size_t index); // what is known of its run, into its view
    void forget();

    Session* m_session;
    EngineAdapter* m_engine;
    SubjectFlow* m_opened;
    PaneInputs* m_inputs;
    LaneFollower* m_layers;
    std::vector<std::unique_ptr<RunFlow>> m_runs; // one a pane
    std::vector<ComparePaneView> m_panes;
};

} // namespace blurig::ui
