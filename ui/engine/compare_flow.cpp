// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/compare_flow.h"

#include "ui/engine/budget.h"
#include "ui/engine/explore_flow.h"
#include "ui/engine/run_request.h"

#include <algorithm>

namespace blurig::ui {

CompareFlow::CompareFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_engine(engine)
    , m_opened(opened) {
    connect(session, &Session::changed, this, &CompareFlow::follow);
    connect(opened, &ExploreFlow::inputChanged, this, [this] {
        forget();
        Q_EMIT inputChanged();
        startWhatDiffers();
    });
    connect(engine, &EngineAdapter::compareUpdated, this, &CompareFlow::onUpdate);
    connect(engine, &EngineAdapter::failed, this, [this](Slot slot, const Error& error) {
        const auto index = comparePaneOf(slot);
        if (!index || *index >= m_panes.size())
            return;
        m_panes[*index].activity = {};
        m_panes[*index].error = error;
        Q_EMIT paneUpdated(*index);
    });
}

const ExploreView& CompareFlow::input() const {
    return m_opened->view();
}

bool CompareFlow::settled() const {
    return m_panes.size() == m_session->choice().compare.panes.size() &&
           std::ranges::none_of(m_panes, [](const ComparePaneView& pane) { return pane.activity.running; });
}

void CompareFlow::follow(Session::Changes what) {
    using Change = Session::Change;
    if (what & (Session::Changes(Change::Target) | Change::Score | Change::Compare | Change::Page))
        startWhatDiffers();
}

void CompareFlow::forget() {
    for (std::size_t index = 0; index < m_panes.size(); ++index)
        m_engine->withdraw(compareSlot(index));
    m_panes.clear();
}

void CompareFlow::startWhatDiffers() {
    const Choice& choice = m_session->choice();
    if (choice.page != "compare" || !input().input)
        return;
    const std::size_t wanted = std::min(choice.compare.panes.size(), mostComparePanes);
    for (std::size_t index = wanted; index < m_panes.size(); ++index)
        m_engine->withdraw(compareSlot(index));
    m_panes.resize(wanted);
    for (std::size_t index = 0; index < wanted; ++index) {
        if (!isAsked(m_panes[index].asked, choice, choice.compare.panes[index]))
            start(index);
    }
    Q_EMIT panesChanged();
}

void CompareFlow::start(std::size_t index) {
    const Choice& choice = m_session->choice();
    startRun(m_panes[index], m_engine, compareSlot(index), input(), choice, choice.compare.panes[index]);
}

void CompareFlow::onUpdate(std::size_t index, const SharedSnapshot& snapshot) {
    if (index >= m_panes.size())
        return;
    followRun(m_panes[index], *snapshot);
    Q_EMIT paneUpdated(index);
}

void CompareFlow::goOn(std::size_t index) {
    if (index >= m_panes.size() || !m_panes[index].shown.state || m_panes[index].activity.running)
        return;
    const MethodState& state = *m_panes[index].shown.state;
    if (state.ending != Ending::BudgetEnded) {
        start(index);
        Q_EMIT paneUpdated(index);
        return;
    }
    m_session->edit([&](Choice& choice) { enlargeBudget(choice.compare.panes[index], state.parameters); });
}

void CompareFlow::cancel() {
    for (std::size_t index = 0; index < m_panes.size(); ++index)
        m_engine->cancel(compareSlot(index));
}

} // namespace blurig::ui
