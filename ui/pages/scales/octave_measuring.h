// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/octave_removal.h"
#include "ui/engine/lane_follower.h"

#include <QString>

#include <memory>

namespace blurig::ui {

// What was measured on the photo, without any map. Null: not asked for, or on its way.
struct MeasuredOctaves {
    std::shared_ptr<const OctaveRemoval> removal;
    std::shared_ptr<const OctaveShapley> shapley;
    bool removing = false;
    bool sharing = false; // Shapley values are on their way
    QString why = {};     // something could not be measured
};

// Measures on demand what the score of one photo and target is without some octaves.
class OctaveMeasuring : public QObject {
    Q_OBJECT
public:
    explicit OctaveMeasuring(EngineAdapter* engine, QObject* parent = nullptr);

    const MeasuredOctaves& known() const { return m_known; }
    bool running() const { return m_known.removing || m_known.sharing; }

    void measureRemoval(RemoveOctaves request); // once
    void measureShapley(ShareOctaves request);  // once
    void cancel();
    void forget(); // the photo or the target is another

Q_SIGNALS:
    void changed();

private:
    template <typename Found>
    void follow(LaneFollower& lane, bool MeasuredOctaves::*running, Found MeasuredOctaves::*found);
    void ask(LaneFollower& lane, bool MeasuredOctaves::*running, Request request);

    LaneFollower m_removal;
    LaneFollower m_shapley;
    MeasuredOctaves m_known;
};

} // namespace blurig::ui
