// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/causality_paths.h"
#include "core/scales/signal_way.h"
#include "ui/engine/latest_task.h"
#include "ui/pages/laboratory/laboratory_choice.h"
#include "ui/session/session.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace blurig::ui {

class ExploreFlow;

// One path of the laboratory, as it is known now.
struct CausalityWay {
    std::shared_ptr<const SignalWay> signal; // null: on its way
    Enhancement pictures;                    // of `totalPlaces` places along the picture's path
    Array picture;                           // at the chosen place; empty without a photo
    std::vector<PictureExtremum> extrema;    // of it
};

// What is computed for the laboratory: the signal and the photo on their ways along each path. No model runs. Works
// while the page is looked at.
class LaboratoryFlow : public QObject {
    Q_OBJECT
public:
    static constexpr int signalSize = 128;
    static constexpr int totalPlaces = 16;

    LaboratoryFlow(Session* session, ExploreFlow* opened, QObject* parent = nullptr);

    const std::array<CausalityWay, causalityPaths.size()>& ways() const { return m_ways; }
    Array signal() const { return m_signal; } // at the input
    bool settled() const;

Q_SIGNALS:
    void inputChanged();
    void changed();

private:
    using Paths = std::array<std::shared_ptr<const Path>, causalityPaths.size()>;

    bool isShown() const;
    void follow();
    void followSignalOf(const LaboratoryChoice& part);
    void followPictures(const LaboratoryChoice& part);
    void askPictures(int step);
    Array chosenSignal(const LaboratoryChoice& part) const;

    Session* m_session;
    ExploreFlow* m_opened;
    std::array<CausalityWay, causalityPaths.size()> m_ways;
    Array m_signal;
    int m_signalSeed = -1;
    Array m_input; // whose mean over channels goes along m_paths
    int m_pictureSeed = -1;
    int m_pictureStep = -1; // asked for
    std::shared_ptr<const Paths> m_paths;
    bool m_picturesAgain = false; // the place changed while they were computed
    LatestTask m_signals;
    LatestTask m_totals;
    LatestTask m_pictures;
};

} // namespace blurig::ui
