// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/engine_adapter.h"
#include "ui/engine/explore_view.h"
#include "ui/engine/opening_flow.h"
#include "ui/session/session.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <set>
#include <utility>

namespace blurig::ui {

// From choices to requests, and from answers to the view; knows no widget. A picture or model that opens starts the
// explanation of its top class; a new target reuses the prepared input, a larger budget the nodes that are known. What
// fails leaves the view, and the choice, as they were.
class ExploreFlow : public QObject {
    Q_OBJECT
public:
    ExploreFlow(Session* session, EngineAdapter* engine, QObject* parent = nullptr);

    const ExploreView& view() const { return m_view; }
    const Target& askedTarget() const { return m_asked[0].target; } // of the newest request
    bool opening() const { return m_opening->busy(); }
    // Everything that was asked for is here: maps ended, the frame and the exact gradient belong to the slider.
    bool settled() const;

    void setRememberedCards(OpeningFlow::RememberedCards cards) { m_opening->setRememberedCards(std::move(cards)); }
    void openPicture(OpenPicture picture) { m_opening->openPicture(std::move(picture)); }
    void openModel(OpenModel model) { m_opening->openModel(std::move(model)); }

    // After the budget ended: twice the gradients. After a cancel: the rest.
    void goOn(std::size_t pane);
    void cancel(); // what is opened, and every run

Q_SIGNALS:
    void openingChanged();
    void inputChanged(); // picture, model or crop; explore and beside start anew
    void exploreChanged();
    void besideChanged();
    void frameChanged(); // frame or probe
    void failed(blurig::Slot slot, const blurig::Error& error);

private:
    void follow(Session::Changes what);
    void onOpened(const Opening& opening, const std::optional<ScoredInput>& input);
    void onAbandoned();
    void onFailed(Slot slot, const Error& error);
    void correct(const Choice& choice);

    void start(std::size_t pane);
    void prefetch();
    void startWhatDiffers();
    void onUpdate(std::size_t pane, const SharedSnapshot& snapshot);
    void askFrame();
    void probeIfNeeded();
    bool gradientIsExact() const;

    RunView& shown(std::size_t pane) { return pane == 0 ? m_view.explore : m_view.beside; }
    Activity& activity(std::size_t pane) { return pane == 0 ? m_view.exploreActivity : m_view.besideActivity; }
    void changed(std::size_t pane);

    Session* m_session;
    EngineAdapter* m_engine;
    OpeningFlow* m_opening;
    ExploreView m_view;
    RunView m_asked[2];                // the newest request of each pane
    QTimer m_rest;                     // runs while the slider has moved a moment ago
    std::set<ClassIndex> m_prefetched; // asked for since input, score or parameters changed
    Score m_prefetchScore = Score::ClassScore;
    PaneChoice m_prefetchPane;
    bool m_probing = false;
    bool m_correcting = false;
};

} // namespace blurig::ui
