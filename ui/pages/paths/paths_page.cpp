// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/paths/paths_page.h"

#include "core/explain/recorded.h"
#include "core/explain/sigma_text.h"
#include "core/methods/baseline.h"
#include "core/model/score_name.h"
#include "ui/engine/explore_flow.h"
#include "ui/export/figure_texts.h"
#include "ui/export/run_record.h"
#include "ui/pages/paths/path_curves.h"
#include "ui/pages/paths/path_pane.h"
#include "ui/pages/paths/path_texts.h"
#include "ui/pages/paths/paths_flow.h"
#include "ui/pages/scale_actions.h"
#include "ui/panels/pane_input.h"
#include "ui/panels/photo_and_classes.h"
#include "ui/panels/score_curves.h"
#include "ui/panels/section.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/linked_view.h"
#include "ui/widgets/scale_chart.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace blurig::ui {

namespace {

constexpr const char* pageId = "paths";

constexpr ActionSpec showAction{.id = {"pathsPage"},
                                .menu = ActionMenu::View,
                                .text = QT_TRANSLATE_NOOP("Actions", "Pa&ths"),
                                .shortcut = "Ctrl+3",
                                .icon = "",
                                .help = QT_TRANSLATE_NOOP("Actions", "Shows the paths of Blur IG and IG side by side")};
constexpr std::array ownActions{snapAction};

Session::Changes followedParts() {
    return Session::Changes(Session::Change::Sigma) | Session::Change::Frame;
}

} // namespace

PathsPage::PathsPage(const PageHost& host, QWidget* parent)
    : Page(host, pageId, followedParts(), parent)
    , m_flow(new PathsFlow(host.session, host.engine, host.slider, this))
    , m_linked(new LinkedView(this))
    , m_baseline(new QComboBox(this))
    , m_match(new QComboBox(this))
    , m_how(new QLabel(this))
    , m_blur(new PathPane(QStringLiteral("pathBlur"), m_linked, this))
    , m_straight(new PathPane(QStringLiteral("pathStraight"), m_linked, this))
    , m_chart(new ScaleChart(this))
    , m_left(new PhotoAndClasses(host.session, host.slider, QStringLiteral("splitterPathsLeft"),
                                 QStringLiteral("pathsClassList"), this))
    , m_centre(new QSplitter(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("pathsPage"));
    m_chart->setObjectName(QStringLiteral("pathsChart"));
    auto* drawers = new DrawerLayout(makeCentre(), this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, tr("Photo and classes"), m_left));
    m_left->addControls(makeControls());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    keepLayout({m_left, m_centre});

    connect(m_chart, &ScaleChart::sigmaMoved, host.session, &Session::setSigma);
    connect(m_flow, &PathsFlow::inputChanged, this, &PathsPage::showInput);
    connect(m_flow, &PathsFlow::changed, this, &PathsPage::showPaths);
    connect(m_flow, &PathsFlow::changed, this, &Page::progressed);
    for (const auto changed : {&ExploreFlow::inputChanged, &ExploreFlow::exploreChanged, &ExploreFlow::frameChanged})
        connect(host.slider, changed, this, &Page::progressed);
    connect(host.subject, &SubjectFlow::openingChanged, this, &Page::progressed);
    connect((*host.actions)[snapAction.id], &QAction::triggered, m_chart, &ScaleChart::setSnap);
    connect((*host.actions)[ActionId::ResetZoom], &QAction::triggered, m_linked, &LinkedView::reset);
    for (const PathPane* pane : {m_blur, m_straight})
        serve(pane->image());
    followPart();
    showInput();
}

void PathsPage::follow(Session::Changes what) {
    if (what.testFlag(Session::Change::Sigma) && isShown())
        m_chart->setSigma({choice().sigma});
    if (what.testFlag(Session::Change::Frame))
        showInput();
}

QWidget* PathsPage::makeControls() {
    m_baseline->setObjectName(QStringLiteral("pathsBaseline"));
    m_baseline->setToolTip(tr("Where the straight path of IG begins"));
    for (const BaselineKind& kind : baselineKinds())
        if (kind.id != "black+white" && kind.id != "own") // one picture, and none to be chosen
            m_baseline->addItem(QString::fromStdString(kind.label), QString::fromStdString(kind.id));
    m_match->setObjectName(QStringLiteral("pathsMatch"));
    m_match->addItem(tr("the same share of the way"), QStringLiteral("position"));
    m_match->addItem(tr("the same score"), QStringLiteral("score"));
    m_how->setTextFormat(Qt::PlainText);
    m_how->setWordWrap(true);
    m_how->setFont(smallFont(font()));
    m_how->setForegroundRole(QPalette::PlaceholderText);
    const auto writes = [this](QComboBox* box, std::string PathsChoice::*member) {
        connect(box, &QComboBox::activated, this, [this, box, member] {
            host().session->edit(
                [&](Choice& choice) { choice.paths.*member = box->currentData().toString().toStdString(); });
        });
    };
    writes(m_baseline, &PathsChoice::baseline);
    writes(m_match, &PathsChoice::match);

    auto* rows = new QWidget(this);
    auto* form = new QFormLayout(rows);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("IG from"), m_baseline);
    form->addRow(tr("Both at"), m_match);
    form->addRow(m_how);
    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeSection(tr("Paths"), rows, controls));
    column->addStretch(1);
    return controls;
}

QWidget* PathsPage::makeCentre() {
    auto* panes = new QWidget(this);
    auto* row = new QHBoxLayout(panes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_blur, 1);
    row->addWidget(m_straight, 1);
    m_chart->setMinimumHeight(150);
    m_centre->setObjectName(QStringLiteral("splitterPathsCentre"));
    m_centre->addWidget(panes);
    m_centre->addWidget(m_chart);
    m_centre->setStretchFactor(0, 1);
    m_centre->setChildrenCollapsible(false);
    m_centre->setContentsMargins(sizes::gap, 4, sizes::gap, 4);
    m_centre->setSizes({600, 220});
    return m_centre;
}

void PathsPage::showInput() {
    const Subject& subject = m_flow->input();
    m_left->show(subject);
    m_linked->reset();
    for (const PathPane* pane : {m_blur, m_straight})
        setPaneInput(*pane->image(), subject, choice().frame == "original" ? FrameKind::Original : FrameKind::Model);
    m_chart->setUnit(QString::fromStdString(sigmaUnit(explainedSubject(subject))));
    if (subject.input)
        m_chart->setOriginalScale(subject.heard ? 0 : subject.input->prepared.geometry.scaleX());
    showPaths();
}

void PathsPage::showPaths() {
    const Subject& subject = m_flow->input();
    if (!subject.input) {
        m_chart->setCurves({});
        m_chart->setNodes({}, {});
        return;
    }
    const PathSide& blur = m_flow->blur();
    if (blur.path) {
        m_blur->show(blur, subject.model->card);
        m_chart->setRange({blur.path->path->farEnd()});
        const NodeMarks marks = nodeMarks(*blur.path);
        m_chart->setNodes(marks.gradients, marks.forwards);
    } else {
        m_blur->showMessage(
            tr("Blur IG"),
            m_flow->hasOtherPath()
                ? tr("The Explore page shows another path: choose Blur IG there, without reference mode")
                : tr("Computing…"),
            {});
    }
    showStraight();
    m_chart->setCurves(pathCurves(blur, m_flow->straight(), palette()));
    m_chart->setSigma({choice().sigma});
}

void PathsPage::showStraight() {
    const PathSide& straight = m_flow->straight();
    const RunState& run = m_flow->straightRun();
    if (straight.path)
        m_straight->show(straight, m_flow->input().model->card);
    else if (run.error)
        m_straight->showMessage(tr("IG"), QString::fromStdString(run.error->what()), {});
    else if (run.activity.cancelled)
        m_straight->showMessage(tr("IG"), tr("Cancelled"), {});
    else
        m_straight->showMessage(tr("IG"), tr("Computing…"), {});
}

void PathsPage::followPart() {
    const PathsChoice& paths = choice().paths;
    m_baseline->setCurrentIndex(m_baseline->findData(QString::fromStdString(paths.baseline)));
    m_match->setCurrentIndex(std::max(0, m_match->findData(QString::fromStdString(paths.match))));
    m_how->setText(matchText(paths));
}

void PathsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPaths();
}

bool PathsPage::settled() const {
    return host().slider->settled() && host().slider->view().explore.state && m_flow->settled();
}

void PathsPage::cancel() {
    m_flow->cancel();
}

View PathsPage::view() const {
    const ExploreView& opened = host().slider->view();
    const PathSide& blur = m_flow->blur();
    const PathSide& straight = m_flow->straight();
    const auto facts = [](const PathSide& side, const Activity& activity) {
        return side.path ? runFacts(side.run, activity, side.run.state->method) : QString();
    };
    View view{
        .hasResult = blur.path != nullptr,
        .title = figureTitle(opened),
        .panes = {{m_blur->image(), QStringLiteral("blur-path"), blur.picture, {}, facts(blur, opened.exploreActivity)},
                  {m_straight->image(),
                   QStringLiteral("ig-path"),
                   straight.picture,
                   {},
                   facts(straight, m_flow->straightRun().activity)}},
        .remarks = {matchText(choice().paths)}};
    if (blur.path)
        view.chart =
            FigureChart{.title = tr("Scores along both paths"),
                        .score = QString::fromStdString(scoreName(blur.run.score, opened.subject.model->card.output)),
                        .sigmaMax = blur.path->path->farEnd(),
                        .sigma = choice().sigma,
                        .curves = pathCurves(blur, straight, figurePalette()),
                        .gradientSigmas = nodeMarks(*blur.path).gradients};
    if (opened.subject.input)
        view.arrays.emplace(QStringLiteral("input"), opened.subject.input->prepared.z);
    for (const PathSide* side : {&blur, &straight}) {
        if (!side->path)
            continue;
        const QString word = QString::fromStdString(side->run.pane.method);
        view.arrays.emplace(word, side->picture);
        view.records.emplace(word, runRecord(opened.subject, side->run));
        view.computations.push_back(recorded(side->run.pane, *side->run.state));
    }
    return view;
}

PageDescription pathsPage() {
    return {.id = pageId,
            .show = showAction,
            .actions = ownActions,
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new PathsPage(host, parent); }};
}

} // namespace blurig::ui
