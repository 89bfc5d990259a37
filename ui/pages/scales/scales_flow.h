// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/latest_task.h"
#include "ui/engine/run_flow.h"
#include "ui/pages/scales/scales_view.h"
#include "ui/session/session.h"

#include <QObject>

#include <memory>

namespace blurig {
class Accumulation;
}

namespace blurig::ui {

class ExploreFlow;

// What is asked for the Scales page, and what came of it; knows no widget. Subject, target and path are the explore
// flow's. Works while the page is looked at, once the path has ended; bands and regions run no model.
class ScalesFlow : public QObject {
    Q_OBJECT
public:
    ScalesFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent = nullptr);

    const ScalesView& view() const { return m_view; }
    bool settled() const; // all that was asked for is there, or will not come

    void measureRemoval();
    void measureShapley();
    void cancel();

Q_SIGNALS:
    void inputChanged();
    void changed();      // anything but bands and regions
    void bandsChanged(); // these

private:
    void follow();
    void takePath();
    void forget();
    void analyse();
    void startRuns();
    void splitRun(std::size_t place);
    void askBands();
    void traceLabels();
    void traceStraightLabels(const MethodState& straight);
    void followLabels(const SharedSnapshot& snapshot);
    bool isShown() const;

    Session* m_session;
    ExploreFlow* m_opened;
    RunFlow m_straight;
    RunFlow m_gradient;
    LaneFollower m_labels;
    LaneFollower m_straightLabels;
    OctaveMeasuring m_measuring;
    ScalesView m_view;
    std::shared_ptr<Accumulation> m_accumulation; // of the thread of m_bands alone
    bool m_tracing = false;
    bool m_tracingStraight = false;
    bool m_bandsAgain = false; // they changed while the task ran
    LatestTask m_analysis;     // density, octaves of Blur IG, parts of the input
    LatestTask m_ofStraight;
    LatestTask m_ofGradient;
    LatestTask m_bands;
};

} // namespace blurig::ui
