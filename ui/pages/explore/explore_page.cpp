// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/explore_page.h"

#include "core/explain/recorded.h"
#include "core/path/blur_path.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/engine/explore_flow.h"
#include "ui/export/figure_texts.h"
#include "ui/export/run_record.h"
#include "ui/pages/explore/computation_panel.h"
#include "ui/pages/explore/explore_actions.h"
#include "ui/pages/explore/player.h"
#include "ui/pages/explore/readout.h"
#include "ui/pages/explore/scale_dock.h"
#include "ui/panels/bar_content.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/photo_and_classes.h"
#include "ui/panels/section.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"
#include "ui/widgets/completeness_bar.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/scale_chart.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QFileInfo>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr const char* pageId = "explore";
constexpr int dockHeight = 188; // px
constexpr int dockHeightWhereHigh = 212;
constexpr int greatestDockHeight = 340;
constexpr int highWindow = 940;       // of the page
constexpr double keyStep = 1.0 / 100; // of the slider's axis

// Of the run behind a pane that shows a whole map.
QString factsOf(const ExploreView& view, PaneKind kind) {
    const bool beside = kind == PaneKind::Beside;
    const RunView& run = beside ? view.beside : view.explore;
    if (!run.state || (!beside && kind != PaneKind::Accumulated))
        return {};
    return runFacts(run, beside ? view.besideActivity : view.exploreActivity, run.state->method);
}

} // namespace

ExplorePage::ExplorePage(const PageHost& host, QWidget* parent)
    : Page(host, pageId, Session::everything(), parent)
    , m_session(host.session)
    , m_flow(host.slider)
    , m_computation(new ComputationPanel(m_session, this))
    , m_display(new DisplayPanel(m_session, tr("the whole map"), this))
    , m_panes(new ExplorePanes(m_session, this))
    , m_readout(new Readout(m_session, m_panes->linkedView(), this))
    , m_dock(new ScaleDock(m_session, host.actions, this))
    , m_completeness(new CompletenessBar(this))
    , m_besideCompleteness(new CompletenessBar(this))
    , m_player(new Player(m_session, this))
    , m_left(
          new PhotoAndClasses(m_session, m_flow, QStringLiteral("splitterLeft"), QStringLiteral("classList"), this)) {
    setObjectName(QStringLiteral("explorePage"));
    m_completeness->setObjectName(QStringLiteral("completenessBar"));
    m_besideCompleteness->setObjectName(QStringLiteral("besideCompletenessBar"));
    m_besideCompleteness->hide();

    auto* drawers = new DrawerLayout(makeCanvas(), this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, tr("Photo and classes"), m_left));
    drawers->setRight(new Drawer(Drawer::Side::Right, tr("Look and parameters"), makeLook()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    keepLayout({m_left});

    connect(m_completeness, &CompletenessBar::goOnRequested, this, [this] { m_flow->goOn(0); });
    connect(m_besideCompleteness, &CompletenessBar::goOnRequested, this, [this] { m_flow->goOn(1); });
    for (const CompletenessBar* bar : {m_completeness, m_besideCompleteness})
        connect(bar, &CompletenessBar::cancelRequested, m_flow, &ExploreFlow::cancel);
    connect(m_computation, &ComputationPanel::baselinePictureWanted, this, &ExplorePage::askForBaseline);
    for (const ImagePane* pane : m_panes->all())
        serve(pane);
    connectFlow();
    connectActions();
    showInput();
    setFocusProxy(m_dock->chart()); // the arrow keys are the slider from the first moment
    setFocus();
}

void ExplorePage::connectFlow() {
    connect(m_flow, &ExploreFlow::inputChanged, this, &ExplorePage::showInput);
    connect(m_flow, &ExploreFlow::exploreChanged, this, &ExplorePage::showExplore);
    connect(m_flow, &ExploreFlow::besideChanged, this, &ExplorePage::showBeside);
    connect(m_flow, &ExploreFlow::frameChanged, this, &ExplorePage::showFrame);
    for (const auto changed : {&ExploreFlow::inputChanged, &ExploreFlow::exploreChanged, &ExploreFlow::besideChanged,
                               &ExploreFlow::frameChanged})
        connect(m_flow, changed, this, &Page::progressed);
    connect(host().subject, &SubjectFlow::openingChanged, this, &Page::progressed);
    connect(m_display, &DisplayPanel::counted, this, &Page::progressed);
}

void ExplorePage::askForBaseline() {
    const QStringList recent = host().settings->recentPictures();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.front()).absolutePath();
    host().dialogs->ask(FileQuestion::OpenBaseline, folder, window(), [this](const QString& file) {
        m_computation->setBaselinePicture(QFileInfo(file).absoluteFilePath());
    });
}

QWidget* ExplorePage::makeLook() {
    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * sizes::gap);
    column->addWidget(makeSection(tr("Drawn"), m_display, controls));
    column->addWidget(makeSection(tr("Computed"), m_computation, controls));
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("controlsScroll"));
    scroll->setWidget(controls);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

QWidget* ExplorePage::makeCanvas() {
    auto* canvas = new QWidget(this);
    m_dock->setMaximumHeight(greatestDockHeight);
    auto* column = new QVBoxLayout(canvas);
    column->setContentsMargins(sizes::gap, 4, sizes::gap, 4);
    column->setSpacing(4);
    column->addWidget(m_panes);
    column->addWidget(m_readout);
    column->addWidget(m_dock, 1);
    column->addWidget(m_completeness);
    column->addWidget(m_besideCompleteness);
    return canvas;
}

void ExplorePage::connectActions() {
    Actions* actions = host().actions;
    const auto on = [&](ActionId id, auto&& run) { connect((*actions)[id], &QAction::triggered, this, run); };
    on(finerAction.id, [this] { stepSigma(-keyStep); });
    on(coarserAction.id, [this] { stepSigma(keyStep); });
    on(toPhotoAction.id, [this] { m_session->setSigma({0}); });
    on(toBlurredAction.id, [this] { m_session->setSigma(m_dock->chart()->sigmaMax()); });
    on(ActionId::ResetZoom, [this] { m_panes->linkedView()->reset(); });
    on(ActionId::GoOn, [this] { m_flow->goOn(0); });
    on(snapAction.id, [this](bool snap) { m_dock->setSnap(snap); });
    on(besideAction.id, [this](bool beside) { m_computation->setBeside(beside); });
    QAction* play = (*actions)[playAction.id];
    connect(play, &QAction::toggled, this, [this](bool playing) { playing ? m_player->play() : m_player->stop(); });
    connect(m_player, &Player::ended, play, [play] { play->setChecked(false); });
    QAction* column = (*actions)[columnAction.id];
    const bool shown = host().settings->isShown(columnAction.id.word);
    column->setChecked(shown);
    m_panes->setColumnShown(shown);
    connect(column, &QAction::triggered, this, [this](bool wanted) {
        m_panes->setColumnShown(wanted);
        host().settings->setShown(columnAction.id.word, wanted);
    });
}

void ExplorePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    m_dock->setMinimumHeight(height() < highWindow ? dockHeight : dockHeightWhereHigh);
}

void ExplorePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space)
        (*host().actions)[playAction.id]->toggle();
    else
        Page::keyPressEvent(event);
}

void ExplorePage::showInput() {
    const ExploreView& view = m_flow->view();
    m_left->show(view.subject);
    if (view.subject.model)
        m_computation->showOutput(view.subject.model->card.output);
    m_dock->showInput(view);
    m_panes->showInput(view);
    showExplore();
    showBeside();
    m_readout->show(&view);
}

void ExplorePage::showExplore() {
    const ExploreView& view = m_flow->view();
    m_completeness->setContent(exploreBar(view));
    m_display->showValues(view.explore.state && !view.explore.state->noEvidence ? view.explore.state->attribution
                                                                                : Array());
    if (const auto path = view.path()) {
        m_computation->showRun(*view.explore.state);
        m_player->setSigmaMax({path->path->farEnd()});
    }
    m_dock->showExplore(view);
    m_panes->showRuns(view);
}

void ExplorePage::showBeside() {
    const ExploreView& view = m_flow->view();
    m_besideCompleteness->setVisible(m_session->choice().panes.size() > 1);
    m_besideCompleteness->setContent(besideBar(view, m_session->choice()));
    m_panes->showRuns(view);
}

void ExplorePage::showFrame() {
    m_panes->showFrame(m_flow->view());
    m_readout->show(&m_flow->view());
}

void ExplorePage::follow(Session::Changes what) {
    m_dock->followSigma();
    (*host().actions)[besideAction.id]->setChecked(m_session->choice().panes.size() > 1);
    if (what.testFlag(Session::Change::Frame))
        m_panes->showLayout(m_flow->view());
    if (what.testFlag(Session::Change::Display))
        m_panes->showRuns(m_flow->view());
}

bool ExplorePage::settled() const {
    return m_flow->settled() && m_flow->view().explore.state && m_display->settled();
}

void ExplorePage::cancel() {
    m_flow->cancel();
}

View ExplorePage::view() const {
    const ExploreView& shown = m_flow->view();
    View view{.hasResult = shown.frame != nullptr, .title = figureTitle(shown)};
    for (const PaneKind kind : m_panes->visibleKinds()) {
        const Array array = arrayOf(shown, kind);
        const RunView& run = kind == PaneKind::Beside ? shown.beside : shown.explore;
        view.panes.push_back({m_panes->pane(kind), fileWordOf(kind), array,
                              run.state ? std::optional(recorded(run.pane, *run.state)) : std::nullopt,
                              factsOf(shown, kind)});
        if (!array.empty())
            view.arrays.emplace(fileWordOf(kind), array);
    }
    view.chart = m_dock->figureChart(shown);
    if (shown.subject.input)
        view.arrays.emplace(QStringLiteral("input"), shown.subject.input->prepared.z);
    if (shown.explore.state) {
        view.arrays.emplace(QStringLiteral("attribution"), shown.explore.state->attribution);
        view.records.emplace(QStringLiteral("record"), runRecord(shown.subject, shown.explore));
    }
    if (const auto path = shown.path();
        path && isOverSigma(path->path->description().kind) && !path->cells.empty() && !shown.explore.state->noEvidence)
        view.film = FilmContent{.subject = explainedSubject(shown.subject),
                                .target = shown.explore.target,
                                .score = shown.explore.score,
                                .path = path,
                                .display = displayOf(m_session->display(), Reading::Lenient)};
    for (const RunView* run : {&shown.explore, &shown.beside})
        if (run->state)
            view.computations.push_back(recorded(run->pane, *run->state));
    return view;
}

void ExplorePage::putShown(Choice& choice) const {
    const RunView& run = m_flow->view().explore;
    if (!run.state)
        return;
    // Not "top": the figure means this class whatever the model says elsewhere.
    choice.target = run.targetText == "top" && run.target.classes.size() == 1
                        ? indexTarget(run.target.classes.front().index)
                        : run.targetText;
    choice.score = name(run.score);
    choice.panes.front() = recorded(run.pane, *run.state);
    choice.panes.front().display = m_session->choice().panes.front().display;
}

void ExplorePage::stepSigma(double share) {
    const double axis = logScale(m_dock->chart()->sigmaMax().pixels);
    const double position = std::clamp(logScale(m_session->choice().sigma) + share * axis, 0.0, axis);
    m_session->setSigma({position < 1e-9 ? 0.0 : sigmaAtLogScale(position)});
}

PageDescription explorePage() {
    return {.id = pageId,
            .show = showExploreAction,
            .actions = exploreActions,
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new ExplorePage(host, parent); }};
}

} // namespace blurig::ui
