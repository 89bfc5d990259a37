// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/explore_flow.h"

#include "core/model/class_ranking.h"
#include "core/path/accumulation.h"
#include "ui/engine/budget.h"
#include "ui/engine/run_request.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace blurig::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto restAfter = 120ms;
constexpr std::size_t classesPrefetched = 3;

Slot slotOf(std::size_t pane) {
    return pane == 0 ? Slot::Explore : Slot::Beside;
}

} // namespace

ExploreFlow::ExploreFlow(Session* session, EngineAdapter* engine, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_engine(engine)
    , m_opening(new OpeningFlow(engine, this)) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, &ExploreFlow::probeIfNeeded);
    connect(session, &Session::changed, this, &ExploreFlow::follow);

    connect(m_opening, &OpeningFlow::busyChanged, this, &ExploreFlow::openingChanged);
    connect(m_opening, &OpeningFlow::opened, this, &ExploreFlow::onOpened);
    connect(m_opening, &OpeningFlow::abandoned, this, &ExploreFlow::onAbandoned);
    connect(m_opening, &OpeningFlow::failed, this, &ExploreFlow::failed);

    connect(engine, &EngineAdapter::exploreUpdated, this, [this](const auto& snapshot) { onUpdate(0, snapshot); });
    connect(engine, &EngineAdapter::besideUpdated, this, [this](const auto& snapshot) { onUpdate(1, snapshot); });
    connect(engine, &EngineAdapter::failed, this, &ExploreFlow::onFailed);
    connect(engine, &EngineAdapter::prefetched, this, &ExploreFlow::prefetch);
    connect(engine, &EngineAdapter::frameReady, this, [this](const SharedFrame& frame) {
        if (frame->error) {
            Q_EMIT failed(Slot::Probe, *frame->error);
            return;
        }
        m_view.frame = frame;
        Q_EMIT frameChanged();
    });
    connect(engine, &EngineAdapter::probeReady, this, [this](const ProbedGradient& probe) {
        m_probing = false;
        m_view.probe = probe;
        Q_EMIT frameChanged();
    });
}

bool ExploreFlow::settled() const {
    if (opening() || m_view.exploreActivity.running || m_view.besideActivity.running || m_probing || m_rest.isActive())
        return false;
    return !m_view.input ||
           (m_view.frame && m_view.frame->sigma == m_session->choice().sigma && m_view.frame->path == m_view.path());
}

void ExploreFlow::follow(Session::Changes what) {
    if (m_correcting)
        return;
    const Choice& choice = m_session->choice();
    const bool crop = what.testFlag(Session::Change::Crop) && choice.crop != m_view.crop;
    if (what.testFlag(Session::Change::Picture) || what.testFlag(Session::Change::Model) || crop) {
        m_opening->follow(choice);
        return;
    }
    if (what & (Session::Changes(Session::Change::Target) | Session::Change::Score | Session::Change::Panes))
        startWhatDiffers();
    if (what.testFlag(Session::Change::Sigma)) {
        m_engine->holdOff(restAfter);
        askFrame();
        m_rest.start();
    }
}

void ExploreFlow::onOpened(const Opening& opening, const std::optional<ScoredInput>& input) {
    m_engine->withdraw(Slot::Explore);
    m_engine->withdraw(Slot::Beside);
    m_engine->withdraw(Slot::Probe);
    m_engine->withdraw(Slot::Prefetch);
    m_prefetched.clear();
    m_probing = false;
    m_view = {};
    m_view.picture = opening.picture;
    m_view.model = opening.model;
    m_view.input = input;
    m_view.crop = opening.crop;
    m_asked[0] = {};
    m_asked[1] = {};

    Choice choice = m_session->choice();
    choice.picture = opening.picture.empty() ? std::string() : opening.picture.name();
    choice.pictureSha256 = opening.picture.empty() ? std::string() : opening.picture.sha256();
    choice.colours = opening.colours;
    choice.model = opening.model ? opening.model->file() : std::string();
    choice.modelSha256 = opening.model ? opening.model->sha256() : std::string();
    choice.unfrozen = opening.model && opening.model->asFiled();
    choice.execution = opening.model ? toText(opening.model->execution()) : std::string();
    choice.crop = opening.crop;
    choice.target = opening.target;
    choice.score = opening.score;
    if (opening.from == Opening::From::User) {
        const QScopedValueRollback guard(m_correcting, true);
        m_session->apply(choice);
    } else {
        correct(choice);
    }
    Q_EMIT inputChanged();
    startWhatDiffers();
    askFrame();
}

void ExploreFlow::onAbandoned() {
    Choice choice = m_session->choice();
    choice.picture = m_view.picture.empty() ? std::string() : m_view.picture.name();
    choice.pictureSha256 = m_view.picture.empty() ? std::string() : m_view.picture.sha256();
    choice.colours = name(m_view.picture.colours());
    choice.model = m_view.model ? m_view.model->file() : std::string();
    choice.modelSha256 = m_view.model ? m_view.model->sha256() : std::string();
    choice.unfrozen = m_view.model && m_view.model->asFiled();
    choice.execution = m_view.model ? toText(m_view.model->execution()) : std::string();
    choice.crop = m_view.crop;
    if (m_view.explore.state) {
        choice.target = m_view.explore.targetText;
        choice.score = name(m_view.explore.score);
    }
    correct(choice);
}

void ExploreFlow::correct(const Choice& choice) {
    const QScopedValueRollback guard(m_correcting, true);
    m_session->correct(choice);
}

void ExploreFlow::startWhatDiffers() {
    if (!m_view.input)
        return;
    const Choice& choice = m_session->choice();
    for (const std::size_t pane : {std::size_t{0}, std::size_t{1}}) {
        const RunView& asked = m_asked[pane];
        if (pane >= choice.panes.size()) {
            m_engine->withdraw(slotOf(pane));
            m_asked[pane] = {};
            shown(pane) = {};
            activity(pane) = {};
            changed(pane);
        } else if (asked.target.classes.empty() || !isAsked(asked, choice, choice.panes[pane])) {
            start(pane);
        }
    }
}

void ExploreFlow::start(std::size_t pane) {
    AskedRun asked;
    try {
        asked = askedRun(m_view, m_session->choice(), m_session->choice().panes[pane]);
    } catch (const Error& error) {
        // Words of a figure or of the command line that this model does not know.
        onFailed(slotOf(pane), error);
        return;
    }
    if (pane == 0) {
        m_engine->withdraw(Slot::Probe);
        m_probing = false;
    }
    m_asked[pane] = asked.run;
    activity(pane) = {.running = true, .cancelled = false, .progress = 0, .secondsLeft = std::nullopt};
    m_engine->withdraw(Slot::Prefetch);
    m_engine->submit(slotOf(pane), requestOf(m_view, asked.run, asked.parameters, shown(pane).state));
    changed(pane);
}

// The next of the top classes that has not been asked for since the input or the choice of how changed; its result
// waits in the engine's cache. Only when nothing else is to be done.
void ExploreFlow::prefetch() {
    const RunView& run = m_view.explore;
    if (!m_view.input || !run.state || m_view.exploreActivity.running || m_view.besideActivity.running || opening())
        return;
    if (run.score != m_prefetchScore || !sameComputation(run.pane, m_prefetchPane)) {
        m_prefetched.clear();
        m_prefetchScore = run.score;
        m_prefetchPane = run.pane;
    }
    m_prefetched.insert(run.target.classes.front().index);
    for (const ClassIndex index : bestClasses(m_view.input->classScores.host(), classesPrefetched)) {
        if (m_prefetched.contains(index))
            continue;
        m_prefetched.insert(index);
        RunView next = run;
        next.target = {{{index, 1.0}}};
        m_engine->submit(Slot::Prefetch, requestOf(m_view, next, run.state->parameters, run.state));
        return;
    }
}

void ExploreFlow::onUpdate(std::size_t pane, const SharedSnapshot& snapshot) {
    activity(pane) = activityOf(*snapshot);
    const auto state = mappedState(*snapshot);
    const bool newMap = state && shown(pane).state != state;
    if (newMap) {
        const bool sameFunction =
            shown(pane).target == m_asked[pane].target && shown(pane).score == m_asked[pane].score;
        shown(pane) = m_asked[pane];
        shown(pane).state = state;
        if (pane == 0 && !sameFunction)
            m_view.probe.reset();
    }
    if (pane == 0 && newMap) {
        const auto path = m_view.path();
        if (path && m_session->choice().sigma > path->path->farEnd()) {
            Choice inside = m_session->choice();
            inside.sigma = path->path->farEnd();
            correct(inside);
        }
        askFrame();
    }
    if (pane == 0 && !activity(pane).running && !m_rest.isActive())
        probeIfNeeded();
    changed(pane);
    if (snapshot->status == Status::Done)
        prefetch();
}

void ExploreFlow::changed(std::size_t pane) {
    if (pane == 0)
        Q_EMIT exploreChanged();
    else
        Q_EMIT besideChanged();
}

void ExploreFlow::askFrame() {
    if (m_view.input)
        m_engine->askFrame({.space = m_view.input->space, .path = m_view.path(), .sigma = m_session->choice().sigma});
}

bool ExploreFlow::gradientIsExact() const {
    const double sigma = m_session->choice().sigma;
    if (m_view.probe && m_view.probe->sigma == sigma)
        return true;
    const auto path = m_view.path();
    const auto node = path ? nearestGradient(*path, sigma) : nullptr;
    return node && std::abs(node->position - sigma) < 1e-9;
}

void ExploreFlow::probeIfNeeded() {
    if (!m_view.input || !m_view.explore.state || gradientIsExact())
        return;
    m_probing = true;
    m_engine->submit(Slot::Probe, ProbeGradient{.model = m_view.model,
                                                .input = m_view.input->prepared.z,
                                                .target = m_view.explore.target,
                                                .score = m_view.explore.score,
                                                .sigma = m_session->choice().sigma});
}

void ExploreFlow::onFailed(Slot slot, const Error& error) {
    if (slot == Slot::Probe) {
        m_probing = false;
        Q_EMIT failed(slot, error);
        return;
    }
    if (slot != Slot::Explore && slot != Slot::Beside)
        return; // the opening flow's
    const std::size_t pane = slot == Slot::Explore ? 0 : 1;
    activity(pane) = {};
    m_asked[pane] = shown(pane);
    Choice choice = m_session->choice();
    const bool fallsBackToTop =
        pane == 0 && !shown(pane).state && choice.target != "top" && error.code() == ErrorCode::Target;
    if (shown(pane).state) {
        choice.target = shown(pane).targetText;
        choice.score = name(shown(pane).score);
        choice.panes[pane] = shown(pane).pane;
        choice.panes[pane].display = m_session->display();
    } else if (fallsBackToTop) {
        choice.target = "top";
    } else if (pane == 1) {
        choice.panes.resize(1);
    }
    correct(choice);
    changed(pane);
    Q_EMIT failed(slot, error);
    if (fallsBackToTop)
        startWhatDiffers();
}

void ExploreFlow::goOn(std::size_t pane) {
    if (!shown(pane).state || activity(pane).running)
        return;
    if (shown(pane).state->ending != Ending::BudgetEnded) {
        start(pane);
        return;
    }
    const auto state = shown(pane).state;
    m_session->edit([&](Choice& choice) { enlargeBudget(choice.panes[pane], state->parameters); });
}

void ExploreFlow::cancel() {
    m_opening->cancel();
    m_engine->cancel(Slot::Explore);
    m_engine->cancel(Slot::Beside);
    m_engine->withdraw(Slot::Prefetch);
}

} // namespace blurig::ui
