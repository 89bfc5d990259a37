// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/score_trace.h"
#include "ui/engine/run_flow.h"
#include "ui/engine/subject.h"
#include "ui/session/session.h"

#include <QObject>

#include <optional>

namespace blurig::ui {

class ExploreFlow;

// One path at the place where it is looked at. Its parts belong to each other.
struct PathSide {
    RunView run;
    std::shared_ptr<const PathState> path; // null: not known, and so is the rest
    PathPosition position;
    double share = 0;         // of the way from the far end to the input
    bool scoreReached = true; // false: matched by a score that this path never has
    Array picture;            // the path's point there
    TracedScore score;
    std::optional<LastOther> lastOther;
};

// The blur path that the slider follows and a straight path beside it, at matched places; knows no widget. Subject,
// target and blur path are the explore flow's; the straight path is computed while the page is looked at. Moving along
// both runs no model.
class PathsFlow : public QObject {
    Q_OBJECT
public:
    PathsFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent = nullptr);

    const Subject& input() const;
    const PathSide& blur() const { return m_blur; }
    const PathSide& straight() const { return m_straight; }
    const RunState& straightRun() const { return m_run.state(); }
    bool hasOtherPath() const; // the slider follows one that is not a blur path
    bool settled() const;      // both paths have ended, or cannot be computed

    void cancel();

Q_SIGNALS:
    void inputChanged();
    void changed(); // a place, a score, a run

private:
    void follow(Session::Changes what);
    void startWhatDiffers();
    void place();
    PathSide blurSide() const;
    PathSide straightSide() const;

    Session* m_session;
    ExploreFlow* m_opened;
    RunFlow m_run; // of the straight path
    PathSide m_blur;
    PathSide m_straight;
};

} // namespace blurig::ui
