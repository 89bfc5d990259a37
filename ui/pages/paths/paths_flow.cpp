// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/paths/paths_flow.h"

#include "ui/engine/explore_flow.h"

#include <algorithm>

namespace blurig::ui {

namespace {

// One baseline, so that there is one path.
PaneChoice straightChoice(const PathsChoice& choice) {
    PaneChoice pane;
    pane.method = "ig";
    const Method& method = methodById(pane.method);
    pane.parameters.insert_or_assign(keyOf(method, ParameterRole::Start), choice.baseline);
    if (choice.baseline == "random")
        pane.parameters.insert_or_assign(keyOf(method, ParameterRole::StartCount), std::string("1"));
    return pane;
}

} // namespace

PathsFlow::PathsFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_opened(opened)
    , m_run(engine, Urgency::Visible, RunFlow::Keeps::MapsOfTheMethod) {
    connect(session, &Session::changed, this, &PathsFlow::follow);
    connect(session, &Session::partChanged, this, [this](const std::string& page) {
        if (page == "paths")
            startWhatDiffers();
    });
    connect(opened, &ExploreFlow::inputChanged, this, [this] {
        m_run.forget();
        Q_EMIT inputChanged();
        startWhatDiffers();
    });
    connect(opened, &ExploreFlow::exploreChanged, this, &PathsFlow::place);
    connect(opened, &ExploreFlow::frameChanged, this, &PathsFlow::place);
    connect(&m_run, &RunFlow::updated, this, &PathsFlow::place);
    connect(&m_run, &RunFlow::failed, this, &PathsFlow::place);
}

const Subject& PathsFlow::input() const {
    return m_opened->view().subject;
}

bool PathsFlow::settled() const {
    const RunState& run = m_run.state();
    return !run.activity.running && (run.error || !input().input || m_straight.path || !m_blur.path);
}

void PathsFlow::cancel() {
    m_run.cancel();
}

void PathsFlow::follow(Session::Changes what) {
    using Change = Session::Change;
    if (what & (Session::Changes(Change::Target) | Change::Score | Change::Page))
        startWhatDiffers();
}

void PathsFlow::startWhatDiffers() {
    const Choice& choice = m_session->choice();
    if (choice.page == "paths" && input().input) {
        const PaneChoice wanted = straightChoice(choice.paths);
        if (!m_run.isAsked(choice, wanted))
            m_run.start(input(), choice, wanted);
    }
    place();
}

bool PathsFlow::hasOtherPath() const {
    const auto path = m_opened->view().path();
    return path && path->path->description().kind != PathKind::Blur;
}

void PathsFlow::place() {
    const bool shown = m_session->choice().page == "paths";
    if (!shown && !m_blur.path)
        return;
    m_blur = shown ? blurSide() : PathSide();
    m_straight = shown && m_blur.path ? straightSide() : PathSide();
    Q_EMIT changed();
}

// The frame's scale, not the slider's, which may be one frame ahead: picture and score belong together.
PathSide PathsFlow::blurSide() const {
    const ExploreView& view = m_opened->view();
    PathSide side;
    side.run = view.explore;
    const auto path = view.path();
    if (!view.frame || !path || path->nodes.empty() || hasOtherPath() || view.frame->sigma > path->path->farEnd())
        return side;
    side.path = path;
    side.position = {view.frame->sigma};
    side.share = shareOfWay(*path->path, side.position);
    side.picture = view.frame->blurred;
    side.score = tracedScore(*path, side.run.target, side.position);
    side.lastOther = lastOther(*path, side.run.target);
    return side;
}

PathSide PathsFlow::straightSide() const {
    PathSide side;
    const RunState& run = m_run.state();
    side.run = run.shown;
    const auto& state = run.shown.state;
    const bool sameFunction = side.run.target == m_blur.run.target && side.run.score == m_blur.run.score;
    if (run.error || !state || state->paths.empty() || !sameFunction)
        return side;
    side.path = state->paths.front();
    side.share = m_blur.share;
    if (m_session->choice().paths.match == "score") {
        const ScoreMatch match = matchScore(*side.path, m_blur.score.value, m_blur.share);
        side.share = match.share;
        side.scoreReached = match.reached;
    }
    side.position = positionAtShare(*side.path->path, side.share);
    side.picture = side.path->path->point(side.position.value);
    side.score = tracedScore(*side.path, side.run.target, side.position);
    side.lastOther = lastOther(*side.path, side.run.target);
    return side;
}

} // namespace blurig::ui
