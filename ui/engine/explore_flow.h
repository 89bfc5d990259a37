// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"
#include "ui/engine/frame_follower.h"
#include "ui/engine/run_flow.h"
#include "ui/engine/subject_flow.h"
#include "ui/session/session.h"

#include <QObject>
#include <QTimer>

#include <set>

namespace blurig::ui {

// The two runs of the Explore page, its frames and the exact gradient where the slider rests; knows no widget. A new
// subject starts the explanation of its top class; a new target reuses the prepared input, a larger budget the nodes
// that are known. What fails leaves the view, and the choice, as they were.
class ExploreFlow : public QObject {
    Q_OBJECT
public:
    ExploreFlow(Session* session, EngineAdapter* engine, SubjectFlow* subject, QObject* parent = nullptr);

    const ExploreView& view() const { return m_view; }
    const Target& askedTarget() const { return m_explore->state().asked.target; } // of the newest request
    // Everything that was asked for is here: maps ended, the frame and the exact gradient belong to the slider.
    bool settled() const;

    // After the budget ended: twice the gradients. After a cancel: the rest.
    void goOn(std::size_t pane);
    void cancel(); // what is opened, and every run

Q_SIGNALS:
    void inputChanged(); // another subject; explore and beside start anew
    void exploreChanged();
    void besideChanged();
    void frameChanged(); // frame or probe
    void failed(const blurig::Error& error);

private:
    void follow(Session::Changes what);
    void onSubject();
    void onAbandoned();
    void onFailed(std::size_t pane, const Error& error);
    void onUpdate(std::size_t pane, Status status);
    void correct(const Choice& choice);

    void start(std::size_t pane);
    void startWhatDiffers();
    void prefetch();
    void askFrame();
    void probeIfNeeded();
    bool gradientIsExact() const;

    RunFlow& run(std::size_t pane) const { return pane == 0 ? *m_explore : *m_beside; }
    void take(std::size_t pane); // what is known of its run, into the view
    void tell(std::size_t pane);

    Session* m_session;
    EngineAdapter* m_engine;
    SubjectFlow* m_subject;
    RunFlow* m_explore;
    RunFlow* m_beside;
    LaneFollower* m_prefetch;
    LaneFollower* m_probe;
    FrameFollower* m_frames;
    ExploreView m_view;
    QTimer m_rest;                     // runs while the slider has moved a moment ago
    std::set<ClassIndex> m_prefetched; // asked for since input, score or parameters changed
    Score m_prefetchScore = Score::ClassScore;
    PaneChoice m_prefetchPane;
    bool m_probing = false;
    bool m_correcting = false;
};

} // namespace blurig::ui
