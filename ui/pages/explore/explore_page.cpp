// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/explore_page.h"

#include "core/explain/bulk.h"
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
#include "ui/pages/explore/transport.h"
#include "ui/panels/bar_content.h"
#include "ui/panels/class_picker.h"
#include "ui/panels/crop_panel.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/score_curves.h"
#include "ui/panels/section.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"
#include "ui/widgets/completeness_bar.h"
#include "ui/widgets/scale_chart.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr const char* pageId = "explore";
constexpr Sigma sigmaMaxAtFirst{50.0}; // until the path says where it ends
constexpr int chartHeight = 250;       // px that the chart keeps when the window is low
constexpr double keyStep = 1.0 / 100;  // of the slider's axis

} // namespace

ExplorePage::ExplorePage(const PageHost& host, QWidget* parent)
    : Page(host, pageId, Session::everything(), parent)
    , m_session(host.session)
    , m_flow(host.slider)
    , m_crop(new CropPanel(m_session, this))
    , m_classes(new ClassPicker(m_session, m_flow, this))
    , m_computation(new ComputationPanel(m_session, this))
    , m_display(new DisplayPanel(m_session, tr("the whole map"), this))
    , m_panes(new PaneRow(m_session, this))
    , m_readout(new Readout(m_session, m_panes->linkedView(), this))
    , m_transport(new Transport(m_session, host.actions, this))
    , m_bulkSentence(new QLabel(this))
    , m_goThere(new QToolButton(this))
    , m_chart(new ScaleChart(this))
    , m_completeness(new CompletenessBar(this))
    , m_besideCompleteness(new CompletenessBar(this))
    , m_player(new Player(m_session, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_left(new QSplitter(Qt::Vertical, this))
    , m_centre(new QSplitter(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("explorePage"));
    m_classes->setObjectName(QStringLiteral("classList"));
    m_chart->setObjectName(QStringLiteral("scaleChart"));
    m_completeness->setObjectName(QStringLiteral("completenessBar"));
    m_besideCompleteness->setObjectName(QStringLiteral("besideCompletenessBar"));
    m_besideCompleteness->hide();

    m_columns->addWidget(makeLeftColumn());
    m_columns->addWidget(makeCentre());
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(6);
    column->addWidget(m_columns, 1);
    column->addWidget(m_completeness);
    column->addWidget(m_besideCompleteness);
    restoreLayout();

    connect(m_chart, &ScaleChart::sigmaMoved, m_session, &Session::setSigma);
    connect(m_completeness, &CompletenessBar::goOnRequested, this, [this] { m_flow->goOn(0); });
    connect(m_besideCompleteness, &CompletenessBar::goOnRequested, this, [this] { m_flow->goOn(1); });
    for (const CompletenessBar* bar : {m_completeness, m_besideCompleteness})
        connect(bar, &CompletenessBar::cancelRequested, m_flow, &ExploreFlow::cancel);
    connect(m_computation, &ComputationPanel::baselinePictureWanted, this, &ExplorePage::askForBaseline);
    for (const ImagePane* pane : m_panes->all())
        serve(pane);
    connectFlow();
    connectActions();
    m_player->setSigmaMax(sigmaMaxAtFirst);
    m_transport->setSigmaMax(sigmaMaxAtFirst);
    m_chart->setRange(sigmaMaxAtFirst);
    showInput();
    m_chart->setFocus(); // the arrow keys are the slider from the first moment
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

QWidget* ExplorePage::makeLeftColumn() {
    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeSection(tr("Computed"), m_computation, controls));
    column->addWidget(makeSection(tr("Drawn"), m_display, controls));
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("controlsScroll"));
    scroll->setWidget(controls);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(120);

    m_crop->setMinimumHeight(150);
    m_classes->setMinimumHeight(120);
    m_left->addWidget(m_crop);
    m_left->addWidget(m_classes);
    m_left->addWidget(scroll);
    m_left->setChildrenCollapsible(false);
    m_left->setMinimumWidth(230);
    return m_left;
}

QLayout* ExplorePage::makeBulkLine() {
    m_bulkSentence->setObjectName(QStringLiteral("bulkSentence"));
    m_bulkSentence->setTextFormat(Qt::PlainText);
    m_bulkSentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bulkSentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_bulkSentence->setToolTip(tr("The shaded interval of the chart: the shortest that holds 80 % of what the score "
                                  "changes along the path. It says where the score changes while the picture is "
                                  "sharpened, not which details the model needs"));
    m_goThere->setObjectName(QStringLiteral("goThere"));
    m_goThere->setText(tr("Go there"));
    m_goThere->setToolTip(tr("Moves the slider to the middle of the shaded interval"));
    connect(m_goThere, &QToolButton::clicked, this, [this] {
        if (m_bulk)
            m_session->setSigma({sigmaAtLogScale((logScale(m_bulk->from) + logScale(m_bulk->to)) / 2)});
    });
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_bulkSentence, 1);
    line->addWidget(m_goThere);
    return line;
}

QWidget* ExplorePage::makeCentre() {
    auto* upper = new QWidget(this);
    auto* upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->setSpacing(4);
    upperColumn->addWidget(m_panes, 1);
    upperColumn->addWidget(m_readout);
    auto* lower = new QWidget(this);
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(4);
    lowerColumn->addWidget(m_transport);
    lowerColumn->addLayout(makeBulkLine());
    lowerColumn->addWidget(m_chart, 1);
    m_chart->setMinimumHeight(150);
    m_panes->setMinimumHeight(220);
    m_centre->addWidget(upper);
    m_centre->addWidget(lower);
    m_centre->setChildrenCollapsible(false);
    return m_centre;
}

void ExplorePage::connectActions() {
    Actions* actions = host().actions;
    const auto on = [&](ActionId id, auto&& run) { connect((*actions)[id], &QAction::triggered, this, run); };
    on(finerAction.id, [this] { stepSigma(-keyStep); });
    on(coarserAction.id, [this] { stepSigma(keyStep); });
    on(toPhotoAction.id, [this] { m_session->setSigma({0}); });
    on(toBlurredAction.id, [this] { m_session->setSigma(m_chart->sigmaMax()); });
    on(ActionId::ResetZoom, [this] { m_panes->linkedView()->reset(); });
    on(ActionId::GoOn, [this] { m_flow->goOn(0); });
    on(snapAction.id, [this](bool snap) { m_chart->setSnap(snap); });
    on(besideAction.id, [this](bool beside) { m_computation->setBeside(beside); });
    QAction* play = (*actions)[playAction.id];
    connect(play, &QAction::toggled, this, [this, play](bool playing) {
        playing ? m_player->play() : m_player->stop();
        play->setIconText(playing ? tr("Pause") : tr("Play"));
    });
    connect(m_player, &Player::ended, play, [play] { play->setChecked(false); });
}

void ExplorePage::restoreLayout() {
    m_columns->setObjectName(QStringLiteral("splitterColumns"));
    m_left->setObjectName(QStringLiteral("splitterLeft"));
    m_centre->setObjectName(QStringLiteral("splitterCentre"));
    m_columns->setSizes({280, 1150});
    m_left->setSizes({210, 312, 288});
    m_fitsPanes = host().settings->splitter(m_centre->objectName()).isEmpty();
    connect(m_centre, &QSplitter::splitterMoved, this, [this] { m_fitsPanes = false; });
    connect(m_columns, &QSplitter::splitterMoved, this, &ExplorePage::fitPanes);
    connect(m_panes, &PaneRow::proportionsChanged, this, &ExplorePage::fitPanes);
    keepLayout({m_columns, m_left, m_centre});
}

void ExplorePage::saveLayout() const {
    Page::saveLayout();
    if (m_fitsPanes) // as high as they fit the next time, too
        host().settings->setSplitter(m_centre->objectName(), {});
}

void ExplorePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // After the splitters have their new sizes.
    QTimer::singleShot(0, this, &ExplorePage::fitPanes);
}

void ExplorePage::fitPanes() {
    if (!m_fitsPanes)
        return;
    const int wanted = m_panes->heightForPanes() + m_readout->sizeHint().height() + 8;
    const int most = m_centre->height() - chartHeight;
    m_centre->setSizes({std::min(wanted, most), m_centre->height() - std::min(wanted, most)});
}

void ExplorePage::showInput() {
    const ExploreView& view = m_flow->view();
    m_crop->show(view.subject);
    if (view.subject.model)
        m_computation->showOutput(view.subject.model->card.output);
    m_chart->setCurves({});
    m_chart->setNodes({}, {});
    m_chart->setBulk(0, 0);
    if (view.subject.input) {
        const InputGeometry& geometry = view.subject.input->prepared.geometry;
        m_chart->setOriginalScale(geometry.scaleX());
        m_transport->setOriginalScale(geometry.scaleX(), geometry.scaleY());
    }
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
        const Sigma farEnd{path->path->farEnd()};
        m_chart->setRange(farEnd);
        m_transport->setSigmaMax(farEnd);
        m_player->setSigmaMax(farEnd);
        m_chart->setSigma({m_session->choice().sigma});
        m_chart->setCurves(scoreCurves(*path, view.explore.target, view.subject.model->card, m_classColors));
        const NodeMarks marks = nodeMarks(*path);
        m_chart->setNodes(marks.gradients, marks.forwards);
    }
    showBulk();
    m_chart->setSigma({m_session->choice().sigma});
    m_panes->showRuns(view);
}

void ExplorePage::showBulk() {
    const ExploreView& view = m_flow->view();
    m_bulk = view.explore.state ? bulkOf(*view.explore.state) : std::nullopt;
    m_chart->setBulk(m_bulk ? m_bulk->from : 0, m_bulk ? m_bulk->to : 0);
    m_bulkSentence->setText(m_bulk ? QString::fromStdString(bulkSentence(
                                         *m_bulk, targetName(view.explore.target, view.subject.model->card)))
                                   : QString());
    m_goThere->setEnabled(m_bulk.has_value());
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
    m_chart->setSigma({m_session->choice().sigma});
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
                              run.state ? std::optional(recorded(run.pane, *run.state)) : std::nullopt});
        if (!array.empty())
            view.arrays.emplace(fileWordOf(kind), array);
    }
    view.columns = static_cast<int>(view.panes.size());
    if (shown.subject.input)
        view.arrays.emplace(QStringLiteral("input"), shown.subject.input->prepared.z);
    if (shown.explore.state) {
        view.lines << runLine(shown.explore, shown.exploreActivity, shown.explore.state->method);
        view.arrays.emplace(QStringLiteral("attribution"), shown.explore.state->attribution);
        view.records.emplace(QStringLiteral("record"), runRecord(shown.subject, shown.explore));
    }
    for (const RunView* run : {&shown.explore, &shown.beside})
        if (run->state)
            view.computations.push_back(recorded(run->pane, *run->state));
    if (shown.beside.state)
        view.lines << runLine(shown.beside, shown.besideActivity, shown.beside.state->method);
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
    const double axis = logScale(m_chart->sigmaMax().pixels);
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
