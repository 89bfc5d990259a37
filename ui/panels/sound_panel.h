// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/target.h"
#include "ui/engine/latest_task.h"
#include "ui/engine/subject.h"

#include <QWidget>

class QButtonGroup;
class QLabel;

namespace blurig::ui {

class PatchTimeline;
class Session;

// The clip that is open: its patches over time with the target's score in each, the patch that is explained, and the
// choice of the axes that are blurred.
class SoundPanel : public QWidget {
    Q_OBJECT
public:
    explicit SoundPanel(Session* session, QWidget* parent = nullptr);

    void show(const Subject& subject); // of a sound
    using QWidget::show;
    void setTarget(const Target& target); // whose scores are drawn

private:
    QWidget* makeAxes();
    void draw(const std::shared_ptr<const Clip>& clip);
    void showScores();

    Session* m_session;
    QLabel* m_facts;
    PatchTimeline* m_timeline;
    QLabel* m_patch;
    QButtonGroup* m_axes;
    std::optional<HeardPatch> m_heard;
    Target m_target; // without classes: not known yet
    LatestTask m_drawing;
};

} // namespace blurig::ui
