// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/lane_follower.h"
#include "ui/engine/subject.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace blurig::ui {

class ExploreFlow;

// The axioms of path methods on the opened model and photo, as figures: computed on one click, in the batch lane, for
// the target and score of the Explore page.
class AxiomsPanel : public QWidget {
    Q_OBJECT
public:
    AxiomsPanel(EngineAdapter* engine, ExploreFlow* opened, QWidget* parent = nullptr);

    const std::shared_ptr<const Axioms>& axioms() const { return m_axioms; } // null: not known
    bool running() const { return m_running; }
    void cancel();

Q_SIGNALS:
    void changed();

private:
    void check();
    void follow(const SharedSnapshot& snapshot);
    void forget();
    void show(const QString& words);
    void showState();

    ExploreFlow* m_opened;
    LaneFollower m_lane;
    QPushButton* m_check;
    QCheckBox* m_randomise;
    QProgressBar* m_progress;
    QLabel* m_of;
    QLabel* m_figures;
    std::shared_ptr<const Axioms> m_axioms;
    Target m_target; // of these
    Score m_score = Score::ClassScore;
    bool m_running = false;
};

} // namespace blurig::ui
