// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/octave_flow.h"

#include "core/error.h"
#include "core/model/compute_scope.h"
#include "core/record/choice_parts.h"

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

constexpr const char* octaveKey = "octave";

bool ended(const std::shared_ptr<const MethodState>& state) {
    return state && state->ending != Ending::Running && !state->noEvidence;
}

// The split of another method's map needs what its run did not keep.
QString whyNot(const MethodState& state) {
    if (state.paths.empty())
        return OctaveFlow::tr("This method has no path: its map has no octaves");
    return state.completeness && state.completeness->exactByConstruction
               ? OctaveFlow::tr("IDGI has no octaves: its map is no integral of a product")
               : QString();
}

} // namespace

std::optional<int> comparedOctave(const Choice& choice) {
    const auto value = valueAt<double>(partOf(choice, comparedOctaveId), octaveKey);
    return value && *value >= 0 && *value < mostOctaves ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

void setComparedOctave(Choice& choice, std::optional<int> octave) {
    setPart(choice, comparedOctaveId, octave ? PagePart{{octaveKey, static_cast<double>(*octave)}} : PagePart());
}

OctaveFlow::OctaveFlow(QObject* parent)
    : QObject(parent) {}

void OctaveFlow::setStates(std::vector<std::shared_ptr<const MethodState>> states) {
    if (states == m_states)
        return;
    m_states = std::move(states);
    ask();
}

void OctaveFlow::setOctave(std::optional<int> octave) {
    if (std::exchange(m_octave, octave) == octave)
        return;
    ask();
    Q_EMIT changed();
}

std::optional<OctaveFlow::PaneOctave> OctaveFlow::pane(std::size_t index) const {
    if (!m_octave || index >= m_states.size() || !m_states[index])
        return std::nullopt;
    const auto known = std::ranges::find(m_splits, m_states[index], &Split::state);
    if (known == m_splits.end())
        return PaneOctave{.why = ended(m_states[index]) ? tr("Computing…") : tr("Waiting for the whole map…")};
    if (!known->split)
        return PaneOctave{.why = known->why};
    const auto octave = static_cast<std::size_t>(*m_octave);
    if (octave >= known->split->maps.size())
        return PaneOctave{.why = tr("The input has no such octave")};
    return PaneOctave{.map = known->split->maps[octave]};
}

// What is asked while a split runs is asked for at its end.
void OctaveFlow::ask() {
    std::erase_if(m_splits,
                  [this](const Split& split) { return std::ranges::find(m_states, split.state) == m_states.end(); });
    if (!m_octave)
        return;
    if (m_task.running()) {
        m_again = true;
        return;
    }
    std::vector<std::shared_ptr<const MethodState>> missing;
    for (const auto& state : m_states)
        if (ended(state) && std::ranges::find(m_splits, state, &Split::state) == m_splits.end() &&
            std::ranges::find(missing, state) == missing.end())
            missing.push_back(state);
    if (missing.empty())
        return;
    m_task.run([this, missing](const std::stop_token& stop) -> BackgroundThread::Completion {
        const ComputeScope scope(1);
        std::vector<Split> splits;
        for (const auto& state : missing) {
            Split made{.state = state, .split = nullptr, .why = whyNot(*state)};
            try {
                Sink sink;
                if (made.why.isEmpty())
                    made.split = std::make_shared<const OctaveSplit>(octaveSplit(state->paths, {}, sink, stop));
            } catch (const Cancelled&) {
                return {};
            } catch (const Error& error) {
                made.why = QString::fromStdString(error.what());
            }
            splits.push_back(std::move(made));
        }
        return [this, splits] {
            m_splits.insert(m_splits.end(), splits.begin(), splits.end());
            for (const Split& split : splits)
                if (split.split && m_bands.empty())
                    m_bands = split.split->bands;
            if (std::exchange(m_again, false))
                ask();
            Q_EMIT changed();
        };
    });
}

} // namespace blurig::ui
