// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_page.h"

#include "core/explain/presets.h"
#include "core/explain/recorded.h"
#include "core/methods/method.h"
#include "ui/engine/explore_flow.h"
#include "ui/export/figure_texts.h"
#include "ui/export/run_record.h"
#include "ui/pages/compare/agreement_drawer.h"
#include "ui/pages/compare/compare_controls.h"
#include "ui/pages/compare/compare_editor.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_grid.h"
#include "ui/pages/compare/compare_look.h"
#include "ui/pages/compare/compare_presenter.h"
#include "ui/pages/compare/difference_mode.h"
#include "ui/pages/compare/flicker_mode.h"
#include "ui/pages/compare/localisation_marks.h"
#include "ui/pages/compare/mark_actions.h"
#include "ui/pages/compare/octave_flow.h"
#include "ui/pages/compare/pair_bar.h"
#include "ui/pages/compare/pair_choice.h"
#include "ui/pages/compare/pair_view.h"
#include "ui/pages/compare/parameters_dialog.h"
#include "ui/session/settings.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace blurig::ui {

namespace {

constexpr const char* pageId = "compare";
constexpr int rightDocksFrom = 2200; // px of width: four columns of panes need more room than Explore's large panes

constexpr ActionSpec showAction{.id = {"comparePage"},
                                .menu = ActionMenu::View,
                                .text = QT_TRANSLATE_NOOP("Actions", "&Compare"),
                                .shortcut = "Ctrl+2",
                                .icon = "",
                                .help = QT_TRANSLATE_NOOP("Actions", "Shows several methods side by side")};
constexpr ActionSpec flickerAction{
    .id = {"flicker"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "Flic&ker"),
    .shortcut = "F",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Compare: shows panes A and B in turns at one place"),
    .whyDisabled = onCompareOnly};
constexpr ActionSpec agreementAction{.id = {"agreement"},
                                     .menu = ActionMenu::View,
                                     .text = QT_TRANSLATE_NOOP("Actions", "&Agreement of the maps"),
                                     .shortcut = "G",
                                     .icon = "",
                                     .help =
                                         QT_TRANSLATE_NOOP("Actions", "Compare: opens or folds the table of agreement"),
                                     .checkable = true,
                                     .whyDisabled = onCompareOnly};
constexpr std::array ownActions{flickerAction,   agreementAction, openAnnotationAction,
                                paintMaskAction, saveMaskAction,  clearMarksAction};

Session::Changes followedParts() {
    using Change = Session::Change; // not the slider's, above all
    return Session::Changes(Change::Display) | Change::Frame | Change::Page;
}

QString fileWordOf(const RunView& run, std::size_t index) {
    return QStringLiteral("%1-%2").arg(index + 1).arg(QString::fromStdString(run.pane.method));
}

} // namespace

ComparePage::ComparePage(const PageHost& host, QWidget* parent)
    : Page(host, pageId, followedParts(), parent)
    , m_flow(new CompareFlow(host.session, host.engine, host.subject, this))
    , m_editor(new CompareEditor(host.session, this))
    , m_views(new QStackedWidget(this))
    , m_grid(new CompareGrid(this))
    , m_pair(new PairView(m_grid->linkedView(), this))
    , m_bar(new PairBar(this))
    , m_agreement(new AgreementDrawer(this))
    , m_controls(new CompareControls(host.session, host.slider, m_editor, this))
    , m_look(new CompareLook(host.session, m_editor, this))
    , m_presenter(new ComparePresenter({.session = host.session,
                                        .flow = m_flow,
                                        .controls = m_controls,
                                        .look = m_look,
                                        .bar = m_bar,
                                        .views = m_views,
                                        .grid = m_grid,
                                        .pair = m_pair,
                                        .agreement = m_agreement->table()},
                                       this))
    , m_marks(new LocalisationMarks(host.session, m_flow, m_grid, m_presenter, this))
    , m_markActions(new MarkActions(host, m_marks, m_controls->markBar(), this)) {
    setObjectName(QStringLiteral("comparePage"));
    layOut();
    connectFlow();
    connectPair();
    connectAgreement();
    connectMarks();
    connect(m_grid, &CompareGrid::paneMade, this, &ComparePage::connectPane);
    serve(m_grid->photo()->image());
    for (ComparePane* pane : m_grid->panes())
        connectPane(pane);
    QAction* turns = (*host.actions)[flickerAction.id];
    connect(turns, &QAction::triggered, this, &ComparePage::flicker);
    turns->setEnabled(false);
    m_grid->photo()->image()->setFocus();
}

QWidget* ComparePage::makeCanvas() {
    m_views->addWidget(m_grid);
    m_views->addWidget(m_pair);
    auto* canvas = new QWidget(this);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(sizes::gap / 2, sizes::gap / 2, sizes::gap / 2, sizes::gap / 2);
    inner->setSpacing(sizes::gap / 2);
    inner->addWidget(m_bar);
    inner->addWidget(m_views, 1);
    auto* column = new QVBoxLayout(canvas);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(inner, 1);
    column->addWidget(m_agreement);
    return canvas;
}

void ComparePage::layOut() {
    auto* drawers = new DrawerLayout(makeCanvas(), this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, tr("Comparison"), m_controls));
    drawers->setRight(new Drawer(Drawer::Side::Right, tr("Look"), m_look));
    drawers->setRightDocksFrom(rightDocksFrom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    keepLayout({m_controls});
}

void ComparePage::connectAgreement() {
    QAction* open = (*host().actions)[agreementAction.id];
    const bool wasOpen = host().settings->isShown(agreementAction.id.word, false);
    open->setChecked(wasOpen);
    open->setEnabled(false);
    m_agreement->setOpen(wasOpen);
    connect(open, &QAction::triggered, this, [this](bool on) {
        m_agreement->setOpen(on);
        host().settings->setShown(agreementAction.id.word, on);
    });
    connect(m_agreement, &AgreementDrawer::toggled, open, &QAction::trigger);
    connect(m_agreement->table(), &AgreementTable::pairChosen, m_editor, &CompareEditor::swipe);
    connect(m_agreement->table(), &AgreementTable::compared, this, &Page::progressed);
}

void ComparePage::connectMarks() {
    connect(m_marks, &LocalisationMarks::scored, this, &Page::progressed);
    connect(m_markActions, &MarkActions::failed, this, &Page::failed);
    connect(m_markActions, &MarkActions::writeRequested, this, &Page::writeRequested);
}

void ComparePage::connectFlow() {
    const Settings* settings = host().settings;
    m_flow->setRememberedCards([settings](const std::string& sha256) { return settings->card(sha256); });
    connect(m_flow, &CompareFlow::paneModelOpened, this,
            [this](const QString& file, const std::string& sha256) { host().settings->addRecentModel(file, sha256); });
    connect(m_look, &CompareLook::counted, this, &Page::progressed);
    connect(m_flow, &CompareFlow::panesChanged, this, &Page::progressed);
    connect(m_flow, &CompareFlow::paneUpdated, this, &Page::progressed);
    connect(host().subject, &SubjectFlow::openingChanged, this, &Page::progressed);
    connect(host().subject, &SubjectFlow::changed, this, &Page::progressed);
}

void ComparePage::connectPane(ComparePane* pane) {
    const std::size_t index = pane->index();
    m_presenter->prepare(pane);
    serve(pane->image());
    connect(pane, &ComparePane::scoreWanted, this,
            [this](const QString& score) { host().session->setScore(score.toStdString()); });
    connect(pane, &ComparePane::methodChosen, this,
            [this, index](const QString& id) { m_editor->setMethod(index, id); });
    connect(pane, &ComparePane::parametersRequested, this, [this, index] { showParameters(index); });
    connect(pane, &ComparePane::goOnRequested, this, [this, index] { m_flow->goOn(index); });
    connect(pane, &ComparePane::duplicateRequested, this, [this, index] { m_editor->duplicate(index); });
    connect(pane, &ComparePane::removeRequested, this, [this, index] { m_editor->remove(index); });
    connect(pane, &ComparePane::moveRequested, this,
            [this, index](int to) { m_editor->move(index, static_cast<std::size_t>(to)); });
    connect(pane, &ComparePane::dropped, this, [this, index](std::size_t from) { m_editor->move(from, index); });
    connect(pane, &ComparePane::aRequested, this, [this, index] { m_editor->chooseA(index); });
    connect(pane, &ComparePane::bRequested, this, [this, index] { m_editor->chooseB(index); });
}

void ComparePage::connectPair() {
    connect(m_bar, &PairBar::viewChosen, m_editor, &CompareEditor::setView);
    connect(m_bar, &PairBar::aChosen, m_editor, &CompareEditor::chooseA);
    connect(m_bar, &PairBar::bChosen, m_editor, &CompareEditor::chooseB);
    connect(m_bar, &PairBar::swapRequested, m_editor, &CompareEditor::swapPair);
    serve(m_pair->image());
}

void ComparePage::follow(Session::Changes what) {
    if (what.testFlag(Session::Change::Page)) {
        m_markActions->setEnabled(isShown());
        for (const ActionId id : {flickerAction.id, agreementAction.id})
            (*host().actions)[id]->setEnabled(isShown());
    }
    if (what & (Session::Changes(Session::Change::Display) | Session::Change::Frame))
        m_presenter->follow(what);
}

void ComparePage::followPart() {
    m_presenter->followPart();
}

void ComparePage::flicker() {
    if (choice().compare.view == FlickerMode::name)
        m_pair->turn();
    else
        m_editor->setView(FlickerMode::name);
}

void ComparePage::showParameters(std::size_t index) {
    const std::vector<PaneChoice>& panes = choice().compare.panes;
    if (index >= panes.size() || !findMethod(panes[index].method))
        return;
    auto* dialog = new ParametersDialog(panes[index],
                                        {.dialogs = host().dialogs, .models = host().settings->recentModels()}, this);
    connect(dialog, &ParametersDialog::edited, this, [this, index](const PaneChoice& edited) {
        m_editor->editPane(index, [&](PaneChoice& pane) { pane = edited; });
    });
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

bool ComparePage::settled() const {
    return !host().subject->opening() && m_flow->input().input && m_flow->settled() &&
           m_agreement->table()->settled() && m_look->settled() && m_marks->settled() && m_presenter->settled();
}

void ComparePage::cancel() {
    m_flow->cancel();
}

bool ComparePage::showsPair() const {
    return findPairMode(choice().compare.view) != nullptr;
}

bool ComparePage::isSeen(std::size_t pane) const {
    const auto [a, b] = chosenPair(choice().compare);
    return showsPair() ? pane == a || pane == b
                       : pane >= m_grid->panes().size() || m_grid->isSeen(m_grid->panes()[pane]);
}

View ComparePage::view() const {
    const auto& panes = m_flow->panes();
    View view{.hasResult =
                  std::ranges::any_of(panes, [](const ComparePaneView& pane) { return pane.shown.state != nullptr; }),
              .title = figureTitle(host().slider->view())};
    addPanes(view);
    if (view.hasResult)
        addCompanions(view);
    const auto& scores = m_marks->scores();
    for (std::size_t i = 0; i < std::min(scores.size(), m_grid->panes().size()); ++i)
        if (scores[i])
            view.remarks << tr("%1 against what is marked, sums of |A|, not smoothed: %2.")
                                .arg(m_grid->panes()[i]->name(), localisationWords(*scores[i]));
    return view;
}

// Drawn as all panes are; the top class of a model of its own is that model's.
PaneChoice ComparePage::computationOf(const RunView& run) const {
    PaneChoice pane = recorded(run.pane, *run.state);
    pane.display = host().session->display();
    if (run.targetText == "top")
        pane.target = indexTarget(run.target.classes.front().index);
    return pane;
}

// Of a method of another version there are none: the pane itself says so.
QString ComparePage::factsOf(std::size_t index) const {
    if (index >= m_flow->panes().size())
        return {};
    const ComparePaneView& pane = m_flow->panes()[index];
    const std::string& method = pane.asked.pane.method;
    return findMethod(method) ? runFacts(pane.shown, pane.activity, method) : QString();
}

void ComparePage::addPanes(View& view) const {
    if (showsPair()) {
        const auto [a, b] = chosenPair(choice().compare);
        view.panes = {{m_pair->image(), QString::fromStdString(choice().compare.view), m_pair->image()->values(),
                       std::nullopt, QStringLiteral("A: %1. B: %2").arg(factsOf(a), factsOf(b))}};
        return;
    }
    if (m_grid->isSeen(m_grid->photo()) && m_flow->input().input)
        view.panes.push_back(
            {m_grid->photo()->image(), QStringLiteral("input"), m_flow->input().input->prepared.z, {}});
    for (const ComparePane* pane : m_grid->panes()) {
        if (!m_grid->isSeen(pane))
            continue;
        const RunView run = pane->index() < m_flow->panes().size() ? m_flow->panes()[pane->index()].shown : RunView();
        view.panes.push_back({pane->image(), fileWordOf(run, pane->index()),
                              pane->image()->hasPicture() ? pane->image()->values() : Array(),
                              run.state ? std::optional(computationOf(run)) : std::nullopt, factsOf(pane->index())});
    }
}

void ComparePage::addCompanions(View& view) const {
    view.arrays.emplace(QStringLiteral("input"), m_flow->input().input->prepared.z);
    for (std::size_t i = 0; i < m_flow->panes().size(); ++i) {
        const ComparePaneView& pane = m_flow->panes()[i];
        const RunView& run = pane.shown;
        if (!run.state || !isSeen(i))
            continue;
        view.computations.push_back(computationOf(run));
        const QString word = fileWordOf(run, i);
        if (!run.pane.model.empty())
            view.arrays.emplace(word + QStringLiteral("_input"), pane.subject.input->prepared.z);
        view.arrays.emplace(word, run.state->attribution);
        if (const auto octave = comparedOctave(choice()))
            if (const Array part = m_presenter->shownMap(i); !part.empty())
                view.arrays.emplace(QStringLiteral("%1_octave_%2").arg(word).arg(*octave), part);
        view.records.emplace(word, runRecord(pane.subject, run));
    }
    if (choice().compare.view == DifferenceMode::name && m_pair->image()->hasPicture())
        view.arrays.emplace(QStringLiteral("difference"), m_pair->image()->plane());
}

// Another model's top class is another one.
void ComparePage::putShown(Choice& choice) const {
    for (std::size_t i = 0; i < std::min(choice.compare.panes.size(), m_flow->panes().size()); ++i) {
        const RunView& run = m_flow->panes()[i].shown;
        PaneChoice& chosen = choice.compare.panes[i];
        if (run.state)
            chosen = recorded(chosen, *run.state);
        if (!chosen.model.empty() && chosen.target.empty() && run.state && run.targetText == "top")
            chosen.target = indexTarget(run.target.classes.front().index);
    }
}

PageDescription comparePage() {
    return {.id = pageId,
            .show = showAction,
            .actions = ownActions,
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new ComparePage(host, parent); },
            .prepare =
                [](Choice& choice) {
                    if (choice.compare.panes.empty())
                        choice.compare.panes = comparePresets().front().panes;
                },
            .hasStrip = true};
}

} // namespace blurig::ui
