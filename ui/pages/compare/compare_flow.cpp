// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_flow.h"

#include "core/explain/recorded.h"
#include "ui/engine/budget.h"

#include <algorithm>
#include <map>

namespace blurig::ui {

CompareFlow::CompareFlow(Session* session, EngineAdapter* engine, SubjectFlow* opened, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_engine(engine)
    , m_opened(opened)
    , m_inputs(new PaneInputs(engine, this))
    , m_layers(new LaneFollower(engine, Urgency::Opening, this)) {
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        using Change = Session::Change;
        if (what & (Session::Changes(Change::Target) | Change::Score | Change::Page))
            m_session->later([this] { startWhatDiffers(); });
    });
    connect(session, &Session::partChanged, this, [this](const std::string& page) {
        if (page == "compare")
            m_session->later([this] { startWhatDiffers(); });
    });
    connect(opened, &SubjectFlow::changed, this, [this] {
        forget();
        m_inputs->retry();
        Q_EMIT inputChanged();
        startWhatDiffers();
    });
    connect(m_layers, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (const auto* layers = answerOf<ListedLayers>(*snapshot))
            Q_EMIT layersListed(*layers);
    });
    connect(m_layers, &LaneFollower::failed, this, &CompareFlow::layersFailed);
    connect(m_inputs, &PaneInputs::changed, this, &CompareFlow::startWhatDiffers);
    connect(m_inputs, &PaneInputs::modelOpened, this, &CompareFlow::paneModelOpened);
}

bool CompareFlow::settled() const {
    return m_panes.size() == m_session->choice().compare.panes.size() &&
           std::ranges::none_of(m_panes, [](const ComparePaneView& pane) { return pane.activity.running; });
}

void CompareFlow::forget() {
    m_runs.clear();
    m_panes.clear();
}

void CompareFlow::setCount(std::size_t count) {
    m_runs.resize(std::min(count, m_runs.size()));
    m_panes.resize(count);
    while (m_runs.size() < count) {
        const std::size_t index = m_runs.size();
        m_runs.push_back(std::make_unique<RunFlow>(m_engine, Urgency::Visible, RunFlow::Keeps::MapsOfTheMethod));
        const auto heard = [this, index] {
            take(index);
            Q_EMIT paneUpdated(index);
        };
        connect(m_runs.back().get(), &RunFlow::updated, this, heard);
        connect(m_runs.back().get(), &RunFlow::failed, this, heard);
    }
}

void CompareFlow::take(std::size_t index) {
    static_cast<RunState&>(m_panes[index]) = m_runs[index]->state();
}

bool CompareFlow::hasOwnModel(const PaneChoice& pane) const {
    return !pane.model.empty() && !(input().model && input().model->file == pane.model);
}

// Also writes down the hash of a model that a pane names for the first time, and how it runs.
void CompareFlow::openPaneModels() {
    Choice noted = m_session->choice();
    std::map<std::string, PaneChoice> models;
    for (PaneChoice& pane : noted.compare.panes) {
        if (pane.model.empty())
            continue;
        const PaneInputs::Entry* known = m_inputs->find(pane.model);
        auto model = known ? known->subject.model : nullptr;
        if (hasOwnModel(pane))
            models.emplace(pane.model, pane);
        else
            model = input().model;
        if (pane.modelSha256.empty() && model)
            pane.modelSha256 = model->sha256;
        if (pane.execution.empty() && model) {
            pane.execution = toText(model->execution);
            pane.card = givenCard(*model);
        }
    }
    if (noted != m_session->choice())
        m_session->correct(std::move(noted));
    m_inputs->follow(models, input());
}

void CompareFlow::startWhatDiffers() {
    if (m_session->choice().page != "compare" || !input().input)
        return;
    openPaneModels();
    const Choice& choice = m_session->choice();
    setCount(choice.compare.panes.size());
    for (std::size_t index = 0; index < m_panes.size(); ++index) {
        if (!m_runs[index]->isAsked(choice, choice.compare.panes[index]))
            start(index);
    }
    Q_EMIT panesChanged();
}

void CompareFlow::start(std::size_t index) {
    const Choice& choice = m_session->choice();
    const PaneChoice& wanted = choice.compare.panes[index];
    ComparePaneView& pane = m_panes[index];
    const PaneInputs::Entry* own = hasOwnModel(wanted) ? m_inputs->find(wanted.model) : nullptr;
    pane.subject = own ? own->subject : input();
    pane.opening = !(own && own->error) && !pane.subject.input;
    if (own && own->error)
        m_runs[index]->refuse(wanted, *own->error);
    else if (pane.opening)
        m_runs[index]->awaitSubject(wanted);
    else
        m_runs[index]->start(pane.subject, choice, wanted);
    take(index);
}

void CompareFlow::goOn(std::size_t index) {
    if (index >= m_runs.size())
        return;
    const RunFlow& run = *m_runs[index];
    if (run.ranOut()) {
        const Parameters ran = run.state().shown.state->parameters;
        m_session->edit([&](Choice& choice) { enlargeBudget(choice.compare.panes[index], ran); });
    } else if (run.mayGoOn()) {
        start(index);
        Q_EMIT paneUpdated(index);
    }
}

void CompareFlow::cancel() {
    m_inputs->cancel();
    for (std::size_t index = 0; index < m_panes.size(); ++index) {
        m_panes[index].opening = false;
        m_runs[index]->cancel();
    }
}

void CompareFlow::listLayers(std::size_t index) {
    if (index < m_panes.size() && m_panes[index].subject.model)
        m_layers->submit(ListLayers{m_panes[index].subject.model});
}

} // namespace blurig::ui
