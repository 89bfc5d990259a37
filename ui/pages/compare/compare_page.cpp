// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_page.h"

#include "core/explain/presets.h"
#include "core/methods/method.h"
#include "ui/pages/compare/agreement_table.h"
#include "ui/pages/compare/compare_captions.h"
#include "ui/pages/compare/compare_grid.h"
#include "ui/pages/compare/flicker_mode.h"
#include "ui/pages/compare/pair_bar.h"
#include "ui/pages/compare/pair_choice.h"
#include "ui/pages/compare/pair_view.h"
#include "ui/pages/compare/parameters_dialog.h"
#include "ui/panels/class_picker.h"
#include "ui/panels/crop_panel.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/map_look.h"
#include "ui/panels/section.h"
#include "ui/session/settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

bool hasParameter(const std::string& method, std::string_view key) {
    const Method* found = findMethod(method); // a session may name one of another version
    return found && defaultParameters(*found).has(key);
}

// Whether two models see the same part of the photo, to half a pixel of the coarser one.
bool sameSource(const InputGeometry& a, const InputGeometry& b) {
    const double dx = std::max(a.scaleX(), b.scaleX()) / 2;
    const double dy = std::max(a.scaleY(), b.scaleY()) / 2;
    const PixelRect& p = a.source;
    const PixelRect& q = b.source;
    return std::abs(p.x - q.x) <= dx && std::abs(p.x + p.width - q.x - q.width) <= dx && std::abs(p.y - q.y) <= dy &&
           std::abs(p.y + p.height - q.y - q.height) <= dy;
}

} // namespace

ComparePage::ComparePage(Session* session, ExploreFlow* opened, CompareFlow* flow, Settings* settings,
                         FileDialogs* dialogs, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_flow(flow)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_bar(new PairBar(this))
    , m_views(new QStackedWidget(this))
    , m_grid(new CompareGrid(this))
    , m_pair(new PairView(m_grid->linkedView(), this))
    , m_crop(new CropPanel(session, this))
    , m_classes(new ClassPicker(session, opened, this))
    , m_presets(new QComboBox(this))
    , m_display(new DisplayPanel(session, tr("the pane that was clicked last"), this))
    , m_sharedRange(new QCheckBox(tr("One colour range for all panes"), this))
    , m_agreement(new AgreementTable(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_left(new QSplitter(Qt::Vertical, this))
    , m_right(new QSplitter(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("comparePage"));
    m_columns->setObjectName(QStringLiteral("splitterCompare"));
    layOutLeftColumn();
    m_columns->addWidget(m_left);
    m_right->setObjectName(QStringLiteral("splitterCompareRight"));
    m_views->addWidget(m_grid);
    m_views->addWidget(m_pair);
    auto* looked = new QWidget(this);
    auto* lookedColumn = new QVBoxLayout(looked);
    lookedColumn->setContentsMargins(0, 0, 0, 0);
    lookedColumn->setSpacing(0);
    lookedColumn->addWidget(m_bar);
    lookedColumn->addWidget(m_views, 1);
    m_right->addWidget(looked);
    m_right->addWidget(m_agreement);
    m_right->setStretchFactor(0, 1);
    m_right->setCollapsible(0, false);
    m_columns->addWidget(m_right);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setSizes({280, 1150});
    for (QSplitter* splitter : {m_columns, m_left, m_right})
        splitter->restoreState(m_settings->splitter(splitter->objectName()));
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->addWidget(m_columns);

    connectPair();
    connect(m_agreement, &AgreementTable::compared, this, [this] {
        showPair();
        Q_EMIT computed();
    });
    connect(m_display, &DisplayPanel::counted, this, &ComparePage::computed);
    connect(m_grid, &CompareGrid::paneMade, this, &ComparePage::connectPane);
    connect(flow, &CompareFlow::inputChanged, this, &ComparePage::showInput);
    connect(flow, &CompareFlow::panesChanged, this, [this] {
        showPanes();
        if (m_flow->settled()) // none of them starts: one was removed, or cannot be computed
            showAgreement();
        showPair();
    });
    connect(flow, &CompareFlow::paneUpdated, this, [this](std::size_t index) {
        if (m_session->choice().compare.sharedRange) // a wider map widens the range of all
            showPanes();
        else if (index < m_grid->panes().size() && m_flow->input().input)
            showPane(index, ownRange(index).value_or(ClipRange()));
        if (index == m_clicked)
            showValues();
        if (m_flow->settled())
            showAgreement();
        showPair();
    });
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        using Change = Session::Change;
        if (!(what & (Session::Changes(Change::Display) | Change::Compare | Change::Frame | Change::View)))
            return; // a move of the slider, above all
        m_sharedRange->setChecked(m_session->choice().compare.sharedRange);
        if (what.testFlag(Change::Frame))
            showInput();
        if (what & (Session::Changes(Change::Display) | Change::Compare | Change::Frame))
            showPanes();
        if (what.testFlag(Change::Display) && m_flow->settled())
            showAgreement();
        showPair();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!now) // the window loses the focus, or goes
            return;
        for (const ComparePane* pane : m_grid->panes()) {
            if (pane->isAncestorOf(now)) {
                m_clicked = pane->index();
                showValues();
            }
        }
    });
    connect(m_sharedRange, &QCheckBox::toggled, this,
            [this](bool shared) { m_session->edit([&](Choice& choice) { choice.compare.sharedRange = shared; }); });
    m_sharedRange->setChecked(session->choice().compare.sharedRange);
    showPanes();
    showPair();
}

void ComparePage::layOutLeftColumn() {
    m_left->setObjectName(QStringLiteral("splitterCompareLeft"));
    m_crop->setMinimumHeight(150);
    m_classes->setObjectName(QStringLiteral("compareClassList"));
    m_classes->setMinimumHeight(100);
    m_left->addWidget(m_crop);
    m_left->addWidget(m_classes);
    m_left->addWidget(makeControls());
    m_left->setChildrenCollapsible(false);
    m_left->setMinimumWidth(280);
    m_left->setSizes({180, 260, 400});
}

QWidget* ComparePage::makeControls() {
    m_presets->setObjectName(QStringLiteral("comparePresets"));
    m_presets->setPlaceholderText(tr("Choose a preset"));
    m_presets->setMinimumContentsLength(10);
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ComparePreset& preset : comparePresets())
        m_presets->addItem(QCoreApplication::translate("Compare", preset.label), QString::fromLatin1(preset.id));
    m_presets->setCurrentIndex(-1);
    connect(m_presets, &QComboBox::activated, this, [this] {
        m_session->edit([this](Choice& choice) { applyPreset(choice, m_presets->currentData().toString().toStdString()); });
    });
    auto* add = new QPushButton(tr("Add a pane"), this);
    add->setObjectName(QStringLiteral("compareAdd"));
    connect(add, &QPushButton::clicked, this, [this] {
        editPanes(
            [this](std::vector<PaneChoice>& panes) { panes.push_back(panes.empty() ? PaneChoice{} : panes.back()); });
    });
    auto* compared = new QWidget(this);
    auto* comparedColumn = new QVBoxLayout(compared);
    comparedColumn->setContentsMargins(0, 0, 0, 0);
    comparedColumn->addWidget(m_presets);
    comparedColumn->addWidget(add);

    auto* drawn = new QWidget(this);
    auto* drawnColumn = new QVBoxLayout(drawn);
    drawnColumn->setContentsMargins(0, 0, 0, 0);
    m_sharedRange->setObjectName(QStringLiteral("sharedRange"));
    m_sharedRange->setToolTip(tr("All panes use the widest range; otherwise each pane has its own"));
    drawnColumn->addWidget(m_display);
    drawnColumn->addWidget(m_sharedRange);

    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeSection(tr("Compared"), compared, controls));
    column->addWidget(makeSection(tr("Same effort for path methods"), makeFairness(), controls));
    column->addWidget(makeSection(tr("Drawn"), drawn, controls));
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(controls);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(120);
    return scroll;
}

QWidget* ComparePage::makeFairness() {
    auto* gradients = new QSpinBox(this);
    gradients->setObjectName(QStringLiteral("sameGradients"));
    gradients->setRange(9, 4096);
    gradients->setValue(64);
    gradients->setSuffix(tr(" gradients"));
    auto* setGradients = new QPushButton(tr("Set"), this);
    setGradients->setObjectName(QStringLiteral("setSameGradients"));
    setGradients->setToolTip(tr("Each path method uses exactly this budget"));
    connect(setGradients, &QPushButton::clicked, this, [this, gradients] { setSameGradients(gradients->value()); });
    auto* gap = new QDoubleSpinBox(this);
    gap->setObjectName(QStringLiteral("sameGap"));
    gap->setRange(0.01, 100);
    gap->setValue(1);
    gap->setPrefix(tr("gap "));
    gap->setSuffix(QStringLiteral(" %"));
    auto* setGap = new QPushButton(tr("Set"), this);
    setGap->setObjectName(QStringLiteral("setSameGap"));
    setGap->setToolTip(tr("Each path method refines until its completeness gap is at most this"));
    connect(setGap, &QPushButton::clicked, this, [this, gap] { setSameGap(gap->value() / 100); });
    auto* fairness = new QWidget(this);
    auto* layout = new QGridLayout(fairness);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(gradients, 0, 0);
    layout->addWidget(setGradients, 0, 1);
    layout->addWidget(gap, 1, 0);
    layout->addWidget(setGap, 1, 1);
    layout->setColumnStretch(0, 1);
    return fairness;
}

void ComparePage::connectPane(ComparePane* pane) {
    const std::size_t index = pane->index();
    pane->setInput(m_flow->input(), frame());
    connect(pane, &ComparePane::scoreWanted, m_session,
            [this](const QString& score) { m_session->setScore(score.toStdString()); });
    connect(pane, &ComparePane::methodChosen, this, [this, index](const QString& id) {
        editPane(index, [&](PaneChoice& choice) {
            choice.method = id.toStdString();
            choice.parameters.clear();
            choice.baselinePicture.clear();
        });
    });
    connect(pane, &ComparePane::parametersRequested, this, [this, index] { showParameters(index); });
    connect(pane, &ComparePane::goOnRequested, this, [this, index] { m_flow->goOn(index); });
    connect(pane, &ComparePane::duplicateRequested, this,
            [this, index] { edit([index](CompareChoice& compare) { duplicatePane(compare, index); }); });
    connect(pane, &ComparePane::removeRequested, this,
            [this, index] { edit([index](CompareChoice& compare) { removePane(compare, index); }); });
    connect(pane, &ComparePane::moveRequested, this, [this, index](int to) {
        edit([index, to](CompareChoice& compare) { movePane(compare, index, static_cast<std::size_t>(to)); });
    });
    connect(pane, &ComparePane::dropped, this, [this, index](std::size_t from) {
        edit([index, from](CompareChoice& compare) { movePane(compare, from, index); });
    });
    connect(pane, &ComparePane::aRequested, this,
            [this, index] { edit([index](CompareChoice& compare) { chooseA(compare, index); }); });
    connect(pane, &ComparePane::bRequested, this,
            [this, index] { edit([index](CompareChoice& compare) { chooseB(compare, index); }); });
}

void ComparePage::connectPair() {
    connect(m_bar, &PairBar::viewChosen, this,
            [this](const std::string& view) { edit([&view](CompareChoice& compare) { compare.view = view; }); });
    connect(m_bar, &PairBar::aChosen, this,
            [this](std::size_t pane) { edit([pane](CompareChoice& compare) { chooseA(compare, pane); }); });
    connect(m_bar, &PairBar::bChosen, this,
            [this](std::size_t pane) { edit([pane](CompareChoice& compare) { chooseB(compare, pane); }); });
    connect(m_bar, &PairBar::swapRequested, this, [this] { edit(&swapPair); });
    connect(m_pair, &PairView::gazeMoved, this, &ComparePage::showPair);
}

void ComparePage::edit(const std::function<void(CompareChoice&)>& change) {
    m_session->edit([&](Choice& choice) { change(choice.compare); });
}

void ComparePage::editPanes(const std::function<void(std::vector<PaneChoice>&)>& change) {
    edit([&](CompareChoice& compare) { change(compare.panes); });
}

void ComparePage::editPane(std::size_t index, const std::function<void(PaneChoice&)>& change) {
    editPanes([&](std::vector<PaneChoice>& panes) {
        if (index < panes.size())
            change(panes[index]);
    });
}

void ComparePage::flicker() {
    if (m_session->choice().compare.view == FlickerMode::name)
        m_pair->turn();
    else
        edit([](CompareChoice& compare) { compare.view = FlickerMode::name; });
}

void ComparePage::showParameters(std::size_t index) {
    const std::vector<PaneChoice>& panes = m_session->choice().compare.panes;
    if (index >= panes.size() || !findMethod(panes[index].method))
        return;
    auto* dialog =
        new ParametersDialog(panes[index], {.dialogs = m_dialogs, .models = m_settings->recentModels()}, this);
    connect(dialog, &ParametersDialog::edited, this,
            [this, index](const PaneChoice& edited) { editPane(index, [&](PaneChoice& pane) { pane = edited; }); });
    if (methodById(panes[index].method).abilities().needsInnerLayer)
        offerLayers(dialog, index);
    dialog->open();
}

// Now, and when the pane has got another model.
void ComparePage::offerLayers(ParametersDialog* dialog, std::size_t index) {
    const auto modelOf = [this, index] {
        return index < m_flow->panes().size() ? m_flow->panes()[index].subject.model : nullptr;
    };
    connect(m_flow, &CompareFlow::layersListed, dialog, [dialog, modelOf](const ListedLayers& layers) {
        if (layers.model == modelOf())
            dialog->offerLayers(layers.values);
    });
    connect(m_flow, &CompareFlow::layersFailed, dialog, &ParametersDialog::showLayersError);
    connect(m_flow, &CompareFlow::panesChanged, dialog, [this, index, modelOf, asked = modelOf()]() mutable {
        if (const auto model = modelOf(); model && model != asked) {
            asked = model;
            m_flow->listLayers(index);
        }
    });
    m_flow->listLayers(index);
}

void ComparePage::setSameGradients(int gradients) {
    editPanes([gradients](std::vector<PaneChoice>& panes) {
        for (PaneChoice& pane : panes) {
            if (!hasParameter(pane.method, "max_gradients"))
                continue;
            pane.parameters["max_gradients"] = std::to_string(gradients);
            pane.parameters.insert_or_assign("tolerance_gap", std::string("0"));
            pane.parameters.insert_or_assign("tolerance_map", std::string("0"));
        }
    });
}

void ComparePage::setSameGap(double gap) {
    editPanes([gap](std::vector<PaneChoice>& panes) {
        for (PaneChoice& pane : panes) {
            if (!hasParameter(pane.method, "tolerance_gap"))
                continue;
            pane.parameters.erase("max_gradients");
            pane.parameters["tolerance_gap"] = QString::number(gap).toStdString();
            pane.parameters.insert_or_assign("tolerance_map", std::string("off"));
        }
    });
}

void ComparePage::showInput() {
    m_crop->show(m_flow->input());
    m_grid->linkedView()->reset();
    for (ComparePane* pane : m_grid->panes())
        pane->setInput(m_flow->input(), frame());
    showAgreement();
    showPair();
}

// The panes' views are linked by fractions of their frames: where the models see different parts of the photo, only the
// photo itself is common to them.
FrameKind ComparePage::frame() const {
    const ScoredInput* first = nullptr;
    for (const ComparePaneView& pane : m_flow->panes()) {
        if (!pane.subject.input)
            continue;
        if (first && !sameSource(first->prepared.geometry, pane.subject.input->prepared.geometry))
            return FrameKind::Original;
        first = &*pane.subject.input;
    }
    return m_session->choice().frame == "original" ? FrameKind::Original : FrameKind::Model;
}

bool ComparePage::namesModels() const {
    return std::ranges::any_of(m_flow->panes(),
                               [](const ComparePaneView& pane) { return !pane.asked.pane.model.empty(); });
}

void ComparePage::showPanes() {
    m_grid->setCount(m_session->choice().compare.panes.size());
    if (!m_flow->input().input)
        return;
    std::vector<std::optional<ClipRange>> ranges;
    std::vector<ClipRange> known;
    const std::size_t count = std::min(m_flow->panes().size(), m_grid->panes().size());
    for (std::size_t index = 0; index < count; ++index) {
        ranges.push_back(ownRange(index));
        if (ranges.back())
            known.push_back(*ranges.back());
    }
    const bool shared = m_session->choice().compare.sharedRange && !known.empty();
    const ClipRange widest = shared ? widestRange(known) : ClipRange();
    for (std::size_t index = 0; index < count; ++index)
        showPane(index, shared ? widest : ranges[index].value_or(ClipRange()));
    showValues();
}

std::optional<ClipRange> ComparePage::ownRange(std::size_t index) const {
    const auto& state = m_flow->panes()[index].shown.state;
    return state && !state->noEvidence
               ? std::optional(m_grid->panes()[index]->rangeOf(state->attribution, m_session->display()))
               : std::nullopt;
}

void ComparePage::showValues() {
    const auto& panes = m_flow->panes();
    m_clicked = m_clicked < panes.size() ? m_clicked : 0;
    const auto state = panes.empty() ? nullptr : panes[m_clicked].shown.state;
    m_display->showValues(state && !state->noEvidence ? state->attribution : Array());
}

void ComparePage::showPane(std::size_t index, const ClipRange& range) {
    const ComparePaneView& pane = m_flow->panes()[index];
    ComparePane* shown = m_grid->panes()[index];
    shown->setInput(pane.subject, frame());
    shown->show(pane, {.display = m_session->display(),
                       .range = range,
                       .sharedRange = m_session->choice().compare.sharedRange,
                       .namesModel = namesModels()});
}

void ComparePage::showAgreement() {
    std::vector<AgreementTable::Map> maps;
    for (const ComparePaneView& pane : m_flow->panes()) {
        if (pane.shown.state && !pane.shown.state->noEvidence)
            maps.push_back({.name = methodTitle(pane.shown.pane, namesModels() ? pane.subject.model.get() : nullptr),
                            .values = pane.shown.state->attribution,
                            .geometry = pane.subject.input->prepared.geometry});
        else
            maps.emplace_back();
    }
    m_agreement->setMaps(maps, reductionOf(m_session->display()));
}

void ComparePage::showPair() {
    const CompareChoice& compare = m_session->choice().compare;
    const std::vector<ComparePane*>& panes = m_grid->panes();
    QStringList titles;
    for (const ComparePane* pane : panes)
        titles << QStringLiteral("%1 · %2").arg(pane->index() + 1).arg(pane->image()->title());
    m_bar->show(compare, titles);
    const auto [a, b] = chosenPair(compare);
    for (ComparePane* pane : panes)
        pane->setMark(panes.size() < 2     ? QString()
                      : pane->index() == a ? QStringLiteral("A")
                      : pane->index() == b ? QStringLiteral("B")
                                           : QString());
    const PairMode* mode = findPairMode(compare.view);
    m_views->setCurrentIndex(mode ? 1 : 0);
    if (!mode)
        return;
    if (a == b || std::max(a, b) >= panes.size()) {
        m_pair->showMessage(tr("Two panes are needed. Add one at the left, under \"Compared\"."));
        return;
    }
    const ImagePane& imageA = *panes[a]->image();
    const ImagePane& imageB = *panes[b]->image();
    QStringList missing;
    for (const ImagePane* image : {&imageA, &imageB})
        if (!image->hasPicture())
            missing << QStringLiteral("%1 · %2: %3")
                           .arg(QLatin1Char(image == &imageA ? 'A' : 'B'))
                           .arg(image->title(), image->message());
    if (missing.isEmpty())
        m_pair->show(*mode, {.a = imageA,
                             .b = imageB,
                             .sharedRange = compare.sharedRange,
                             .display = m_session->display(),
                             .agreement = m_flow->settled() ? m_agreement->agreement(a, b) : std::nullopt});
    else
        m_pair->showMessage(missing.join(u'\n'));
}

bool ComparePage::settled() const {
    return m_flow->settled() && m_agreement->settled() && m_display->settled();
}

void ComparePage::saveLayout() const {
    for (const QSplitter* splitter : {m_columns, m_left, m_right})
        m_settings->setSplitter(splitter->objectName(), splitter->saveState());
}

} // namespace blurig::ui
