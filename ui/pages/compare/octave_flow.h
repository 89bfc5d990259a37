// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"
#include "core/record/choice.h"
#include "core/scales/octave_split.h"
#include "ui/engine/latest_task.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace blurig::ui {

// The octave of whose maps the comparison is, in place of whole maps.
inline constexpr const char* comparedOctaveId = "compare-octave"; // of its part of the choice
std::optional<int> comparedOctave(const Choice& choice);
void setComparedOctave(Choice& choice, std::optional<int> octave);

// One octave of spatial frequency of each pane's map, for methods with a path: the split needs the nodes of the run,
// and no further gradient. Works on a thread of its own; what was split once is kept.
class OctaveFlow : public QObject {
    Q_OBJECT
public:
    struct PaneOctave {
        Array map = {};   // empty: on its way, or `why` there is none
        QString why = {}; // in words
    };

    explicit OctaveFlow(QObject* parent = nullptr);

    void setStates(std::vector<std::shared_ptr<const MethodState>> states); // one a pane; null: none
    void setOctave(std::optional<int> octave);                              // none: whole maps
    std::optional<int> octave() const { return m_octave; }
    // None where the whole map is shown.
    std::optional<PaneOctave> pane(std::size_t index) const;
    const std::vector<OctaveBand>& bands() const { return m_bands; } // of the first split; empty before
    bool settled() const { return !m_task.running(); }

Q_SIGNALS:
    void changed();

private:
    struct Split {
        std::shared_ptr<const MethodState> state;
        std::shared_ptr<const OctaveSplit> split;
        QString why = {};
    };
    void ask();

    std::vector<std::shared_ptr<const MethodState>> m_states;
    std::optional<int> m_octave;
    std::vector<Split> m_splits;
    std::vector<OctaveBand> m_bands;
    bool m_again = false;
    LatestTask m_task;
};

} // namespace blurig::ui
