// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_presenter.h"

#include "core/methods/method.h"
#include "ui/pages/compare/agreement_table.h"
#include "ui/pages/compare/compare_controls.h"
#include "ui/pages/compare/compare_grid.h"
#include "ui/pages/compare/compare_look.h"
#include "ui/pages/compare/octave_flow.h"
#include "ui/pages/compare/pair_bar.h"
#include "ui/pages/compare/pair_choice.h"
#include "ui/pages/compare/pair_view.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace blurig::ui {

namespace {

// Whether two models see the same part of the photo, to half a pixel of the coarser one.
bool sameSource(const InputGeometry& a, const InputGeometry& b) {
    const double dx = std::max(a.scaleX(), b.scaleX()) / 2;
    const double dy = std::max(a.scaleY(), b.scaleY()) / 2;
    const PixelRect& p = a.source;
    const PixelRect& q = b.source;
    return std::abs(p.x - q.x) <= dx && std::abs(p.x + p.width - q.x - q.width) <= dx && std::abs(p.y - q.y) <= dy &&
           std::abs(p.y + p.height - q.y - q.height) <= dy;
}

// In which a map's values are. Maps that add up to a change of the score are in shares of it; what another method's
// values are, only maps of that method have in common.
std::string unitOf(const RunView& run) {
    if (run.state->completeness)
        return "score";
    const std::string seed = keyOf(methodById(run.state->method), ParameterRole::SeedMethod);
    return run.state->method + " " + (seed.empty() ? std::string() : run.state->parameters.text(seed));
}

} // namespace

ComparePresenter::ComparePresenter(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m(parts)
    , m_octaves(new OctaveFlow(this)) {
    connect(m.flow, &CompareFlow::inputChanged, this, &ComparePresenter::showInput);
    connect(m.flow, &CompareFlow::panesChanged, this, &ComparePresenter::onPanes);
    connect(m.flow, &CompareFlow::paneUpdated, this, &ComparePresenter::onPane);
    connect(m.pair, &PairView::gazeMoved, this, &ComparePresenter::showPair);
    connect(m.agreement, &AgreementTable::compared, this, &ComparePresenter::showPair);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
    connect(m.session, &Session::partChanged, this, [this](const std::string& part) {
        if (part == comparedOctaveId)
            askOctaves();
    });
    connect(m_octaves, &OctaveFlow::changed, this, [this] {
        showPanes();
        showAgreement();
        showPair();
        Q_EMIT mapsChanged();
    });
    m.look->showSharedRange(m.session->choice().compare.sharedRange);
    askOctaves();
    showInput();
}

bool ComparePresenter::settled() const {
    return m_octaves->settled();
}

void ComparePresenter::askOctaves() {
    std::vector<std::shared_ptr<const MethodState>> states;
    for (const ComparePaneView& pane : m.flow->panes())
        states.push_back(pane.activity.running ? nullptr : pane.shown.state);
    m_octaves->setStates(std::move(states));
    m_octaves->setOctave(comparedOctave(m.session->choice()));
}

Array ComparePresenter::shownMap(std::size_t index) const {
    const auto& state = m.flow->panes()[index].shown.state;
    if (!state || state->noEvidence)
        return {};
    const auto part = m_octaves->pane(index);
    return part ? part->map : m_octaves->octave() ? Array() : state->attribution;
}

void ComparePresenter::prepare(ComparePane* pane) {
    pane->setInput(m.flow->input(), frame());
}

void ComparePresenter::follow(Session::Changes what) {
    if (what.testFlag(Session::Change::Frame))
        showInput();
    showPanes();
    showPair();
}

void ComparePresenter::followPart() {
    m.look->showSharedRange(m.session->choice().compare.sharedRange);
    m.controls->showChoice();
    showPanes();
    showPair();
}

void ComparePresenter::onPanes() {
    askOctaves();
    showPanes();
    if (m.flow->settled()) // none of them starts: one was removed, or cannot be computed
        showAgreement();
    showPair();
    Q_EMIT mapsChanged();
}

void ComparePresenter::onPane(std::size_t index) {
    askOctaves();
    if (m.session->choice().compare.sharedRange) // a wider map widens the range of others
        showPanes();
    else if (index < m.grid->panes().size() && m.flow->input().input)
        showPane(index, {.range = ownRange(index).value_or(ClipRange())});
    if (index == m_clicked)
        showValues();
    if (m.flow->settled())
        showAgreement();
    showPair();
    Q_EMIT mapsChanged();
}

void ComparePresenter::followFocus(QWidget* now) {
    if (!now) // the window loses the focus, or goes
        return;
    for (const ComparePane* pane : m.grid->panes()) {
        if (pane->isAncestorOf(now)) {
            m_clicked = pane->index();
            showValues();
        }
    }
}

// The photo stands in the same frame as the maps.
void ComparePresenter::showFrame() {
    const Subject& input = m.flow->input();
    m.grid->photo()->setInput(input, frame());
    if (!input.input)
        return;
    const InputGeometry& geometry = input.input->prepared.geometry;
    m.grid->setFrame(frame() == FrameKind::Original ? QSizeF(input.picture.width(), input.picture.height())
                                                    : QSizeF(geometry.modelWidth, geometry.modelHeight));
}

void ComparePresenter::showInput() {
    m.controls->showInput(m.flow->input());
    m.grid->linkedView()->reset();
    showFrame();
    for (ComparePane* pane : m.grid->panes())
        pane->setInput(m.flow->input(), frame());
    showAgreement();
    showPair();
    Q_EMIT mapsChanged();
}

// The panes' views are linked by fractions of their frames: where the models see different parts of the photo, only the
// photo itself is common to them.
FrameKind ComparePresenter::frame() const {
    const ScoredInput* first = nullptr;
    for (const ComparePaneView& pane : m.flow->panes()) {
        if (!pane.subject.input)
            continue;
        if (first && !sameSource(first->prepared.geometry, pane.subject.input->prepared.geometry))
            return FrameKind::Original;
        first = &*pane.subject.input;
    }
    return m.session->choice().frame == "original" ? FrameKind::Original : FrameKind::Model;
}

bool ComparePresenter::namesModels() const {
    return std::ranges::any_of(m.flow->panes(),
                               [](const ComparePaneView& pane) { return !pane.asked.pane.model.empty(); });
}

void ComparePresenter::showPanes() {
    m.grid->setCount(m.session->choice().compare.panes.size());
    if (!m.flow->input().input)
        return;
    showFrame();
    const std::vector<DrawnRange> ranges = drawnRanges();
    for (std::size_t index = 0; index < ranges.size(); ++index)
        showPane(index, ranges[index]);
    showValues();
}

std::vector<ComparePresenter::DrawnRange> ComparePresenter::drawnRanges() const {
    const std::size_t count = std::min(m.flow->panes().size(), m.grid->panes().size());
    std::vector<DrawnRange> drawn(count);
    std::map<std::string, std::vector<std::size_t>> inUnit; // panes
    for (std::size_t index = 0; index < count; ++index) {
        if (const auto own = ownRange(index)) {
            drawn[index].range = *own;
            inUnit[unitOf(m.flow->panes()[index].shown)].push_back(index);
        }
    }
    if (!m.session->choice().compare.sharedRange)
        return drawn;
    for (const auto& [unit, panes] : inUnit) {
        std::vector<ClipRange> ranges;
        for (const std::size_t pane : panes)
            ranges.push_back(drawn[pane].range);
        for (const std::size_t pane : panes)
            drawn[pane] = {.range = widestRange(ranges), .others = panes.size() > 1};
    }
    return drawn;
}

std::optional<ClipRange> ComparePresenter::ownRange(std::size_t index) const {
    const Array map = shownMap(index);
    return map.empty() ? std::nullopt : std::optional(m.grid->panes()[index]->rangeOf(map, m.session->display()));
}

void ComparePresenter::showValues() {
    const auto& panes = m.flow->panes();
    m_clicked = m_clicked < panes.size() ? m_clicked : 0;
    m.look->showValues(panes.empty() ? Array() : shownMap(m_clicked));
}

void ComparePresenter::showPane(std::size_t index, const DrawnRange& range) {
    const ComparePaneView& pane = m.flow->panes()[index];
    ComparePane* shown = m.grid->panes()[index];
    shown->setInput(pane.subject, frame());
    ComparePane::Look look{.display = m.session->display(),
                           .range = range.range,
                           .sharedRange = range.others,
                           .namesModel = namesModels()};
    if (m_octaves->octave() && pane.shown.state && !pane.shown.state->noEvidence) {
        const auto part = m_octaves->pane(index);
        look.map = part ? part->map : Array();
        look.part = !part                       ? tr("Waiting for the whole map…")
                    : part->map.empty()         ? part->why
                    : *m_octaves->octave() == 0 ? tr("periods under 4 px")
                                                : tr("octave %1").arg(*m_octaves->octave());
    }
    shown->show(pane, look);
}

void ComparePresenter::showAgreement() {
    std::vector<AgreementTable::Map> maps;
    for (std::size_t index = 0; index < m.flow->panes().size(); ++index) {
        const ComparePaneView& pane = m.flow->panes()[index];
        if (const Array map = shownMap(index); !map.empty())
            maps.push_back({.name = m.grid->panes()[maps.size()]->name(),
                            .values = map,
                            .geometry = pane.subject.input->prepared.geometry});
        else
            maps.emplace_back();
    }
    m.agreement->setMaps(maps);
}

void ComparePresenter::showPair() {
    const CompareChoice& compare = m.session->choice().compare;
    const std::vector<ComparePane*>& panes = m.grid->panes();
    QStringList titles;
    for (const ComparePane* pane : panes)
        titles << QStringLiteral("%1  %2").arg(pane->index() + 1).arg(pane->name());
    m.bar->show(compare, titles);
    const auto [a, b] = chosenPair(compare);
    for (ComparePane* pane : panes)
        pane->setMark(panes.size() < 2     ? QString()
                      : pane->index() == a ? QStringLiteral("A")
                      : pane->index() == b ? QStringLiteral("B")
                                           : QString());
    const PairMode* mode = findPairMode(compare.view);
    m.views->setCurrentIndex(mode ? 1 : 0);
    if (!mode)
        return;
    if (a == b || std::max(a, b) >= panes.size()) {
        m.pair->showMessage(tr("Two panes are needed. Add one at the left, with the + beside the presets."));
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
        m.pair->show(*mode, {.a = imageA,
                             .b = imageB,
                             .sharedRange = compare.sharedRange &&
                                            unitOf(m.flow->panes()[a].shown) == unitOf(m.flow->panes()[b].shown),
                             .display = m.session->display(),
                             .agreement = m.flow->settled() ? m.agreement->agreement(a, b) : std::nullopt,
                             .agreementOf = m.agreement->basisWords()});
    else
        m.pair->showMessage(missing.join(u'\n'));
}

} // namespace blurig::ui
