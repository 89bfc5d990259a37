// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/paths/paths_page.h"

#include "core/methods/baseline.h"
#include "ui/actions/actions.h"
#include "ui/pages/explore/explore_flow.h"
#include "ui/pages/explore/score_curves.h"
#include "ui/pages/paths/path_curves.h"
#include "ui/pages/paths/path_pane.h"
#include "ui/pages/paths/path_texts.h"
#include "ui/panels/class_picker.h"
#include "ui/panels/crop_panel.h"
#include "ui/panels/pane_input.h"
#include "ui/panels/section.h"
#include "ui/session/settings.h"
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

namespace blurig::ui {

PathsPage::PathsPage(Session* session, PathsFlow* flow, ExploreFlow* opened, Actions* actions, Settings* settings,
                     QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_flow(flow)
    , m_settings(settings)
    , m_linked(new LinkedView(this))
    , m_crop(new CropPanel(session, this))
    , m_baseline(new QComboBox(this))
    , m_match(new QComboBox(this))
    , m_how(new QLabel(this))
    , m_blur(new PathPane(QStringLiteral("pathBlur"), m_linked, this))
    , m_straight(new PathPane(QStringLiteral("pathStraight"), m_linked, this))
    , m_chart(new ScaleChart(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_left(new QSplitter(Qt::Vertical, this))
    , m_centre(new QSplitter(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("pathsPage"));
    m_chart->setObjectName(QStringLiteral("pathsChart"));
    m_columns->setObjectName(QStringLiteral("splitterPaths"));
    m_columns->addWidget(makeLeftColumn(opened));
    m_columns->addWidget(makeCentre());
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setSizes({280, 1150});
    for (QSplitter* splitter : {m_columns, m_left, m_centre})
        splitter->restoreState(m_settings->splitter(splitter->objectName()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->addWidget(m_columns);

    connect(m_chart, &ScaleChart::sigmaMoved, session, &Session::setSigma);
    connect(flow, &PathsFlow::inputChanged, this, &PathsPage::showInput);
    connect(flow, &PathsFlow::changed, this, &PathsPage::showPaths);
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        if (what.testFlag(Session::Change::Paths))
            followSession();
        if (what.testFlag(Session::Change::Sigma) && m_session->choice().page == "paths")
            m_chart->setSigma(m_session->choice().sigma);
        if (what.testFlag(Session::Change::Frame))
            showInput();
    });
    connect((*actions)[ActionId::Snap], &QAction::triggered, m_chart, &ScaleChart::setSnap);
    connect((*actions)[ActionId::ResetZoom], &QAction::triggered, m_linked, &LinkedView::reset);
    followSession();
    showInput();
}

QWidget* PathsPage::makeLeftColumn(ExploreFlow* opened) {
    m_left->setObjectName(QStringLiteral("splitterPathsLeft"));
    m_crop->setMinimumHeight(120);
    auto* classes = new ClassPicker(m_session, opened, this);
    classes->setObjectName(QStringLiteral("pathsClassList"));
    classes->setMinimumHeight(100);
    m_left->addWidget(m_crop);
    m_left->addWidget(classes);
    m_left->addWidget(makeControls());
    m_left->setChildrenCollapsible(false);
    m_left->setMinimumWidth(230);
    m_left->setSizes({210, 400, 200});
    return m_left;
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
            m_session->edit(
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
    m_centre->setSizes({600, 220});
    return m_centre;
}

std::vector<const ImagePane*> PathsPage::images() const {
    return {m_blur->image(), m_straight->image()};
}

void PathsPage::showInput() {
    const Subject& subject = m_flow->input();
    m_crop->show(subject);
    m_linked->reset();
    for (const PathPane* pane : {m_blur, m_straight})
        setPaneInput(*pane->image(), subject,
                     m_session->choice().frame == "original" ? FrameKind::Original : FrameKind::Model);
    if (subject.input)
        m_chart->setOriginalScale(subject.input->prepared.geometry.scaleX());
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
        m_blur->show(blur, subject.model->card());
        m_chart->setRange(blur.path->path->farEnd());
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
    m_chart->setSigma(m_session->choice().sigma);
}

void PathsPage::showStraight() {
    const PathSide& straight = m_flow->straight();
    const RunState& run = m_flow->straightRun();
    if (straight.path)
        m_straight->show(straight, m_flow->input().model->card());
    else if (run.error)
        m_straight->showMessage(tr("IG"), QString::fromStdString(run.error->what()), {});
    else if (run.activity.cancelled)
        m_straight->showMessage(tr("IG"), tr("Cancelled"), {});
    else
        m_straight->showMessage(tr("IG"), tr("Computing…"), {});
}

void PathsPage::followSession() {
    const PathsChoice& choice = m_session->choice().paths;
    m_baseline->setCurrentIndex(m_baseline->findData(QString::fromStdString(choice.baseline)));
    m_match->setCurrentIndex(std::max(0, m_match->findData(QString::fromStdString(choice.match))));
    m_how->setText(matchText(choice));
}

void PathsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPaths();
}

void PathsPage::saveLayout() const {
    for (const QSplitter* splitter : {m_columns, m_left, m_centre})
        m_settings->setSplitter(splitter->objectName(), splitter->saveState());
}

} // namespace blurig::ui
