// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_flow.h"

#include "ui/engine/budget.h"
#include "ui/engine/run_request.h"
#include "ui/pages/explore/explore_flow.h"

#include <algorithm>

namespace blurig::ui {

namespace {

ExploreView subjectOf(const ExploreView& view) {
    ExploreView subject;
    subject.picture = view.picture;
    subject.model = view.model;
    subject.input = view.input;
    subject.crop = view.crop;
    return subject;
}

} // namespace

CompareFlow::CompareFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_engine(engine)
    , m_opened(opened)
    , m_inputs(new PaneInputs(engine, this)) {
    connect(session, &Session::changed, this, &CompareFlow::follow);
    connect(opened, &ExploreFlow::inputChanged, this, [this] {
        forget();
        m_inputs->retry();
        Q_EMIT inputChanged();
        startWhatDiffers();
    });
    connect(engine, &EngineAdapter::compareUpdated, this, &CompareFlow::onUpdate);
    connect(engine, &EngineAdapter::failed, this, [this](Slot slot, const Error& error) {
        if (slot == Slot::Layers)
            Q_EMIT layersFailed(error);
        const auto index = comparePaneOf(slot);
        if (!index || *index >= m_panes.size())
            return;
        m_panes[*index].activity = {};
        m_panes[*index].error = error;
        Q_EMIT paneUpdated(*index);
    });
    connect(engine, &EngineAdapter::layersListed, this, &CompareFlow::layersListed);
    connect(m_inputs, &PaneInputs::changed, this, &CompareFlow::startWhatDiffers);
    connect(m_inputs, &PaneInputs::modelOpened, this, &CompareFlow::paneModelOpened);
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

bool CompareFlow::hasOwnModel(const PaneChoice& pane) const {
    return !pane.model.empty() && !(input().model && input().model->file() == pane.model);
}

// Also writes down the hash of a model that a pane names for the first time.
void CompareFlow::openPaneModels() {
    Choice noted = m_session->choice();
    std::set<std::string> files;
    for (PaneChoice& pane : noted.compare.panes) {
        if (pane.model.empty())
            continue;
        const PaneInputs::Entry* known = m_inputs->find(pane.model);
        auto model = known ? known->view.model : nullptr;
        if (hasOwnModel(pane))
            files.insert(pane.model);
        else
            model = input().model;
        if (pane.modelSha256.empty() && model)
            pane.modelSha256 = model->sha256();
    }
    if (noted != m_session->choice())
        m_session->correct(std::move(noted));
    m_inputs->follow(files, input());
}

void CompareFlow::startWhatDiffers() {
    if (m_session->choice().page != "compare" || !input().input)
        return;
    openPaneModels();
    const Choice& choice = m_session->choice();
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
    const PaneChoice& wanted = choice.compare.panes[index];
    ComparePaneView& pane = m_panes[index];
    const PaneInputs::Entry* own = hasOwnModel(wanted) ? m_inputs->find(wanted.model) : nullptr;
    pane.subject = subjectOf(own ? own->view : input());
    pane.opening = false;
    if (own && own->error) {
        refuseRun(pane, m_engine, compareSlot(index), wanted, *own->error);
    } else if (!pane.subject.input) {
        m_engine->withdraw(compareSlot(index));
        static_cast<PaneRun&>(pane) = {};
        pane.asked = {.pane = wanted}; // asked again when it is there
        pane.opening = true;
        pane.activity.running = true;
    } else {
        startRun(pane, m_engine, compareSlot(index), pane.subject, choice, wanted);
    }
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
    m_inputs->cancel();
    for (std::size_t index = 0; index < m_panes.size(); ++index) {
        m_engine->cancel(compareSlot(index));
        if (!m_panes[index].opening)
            continue;
        m_panes[index].opening = false;
        m_panes[index].activity = {.cancelled = true};
        Q_EMIT paneUpdated(index);
    }
}

void CompareFlow::listLayers(std::size_t index) {
    if (index < m_panes.size() && m_panes[index].subject.model)
        m_engine->submit(Slot::Layers, ListLayers{m_panes[index].subject.model});
}

} // namespace blurig::ui
