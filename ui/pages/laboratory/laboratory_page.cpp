// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/laboratory/laboratory_page.h"

#include "core/scales/axioms_report.h"
#include "core/scales/test_signal.h"
#include "ui/engine/explore_flow.h"
#include "ui/pages/laboratory/axioms_panel.h"
#include "ui/pages/laboratory/extrema_marker.h"
#include "ui/pages/laboratory/laboratory_flow.h"
#include "ui/pages/laboratory/laboratory_texts.h"
#include "ui/pages/laboratory/signal_chart.h"
#include "ui/panels/pane_input.h"
#include "ui/panels/photo_and_classes.h"
#include "ui/panels/section.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/linked_view.h"
#include "ui/widgets/theme.h"

#include <nlohmann/json.hpp>
#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace blurig::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto frameInterval = 80ms; // of playing

constexpr ActionSpec showAction{
    .id = {"laboratoryPage"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Laboratory"),
    .shortcut = "Ctrl+5",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Shows why blur: what appears and what grows on three paths")};

constexpr std::array paneWords{"blur", "straight-to-black", "straight-to-noise"};

QLabel* words(const QString& objectName, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

Json wayJson(CausalityPath kind, const CausalityWay& way) {
    Json places = Json::array();
    for (const SignalPlace& place : way.signal->places) {
        const auto count = [&place](auto counted) { return std::ranges::count_if(place.extrema, counted); };
        places.push_back({{kind == CausalityPath::Blur ? "sigma" : "1 - alpha", place.position},
                          {"extrema", place.extrema.size()},
                          {"appeared", count(&FollowedExtremum::created)},
                          {"grow", count(&FollowedExtremum::enhanced)},
                          {"die", count(&FollowedExtremum::dies)}});
    }
    return {{"places", std::move(places)},
            {"appeared", way.signal->created()},
            {"grow", way.signal->enhanced()},
            {"picture_extrema", way.pictures.extrema},
            {"picture_grow", way.pictures.enhanced}};
}

} // namespace

LaboratoryPage::LaboratoryPage(const PageHost& host, QWidget* parent)
    : Page(host, laboratoryPageId, Session::Changes(Session::Change::Page), parent)
    , m_flow(new LaboratoryFlow(host.session, host.slider, this))
    , m_linked(new LinkedView(this))
    , m_left(new PhotoAndClasses(host.session, host.slider, QStringLiteral("splitterLaboratoryLeft"),
                                 QStringLiteral("laboratoryClassList"), this))
    , m_axioms(new AxiomsPanel(host.engine, host.slider, this))
    , m_signal(new QComboBox(this))
    , m_row(new QSpinBox(this))
    , m_seed(new QSpinBox(this))
    , m_step(new QSlider(Qt::Horizontal, this))
    , m_play(new QPushButton(tr("Play"), this)) {
    setObjectName(QStringLiteral("laboratoryPage"));
    m_left->addControls(makeControls());
    auto* centre = new QWidget(this);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(2 * sizes::gap);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        columns->addWidget(makeColumn(i), 1);
    auto* explained = words(QStringLiteral("laboratoryExplained"), centre);
    explained->setText(causalityExplained());
    explained->setFont(smallFont(font()));
    explained->setForegroundRole(QPalette::PlaceholderText);
    auto* rows = new QVBoxLayout(centre);
    rows->setContentsMargins(sizes::gap, sizes::gap, sizes::gap, sizes::gap);
    rows->setSpacing(sizes::gap);
    rows->addLayout(columns, 1);
    rows->addWidget(makeTransport());
    rows->addWidget(explained);
    auto* drawers = new DrawerLayout(centre, this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, tr("Photo and classes"), m_left));
    drawers->setRight(new Drawer(Drawer::Side::Right, tr("Axioms"), m_axioms));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    keepLayout({m_left});
    connectControls();
    followPart();
    showInput();
}

QWidget* LaboratoryPage::makeControls() {
    m_signal->setObjectName(QStringLiteral("laboratorySignal"));
    const std::array labels{std::pair(name(TestSignal::Parabola), tr("x² + 1")),
                            std::pair(name(TestSignal::Step), tr("step")),
                            std::pair(name(TestSignal::Noise), tr("noise"))};
    for (const auto& [word, label] : labels)
        m_signal->addItem(label, QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    m_signal->addItem(tr("row of the photo"), QString::fromLatin1(LaboratoryChoice::rowSignal));
    m_signal->addItem(tr("drawn"), QString::fromLatin1(LaboratoryChoice::drawnSignal));
    m_signal->setToolTip(tr("What runs along the three paths. Drag on a chart to draw a signal of your own"));
    m_row->setObjectName(QStringLiteral("laboratoryRow"));
    m_row->setKeyboardTracking(false);
    m_seed->setObjectName(QStringLiteral("laboratorySeed"));
    m_seed->setRange(0, 9999);
    m_seed->setKeyboardTracking(false);
    m_seed->setToolTip(tr("Seed of the noise, as signal and as far end of the third path"));
    auto* rows = new QWidget(this);
    auto* form = new QFormLayout(rows);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Signal"), m_signal);
    form->addRow(tr("Row"), m_row);
    form->addRow(tr("Seed"), m_seed);
    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeSection(tr("Laboratory"), rows, controls));
    column->addStretch(1);
    return controls;
}

QWidget* LaboratoryPage::makeColumn(std::size_t index) {
    const QString word = QString::fromLatin1(paneWords[index]);
    auto* part = new QWidget(this);
    Column& column = m_columns[index];
    auto* title = new QLabel(pathTitle(causalityPaths[index]), part);
    title->setFont(labelFont(font()));
    column.position = new QLabel(part);
    column.position->setObjectName(QStringLiteral("position-") + word);
    column.position->setFont(numberFont(smallFont(font())));
    column.position->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(column.position);
    column.chart = new SignalChart(part);
    column.chart->setObjectName(QStringLiteral("signal-") + word);
    column.chart->setToolTip(tr("Dotted: the signal at the input. Circles: local extrema; crosses: those that die "
                                "next; triangles: those that grow here; diamonds: those that have appeared. Drag to "
                                "draw another signal"));
    column.verdict = words(QStringLiteral("verdict-") + word, part);
    column.counts = words(QStringLiteral("counts-") + word, part);
    column.counts->setFont(smallFont(font()));
    column.counts->setForegroundRole(QPalette::PlaceholderText);
    column.counts->setMinimumHeight(2 * QFontMetrics(column.counts->font()).lineSpacing() + 2);
    column.pane = new ImagePane(m_linked, part);
    column.pane->setObjectName(QStringLiteral("laboratory-") + word);
    column.pane->setInfo(tr("The mean over the photo's channels at this place of the path, with its local extrema of "
                            "eight neighbours: triangles grow to first order, rings do not"));
    column.marker = new ExtremaMarker(column.pane, m_linked);
    serve(column.pane);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(head);
    rows->addWidget(column.chart, 2);
    rows->addWidget(column.verdict);
    rows->addWidget(column.counts);
    rows->addWidget(column.pane, 3);
    return part;
}

QWidget* LaboratoryPage::makeTransport() {
    m_step->setObjectName(QStringLiteral("laboratoryStep"));
    m_step->setRange(0, laboratorySteps);
    m_step->setPageStep(8);
    m_step->setAccessibleName(tr("Place on the paths"));
    m_step->setToolTip(tr("From the input to the far end of each path: even in ln(1 + σ/0.5), and in α"));
    m_play->setObjectName(QStringLiteral("laboratoryPlay"));
    m_play->setCheckable(true);
    m_timer.setInterval(frameInterval);
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(sizes::gap);
    row->addWidget(m_play);
    row->addWidget(new QLabel(tr("input"), part));
    row->addWidget(m_step, 1);
    row->addWidget(new QLabel(tr("far end"), part));
    return part;
}

void LaboratoryPage::connectControls() {
    connect(m_signal, &QComboBox::activated, this, [this] {
        edit([this](LaboratoryChoice& part) { part.signal = m_signal->currentData().toString().toStdString(); });
    });
    connect(m_row, &QSpinBox::valueChanged, this,
            [this](int row) { edit([row](LaboratoryChoice& part) { part.row = row; }); });
    connect(m_seed, &QSpinBox::valueChanged, this,
            [this](int seed) { edit([seed](LaboratoryChoice& part) { part.seed = seed; }); });
    connect(m_step, &QSlider::valueChanged, this, [this](int step) {
        edit([step](LaboratoryChoice& part) { part.step = step; }, !m_step->isSliderDown() && !m_play->isChecked());
    });
    connect(m_play, &QPushButton::toggled, this, [this](bool plays) {
        m_play->setText(plays ? tr("Pause") : tr("Play"));
        if (!plays) {
            m_timer.stop();
            return;
        }
        if (m_step->value() == laboratorySteps)
            m_step->setValue(0);
        m_timer.start();
    });
    connect(&m_timer, &QTimer::timeout, this, &LaboratoryPage::playStep);
    for (const Column& column : m_columns)
        connect(column.chart, &SignalChart::drawn, this, [this](const std::vector<float>& values, bool begins) {
            edit(
                [&values](LaboratoryChoice& part) {
                    part.signal = LaboratoryChoice::drawnSignal;
                    part.drawn = values;
                },
                begins);
        });
    connect(m_flow, &LaboratoryFlow::inputChanged, this, &LaboratoryPage::showInput);
    connect(m_flow, &LaboratoryFlow::changed, this, &LaboratoryPage::showAll);
    connect(m_flow, &LaboratoryFlow::changed, this, &Page::progressed);
    connect(m_axioms, &AxiomsPanel::changed, this, &Page::progressed);
    connect(host().slider, &ExploreFlow::exploreChanged, this, &Page::progressed);
    connect((*host().actions)[ActionId::ResetZoom], &QAction::triggered, m_linked, &LinkedView::reset);
}

void LaboratoryPage::playStep() {
    if (m_step->value() == laboratorySteps)
        m_play->setChecked(false);
    else
        m_step->setValue(m_step->value() + 1);
}

void LaboratoryPage::hideEvent(QHideEvent* event) {
    m_play->setChecked(false);
    Page::hideEvent(event);
}

void LaboratoryPage::edit(const std::function<void(LaboratoryChoice&)>& change, bool step) {
    Choice next = choice();
    LaboratoryChoice part = laboratoryChoiceOf(next);
    change(part);
    setLaboratoryChoice(next, part);
    if (step)
        host().session->apply(std::move(next));
    else
        host().session->correct(std::move(next)); // the rest of a drag belongs to its first step
}

void LaboratoryPage::follow(Session::Changes /*what*/) {
    if (isShown())
        showAll();
}

void LaboratoryPage::followPart() {
    m_part = laboratoryChoiceOf(choice());
    showControls();
    showAll();
}

void LaboratoryPage::showControls() {
    const QSignalBlocker row(m_row);
    const QSignalBlocker seed(m_seed);
    const QSignalBlocker step(m_step);
    const auto& input = host().slider->view().subject.input;
    const int height = input ? static_cast<int>(input->prepared.z.height()) : 0;
    m_signal->setCurrentIndex(std::max(0, m_signal->findData(QString::fromStdString(m_part.signal))));
    m_row->setRange(0, std::max(0, height - 1));
    m_row->setValue(m_part.row < 0 ? height / 2 : m_part.row);
    m_row->setEnabled(input && m_part.signal == LaboratoryChoice::rowSignal);
    m_seed->setValue(m_part.seed);
    m_step->setValue(m_part.step);
}

void LaboratoryPage::showInput() {
    const Subject& subject = host().slider->view().subject;
    m_left->show(subject);
    m_linked->reset();
    for (const Column& column : m_columns)
        setPaneInput(*column.pane, subject, FrameKind::Model);
    showControls();
    showAll();
}

void LaboratoryPage::showAll() {
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        showColumn(i);
}

void LaboratoryPage::showColumn(std::size_t index) {
    const Column& column = m_columns[index];
    const CausalityWay& way = m_flow->ways()[index];
    column.chart->setStep(m_part.step);
    if (way.signal) {
        column.chart->setWay(way.signal, m_flow->signal().layout().range);
        const auto at = std::min(static_cast<std::size_t>(m_part.step), way.signal->places.size() - 1);
        column.position->setText(positionWords(causalityPaths[index], way.signal->places[at].position));
        column.verdict->setText(verdict(*way.signal));
        column.counts->setText(signalWords(*way.signal, m_part.step));
    }
    column.marker->setExtrema(way.extrema);
    column.pane->setTitle(pathTitle(causalityPaths[index]));
    if (way.picture.empty()) {
        column.pane->setCaption({});
        if (host().slider->view().subject.input)
            column.pane->showWaiting(tr("Computing…"));
        return;
    }
    column.pane->setCaption(pictureWords(way));
    column.pane->showInput(way.picture);
}

bool LaboratoryPage::settled() const {
    return host().slider->settled() && m_flow->settled() && !m_axioms->running();
}

void LaboratoryPage::cancel() {
    m_play->setChecked(false);
    m_axioms->cancel();
}

View LaboratoryPage::view() const {
    View view{.hasResult = true, .title = tr("Causality of three paths")};
    Json paths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const CausalityWay& way = m_flow->ways()[i];
        if (!way.signal || way.picture.empty()) {
            view.hasResult = false;
            continue;
        }
        const QString word = QString::fromLatin1(paneWords[i]);
        view.panes.push_back({m_columns[i].pane, word, way.picture});
        view.arrays.emplace(word, way.picture);
        view.remarks << QStringLiteral("%1, signal: %2. %3.")
                            .arg(pathTitle(causalityPaths[i]), verdict(*way.signal),
                                 signalWords(*way.signal, m_part.step));
        paths[paneWords[i]] = wayJson(causalityPaths[i], way);
    }
    view.remarks << causalityExplained();
    view.records.emplace(QStringLiteral("causality"), [paths] { return textOf(paths); });
    if (const auto axioms = m_axioms->axioms())
        view.records.emplace(QStringLiteral("axioms"), [axioms] { return textOf(axiomsJson(*axioms)); });
    return view;
}

PageDescription laboratoryPage() {
    return {.id = laboratoryPageId,
            .show = showAction,
            .actions = {},
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new LaboratoryPage(host, parent); }};
}

} // namespace blurig::ui
