// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/explore_flow.h"

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

} // namespace

ExploreFlow::ExploreFlow(Session* session, EngineAdapter* engine, SubjectFlow* subject, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_engine(engine)
    , m_subject(subject)
    , m_explore(new RunFlow(engine, Urgency::Focused, RunFlow::Keeps::EveryMap, this))
    , m_beside(new RunFlow(engine, Urgency::Visible, RunFlow::Keeps::EveryMap, this))
    , m_prefetch(new LaneFollower(engine, Urgency::Prefetch, this))
    , m_probe(new LaneFollower(engine, Urgency::Probe, this))
    , m_frames(new FrameFollower(this)) {
    m_prefetch->setObjectName(QStringLiteral("prefetch"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        probeIfNeeded();
        if (!m_probing) // nothing more comes for this scale: who waits for settled() is told so
            Q_EMIT frameChanged();
    });
    connect(session, &Session::changed, this,
            [this](Session::Changes what) { m_session->later([this, what] { follow(what); }); });
    connect(subject, &SubjectFlow::changed, this, &ExploreFlow::onSubject);
    connect(subject, &SubjectFlow::abandoned, this, &ExploreFlow::onAbandoned);
    for (const std::size_t pane : {std::size_t{0}, std::size_t{1}}) {
        connect(&run(pane), &RunFlow::updated, this, [this, pane](Status status) { onUpdate(pane, status); });
        connect(&run(pane), &RunFlow::failed, this, [this, pane](const Error& error) { onFailed(pane, error); });
    }
    connect(m_prefetch, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (snapshot->status == Status::Done) // a failure is told when its result is asked for
            prefetch();
    });
    connect(m_probe, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        const auto* probe = answerOf<ProbedGradient>(*snapshot);
        if (!probe)
            return;
        m_probing = false;
        m_view.probe = *probe;
        Q_EMIT frameChanged();
    });
    connect(m_probe, &LaneFollower::failed, this, [this](const Error& error) {
        m_probing = false;
        Q_EMIT failed(error);
    });
    connect(m_frames, &FrameFollower::ready, this, [this](const SharedFrame& frame) {
        if (frame->error) {
            Q_EMIT failed(*frame->error);
            return;
        }
        m_view.frame = frame;
        Q_EMIT frameChanged();
    });
}

bool ExploreFlow::settled() const {
    if (m_subject->opening() || m_view.exploreActivity.running || m_view.besideActivity.running || m_probing ||
        m_rest.isActive())
        return false;
    return !m_view.subject.input ||
           (m_view.frame && m_view.frame->sigma == m_session->choice().sigma && m_view.frame->path == m_view.path());
}

void ExploreFlow::follow(Session::Changes what) {
    if (m_correcting || m_subject->takes(what))
        return;
    if (what & (Session::Changes(Session::Change::Target) | Session::Change::Score | Session::Change::Panes))
        startWhatDiffers();
    if (what.testFlag(Session::Change::Sigma)) {
        m_engine->holdOff(restAfter);
        askFrame();
        m_rest.start();
    }
}

void ExploreFlow::onSubject() {
    m_explore->forget();
    m_beside->forget();
    m_probe->withdraw();
    m_prefetch->withdraw();
    m_prefetched.clear();
    m_probing = false;
    m_view = {};
    m_view.subject = m_subject->subject();
    Q_EMIT inputChanged();
    startWhatDiffers();
    askFrame();
}

void ExploreFlow::onAbandoned() {
    if (!m_view.explore.state)
        return;
    Choice choice = m_session->choice();
    choice.target = m_view.explore.targetText;
    choice.score = name(m_view.explore.score);
    correct(choice);
}

void ExploreFlow::correct(const Choice& choice) {
    const QScopedValueRollback guard(m_correcting, true);
    m_session->correct(choice);
}

void ExploreFlow::startWhatDiffers() {
    if (!m_view.subject.input)
        return;
    const Choice& choice = m_session->choice();
    for (const std::size_t pane : {std::size_t{0}, std::size_t{1}}) {
        if (pane >= choice.panes.size()) {
            run(pane).forget();
            take(pane);
            tell(pane);
        } else if (!run(pane).isAsked(choice, choice.panes[pane])) {
            start(pane);
        }
    }
}

void ExploreFlow::start(std::size_t pane) {
    // False for words of a figure or of the command line that this model does not know.
    if (!run(pane).start(m_view.subject, m_session->choice(), m_session->choice().panes[pane]))
        return;
    if (pane == 0) {
        m_probe->withdraw();
        m_probing = false;
    }
    m_prefetch->withdraw();
    take(pane);
    tell(pane);
}

// The next of the top classes that has not been asked for since the input or the choice of how changed; its result
// waits in the engine's cache. Only when nothing else is to be done.
void ExploreFlow::prefetch() {
    const RunView& shown = m_view.explore;
    const Subject& subject = m_view.subject;
    if (!subject.input || !shown.state || m_view.exploreActivity.running || m_view.besideActivity.running ||
        m_subject->opening())
        return;
    if (shown.score != m_prefetchScore || !sameComputation(shown.pane, m_prefetchPane)) {
        m_prefetched.clear();
        m_prefetchScore = shown.score;
        m_prefetchPane = shown.pane;
    }
    m_prefetched.insert(shown.target.classes.front().index);
    for (const ClassIndex index : bestClasses(subject.input->classScores.host(), classesPrefetched)) {
        if (m_prefetched.contains(index))
            continue;
        m_prefetched.insert(index);
        RunView next = shown;
        next.target = {{{index, 1.0}}};
        m_prefetch->submit(requestOf(subject, next, shown.state->parameters, shown.state));
        return;
    }
}

void ExploreFlow::onUpdate(std::size_t pane, Status status) {
    const RunView before = pane == 0 ? m_view.explore : m_view.beside;
    take(pane);
    const RunView& now = pane == 0 ? m_view.explore : m_view.beside;
    if (pane == 0 && now.state != before.state) {
        if (now.target != before.target || now.score != before.score)
            m_view.probe.reset();
        const auto path = m_view.path();
        if (path && m_session->choice().sigma > path->path->farEnd()) {
            Choice inside = m_session->choice();
            inside.sigma = path->path->farEnd();
            correct(inside);
        }
        askFrame();
    }
    if (pane == 0 && status != Status::Running && !m_rest.isActive())
        probeIfNeeded();
    tell(pane);
    if (status == Status::Done)
        prefetch();
}

void ExploreFlow::take(std::size_t pane) {
    const RunState& state = run(pane).state();
    (pane == 0 ? m_view.explore : m_view.beside) = state.shown;
    (pane == 0 ? m_view.exploreActivity : m_view.besideActivity) = state.activity;
}

void ExploreFlow::tell(std::size_t pane) {
    if (pane == 0)
        Q_EMIT exploreChanged();
    else
        Q_EMIT besideChanged();
}

void ExploreFlow::askFrame() {
    if (m_view.subject.input)
        m_frames->ask({.input = m_view.subject.input->prepared.z,
                       .axisWeights = m_view.subject.axisWeights(),
                       .path = m_view.path(),
                       .sigma = m_session->choice().sigma});
}

bool ExploreFlow::gradientIsExact() const {
    const double sigma = m_session->choice().sigma;
    if (m_view.probe && m_view.probe->position.value == sigma)
        return true;
    const auto path = m_view.path();
    const auto node = path ? nearestGradient(*path, sigma) : nullptr;
    return node && std::abs(node->position - sigma) < 1e-9;
}

void ExploreFlow::probeIfNeeded() {
    if (!m_view.subject.input || !m_view.explore.state || gradientIsExact())
        return;
    m_probing = true;
    m_probe->submit(ProbeGradient{.model = m_view.subject.model,
                                  .input = m_view.subject.input->prepared.z,
                                  .target = m_view.explore.target,
                                  .score = m_view.explore.score,
                                  .path = {.kind = PathKind::Blur,
                                           .sigmaMax = m_session->choice().sigma,
                                           .axisWeights = m_view.subject.axisWeights()},
                                  .position = {m_session->choice().sigma}});
}

void ExploreFlow::onFailed(std::size_t pane, const Error& error) {
    run(pane).giveBack();
    const RunView shown = run(pane).state().shown;
    Choice choice = m_session->choice();
    const bool fallsBackToTop =
        pane == 0 && !shown.state && choice.target != "top" && error.code() == ErrorCode::Target;
    if (shown.state) {
        choice.target = shown.targetText;
        choice.score = name(shown.score);
        choice.panes[pane] = shown.pane;
        choice.panes[pane].display = m_session->choice().panes.front().display;
    } else if (fallsBackToTop) {
        choice.target = "top";
    } else if (pane == 1) {
        choice.panes.resize(1);
    }
    correct(choice);
    take(pane);
    tell(pane);
    Q_EMIT failed(error);
    if (fallsBackToTop)
        startWhatDiffers();
}

void ExploreFlow::goOn(std::size_t pane) {
    const RunFlow& asked = run(pane);
    if (asked.ranOut()) {
        const Parameters ran = asked.state().shown.state->parameters;
        m_session->edit([&](Choice& choice) { enlargeBudget(choice.panes[pane], ran); });
    } else if (asked.mayGoOn()) {
        start(pane);
    }
}

void ExploreFlow::cancel() {
    m_subject->cancel();
    m_explore->cancel();
    m_beside->cancel();
    m_prefetch->withdraw();
}

} // namespace blurig::ui
