// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/scales_flow.h"

#include "core/model/compute_scope.h"
#include "core/path/accumulation.h"
#include "core/path/bulk.h"
#include "core/scales/split_paths.h"
#include "ui/engine/explore_flow.h"

#include <QCoreApplication>

#include <array>
#include <numeric>

namespace blurig::ui {

namespace {

enum Place : std::size_t { blurPlace, straightPlace, gradientPlace };

constexpr std::size_t topClasses = 5;

PaneChoice straightPane() {
    PaneChoice pane;
    pane.method = "ig";
    pane.parameters.insert_or_assign(keyOf(methodById(pane.method), ParameterRole::Start), std::string("black"));
    return pane;
}

PaneChoice gradientPane() {
    PaneChoice pane;
    pane.method = "gradient";
    return pane;
}

std::vector<MethodOctaves> methodsToSplit() {
    const auto text = [](const char* words) { return QCoreApplication::translate("Scales", words); };
    return {{"blur-ig", text("Blur IG"), {}},
            {"ig", text("IG from black"), {}},
            {"gradient-x-input", text("Gradient × input"), {}}};
}

double sumOf(const Array& map) {
    const auto values = map.host();
    return std::accumulate(values.begin(), values.end(), 0.0);
}

// Splits on a thread of its own; why not, in words.
MethodOctaves splitOf(MethodOctaves method, const std::vector<std::shared_ptr<const PathState>>& paths,
                      const std::stop_token& stop) {
    const ComputeScope scope(1);
    Sink sink;
    try {
        method.split = std::make_shared<const OctaveSplit>(octaveSplit(paths, {}, sink, stop));
    } catch (const Cancelled&) { // nobody waits for it any more
    } catch (const Error& error) {
        method.why = QString::fromStdString(error.what());
    }
    return method;
}

} // namespace

ScalesFlow::ScalesFlow(Session* session, EngineAdapter* engine, ExploreFlow* opened, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_opened(opened)
    , m_straight(engine, Urgency::Visible, RunFlow::Keeps::MapsOfTheMethod)
    , m_gradient(engine, Urgency::Visible, RunFlow::Keeps::MapsOfTheMethod)
    , m_labels(engine, Urgency::Visible)
    , m_straightLabels(engine, Urgency::Visible)
    , m_measuring(engine) {
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        if (!what.testFlag(Session::Change::Page))
            return;
        follow();
        askBands(); // they may have changed elsewhere
    });
    connect(session, &Session::partChanged, this, [this](const std::string& page) {
        if (page == scalesPageId)
            askBands();
    });
    connect(opened, &ExploreFlow::inputChanged, this, [this] {
        forget();
        m_measuring.forget();
        Q_EMIT inputChanged();
        follow();
    });
    connect(opened, &ExploreFlow::exploreChanged, this, &ScalesFlow::follow);
    connect(&m_straight, &RunFlow::updated, this, [this] { splitRun(straightPlace); });
    connect(&m_gradient, &RunFlow::updated, this, [this] { splitRun(gradientPlace); });
    for (const auto& [run, place] : {std::pair(&m_straight, straightPlace), std::pair(&m_gradient, gradientPlace)})
        connect(run, &RunFlow::failed, this, [this, at = place](const Error& error) {
            if (m_view.octaves.size() > at)
                m_view.octaves[at].why = QString::fromStdString(error.what());
            Q_EMIT changed();
        });
    connect(&m_labels, &LaneFollower::updated, this, &ScalesFlow::followLabels);
    connect(&m_labels, &LaneFollower::failed, this, [this](const Error& error) {
        m_tracing = false;
        m_view.labelsWhy = QString::fromStdString(error.what());
        Q_EMIT changed();
    });
    connect(&m_straightLabels, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (!ended(snapshot->status))
            return;
        m_tracingStraight = false;
        if (const auto* found = answerOf<std::shared_ptr<const Evolution>>(*snapshot))
            m_view.straightEvolution = *found;
        Q_EMIT changed();
    });
    connect(&m_straightLabels, &LaneFollower::failed, this, [this](const Error&) { // Blur IG's says why
        m_tracingStraight = false;
        Q_EMIT changed();
    });
    connect(&m_measuring, &OctaveMeasuring::changed, this, [this] {
        m_view.measured = m_measuring.known();
        Q_EMIT changed();
    });
}

bool ScalesFlow::isShown() const {
    return m_session->choice().page == scalesPageId;
}

bool ScalesFlow::settled() const {
    if (!m_view.path)
        return !m_view.why.isEmpty();
    const bool split = std::ranges::all_of(
        m_view.octaves, [](const MethodOctaves& method) { return method.split || !method.why.isEmpty(); });
    return split && !m_tracing && !m_tracingStraight && !m_measuring.running() && !m_analysis.running() &&
           !m_bands.running();
}

void ScalesFlow::cancel() {
    m_straight.cancel();
    m_gradient.cancel();
    m_labels.cancel();
    m_straightLabels.cancel();
    m_measuring.cancel();
}

void ScalesFlow::forget() {
    for (LatestTask* task : {&m_analysis, &m_ofStraight, &m_ofGradient, &m_bands})
        task->forget();
    m_straight.forget();
    m_gradient.forget();
    m_labels.withdraw();
    m_straightLabels.withdraw();
    m_accumulation.reset();
    m_tracing = m_tracingStraight = m_bandsAgain = false;
    m_view = {};
}

void ScalesFlow::follow() {
    if (!isShown())
        return;
    const ExploreView& shown = m_opened->view();
    const auto path = shown.path();
    const bool overSigma = path && isOverSigma(path->path->description().kind);
    const bool stands = shown.explore.state && !shown.exploreActivity.running;
    const bool ended = stands && shown.explore.state->ending != Ending::Running;
    if (!shown.subject.input || !overSigma || !ended || shown.explore.state->noEvidence || path->cells.empty()) {
        const bool had = m_view.path != nullptr;
        if (had) {
            forget();
            m_measuring.forget();
        }
        m_view.subject = shown.subject;
        m_view.why = !shown.subject.input ? QString()
                     : shown.explore.state && shown.explore.state->noEvidence
                         ? tr("The map holds no evidence: see Explore for why, and for a score that does")
                     : stands && !overSigma
                         ? tr("The map of the Explore page has no path over scales: choose Blur IG there")
                     : stands && !ended ? tr("The map of the Explore page was cancelled: let it go on there")
                                        : QString();
        Q_EMIT changed();
        return;
    }
    if (path != m_view.path)
        takePath();
}

void ScalesFlow::takePath() {
    const ExploreView& shown = m_opened->view();
    const bool sameQuestion = m_view.path && m_view.run.target == shown.explore.target;
    forget();
    m_view.subject = shown.subject;
    m_view.run = shown.explore;
    m_view.path = shown.path();
    if (!sameQuestion) // what was measured does not rest on the path
        m_measuring.forget();
    m_view.measured = m_measuring.known();
    m_view.octaves = methodsToSplit();
    m_accumulation = std::make_shared<Accumulation>(m_view.path);
    analyse();
    traceLabels();
    startRuns();
    askBands();
    Q_EMIT changed();
}

void ScalesFlow::analyse() {
    m_analysis.run([this, path = m_view.path, z = m_view.subject.input->prepared.z,
                    method = m_view.octaves[blurPlace]](const std::stop_token& stop) -> BackgroundThread::Completion {
        const ComputeScope scope(1);
        auto density = scaleDensity(*path);
        MethodOctaves octaves = splitOf(method, {path}, stop);
        auto parts = std::make_shared<const OctaveParts>(octaveParts(z, path->path->description().axisWeights));
        return [this, density = std::move(density), octaves = std::move(octaves), parts = std::move(parts)] {
            m_view.density = density;
            m_view.octaves[blurPlace] = octaves;
            m_view.parts = parts;
            Q_EMIT changed();
        };
    });
}

void ScalesFlow::startRuns() {
    const Choice& choice = m_session->choice();
    m_straight.start(m_view.subject, choice, straightPane());
    m_gradient.start(m_view.subject, choice, gradientPane());
}

void ScalesFlow::splitRun(std::size_t place) {
    const RunState& run = (place == straightPlace ? m_straight : m_gradient).state();
    if (!m_view.path || run.activity.running || !run.shown.state || m_view.octaves[place].split)
        return;
    if (!(run.shown.target == m_view.run.target) || run.shown.score != m_view.run.score)
        return; // a newer question is on its way
    if (run.shown.state->ending == Ending::Running) {
        m_view.octaves[place].why = tr("Cancelled");
        Q_EMIT changed();
        return;
    }
    if (place == straightPlace)
        traceStraightLabels(*run.shown.state);
    LatestTask& task = place == straightPlace ? m_ofStraight : m_ofGradient;
    task.run([this, place, state = run.shown.state, z = m_view.subject.input->prepared.z,
              method = m_view.octaves[place]](const std::stop_token& stop) -> BackgroundThread::Completion {
        auto paths = state->paths;
        if (place == gradientPlace)
            paths = {oneNodePath(z, state->attribution)};
        MethodOctaves octaves = splitOf(method, paths, stop);
        return [this, place, octaves = std::move(octaves)] {
            m_view.octaves[place] = octaves;
            Q_EMIT changed();
        };
    });
}

// The newest bands only: while a task runs, what changes is asked for at its end, so that a drag shows every result.
void ScalesFlow::askBands() {
    if (!isShown() || !m_view.path)
        return;
    if (m_bands.running()) {
        m_bandsAgain = true;
        return;
    }
    const ScalesChoice part = scalesChoiceOf(m_session->choice());
    std::optional<ScaleBand> band = part.band;
    if (!band)
        if (const auto bulk = bulkInterval(*m_view.path))
            band = ScaleBand{bulk->from, bulk->to};
    const double end = m_view.path->path->farEnd();
    const auto within = [end](std::optional<ScaleBand> asked) {
        if (asked && asked->from < end)
            return std::optional(ScaleBand{asked->from, std::min(asked->to, end)});
        return std::optional<ScaleBand>();
    };
    m_bands.run([this, path = m_view.path, accumulation = m_accumulation, first = within(band),
                 second = within(part.second), regions = part.regions, known = m_view.regions, knownFirst = m_view.band,
                 knownSecond = m_view.second](const std::stop_token&) -> BackgroundThread::Completion {
        const ComputeScope scope(1);
        const auto mapOf = [&](const std::optional<ScaleBand>& asked, const std::optional<BandMap>& before) {
            if (!asked || (before && before->band == *asked))
                return asked ? before : std::nullopt;
            BandMap made{.band = *asked, .map = accumulation->between(asked->from, asked->to)};
            made.sum = sumOf(made.map);
            return std::optional(made);
        };
        auto a = mapOf(first, knownFirst);
        auto b = mapOf(second, knownSecond);
        std::vector<RegionMasses> masses;
        for (const PixelRegion& region : regions) {
            const auto same = std::ranges::find(known, region, &RegionMasses::region);
            masses.push_back(same != known.end() ? *same : RegionMasses{region, regionMasses(*path, region)});
        }
        return [this, a = std::move(a), b = std::move(b), masses = std::move(masses)] {
            m_view.band = a;
            m_view.second = b;
            m_view.regions = masses;
            Q_EMIT bandsChanged();
            if (std::exchange(m_bandsAgain, false))
                askBands();
        };
    });
}

void ScalesFlow::traceLabels() {
    m_tracing = true;
    m_labels.submit(TraceLabels{.model = m_view.subject.model,
                                .parameters = m_view.run.state->parameters,
                                .path = m_view.path,
                                .target = m_view.run.target,
                                .score = m_view.run.score,
                                .top = topClasses});
}

// The same question of the other path, matched by its own places.
void ScalesFlow::traceStraightLabels(const MethodState& straight) {
    if (m_tracingStraight || m_view.straightEvolution || straight.paths.empty())
        return;
    m_tracingStraight = true;
    m_straightLabels.submit(TraceLabels{.model = m_view.subject.model,
                                        .parameters = straight.parameters,
                                        .path = straight.paths.front(),
                                        .target = m_view.run.target,
                                        .score = m_view.run.score,
                                        .top = topClasses});
}

void ScalesFlow::followLabels(const SharedSnapshot& snapshot) {
    if (!ended(snapshot->status))
        return;
    m_tracing = false;
    if (const auto* found = answerOf<std::shared_ptr<const Evolution>>(*snapshot))
        m_view.evolution = *found;
    Q_EMIT changed();
}

void ScalesFlow::measureRemoval() {
    if (m_view.path)
        m_measuring.measureRemoval({.model = m_view.subject.model,
                                    .input = m_view.subject.input->prepared.z,
                                    .axisWeights = m_view.path->path->description().axisWeights,
                                    .target = m_view.run.target});
}

void ScalesFlow::measureShapley() {
    if (m_view.path)
        m_measuring.measureShapley({.model = m_view.subject.model,
                                    .input = m_view.subject.input->prepared.z,
                                    .axisWeights = m_view.path->path->description().axisWeights,
                                    .target = m_view.run.target});
}

} // namespace blurig::ui
