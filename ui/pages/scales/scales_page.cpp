// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/scales_page.h"

#include "core/explain/recorded.h"
#include "ui/engine/explore_flow.h"
#include "ui/export/figure_texts.h"
#include "ui/pages/scales/band_chart.h"
#include "ui/pages/scales/frequency_panel.h"
#include "ui/pages/scales/scales_flow.h"
#include "ui/pages/scales/scales_records.h"
#include "ui/pages/scales/scales_texts.h"
#include "ui/pages/scales/when_panel.h"
#include "ui/panels/display_words.h"
#include "ui/panels/map_look.h"
#include "ui/panels/marks.h"
#include "ui/panels/pane_input.h"
#include "ui/panels/photo_and_classes.h"
#include "ui/panels/region_marker.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/linked_view.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace blurig::ui {

namespace {

constexpr ActionSpec showAction{
    .id = {"scalesPage"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "Sca&les"),
    .shortcut = "Ctrl+4",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Shows at which scale, and at which frequency, the score was found")};
constexpr ActionSpec measureAction{
    .id = {"measureRemoval"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Remove octaves, and see"),
    .shortcut = "Ctrl+R",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Scales: measures the score of the photo without each octave")};
constexpr std::array ownActions{measureAction};

constexpr std::array paneNames{"scalesBand", "scalesSecond", "scalesOctave", "scalesWithout"};

} // namespace

ScalesPage::ScalesPage(const PageHost& host, QWidget* parent)
    : Page(host, scalesPageId,
           Session::Changes(Session::Change::Sigma) | Session::Change::Page | Session::Change::Frame |
               Session::Change::Display,
           parent)
    , m_flow(new ScalesFlow(host.session, host.engine, host.slider, this))
    , m_linked(new LinkedView(this))
    , m_left(new PhotoAndClasses(host.session, host.slider, QStringLiteral("splitterScalesLeft"),
                                 QStringLiteral("scalesClassList"), this))
    , m_when(new WhenPanel(this))
    , m_frequency(new FrequencyPanel(this))
    , m_paneRow(new QWidget(this))
    , m_centre(new QSplitter(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("scalesPage"));
    auto* charts = new QWidget(this);
    auto* row = new QHBoxLayout(charts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * sizes::gap);
    row->addWidget(m_when, 1);
    row->addWidget(m_frequency, 1);
    m_centre->setObjectName(QStringLiteral("splitterScalesCentre"));
    m_centre->addWidget(makePanes());
    m_centre->addWidget(charts);
    m_centre->setStretchFactor(0, 1);
    m_centre->setChildrenCollapsible(false);
    m_centre->setContentsMargins(sizes::gap, 4, sizes::gap, 4);
    m_centre->setSizes({480, 330});
    auto* drawers = new DrawerLayout(m_centre, this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, tr("Photo and classes"), m_left));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    keepLayout({m_left, m_centre});
    m_centre->installEventFilter(this); // a drawer makes it wider
    connectControls();
    connect(m_flow, &ScalesFlow::inputChanged, this, &ScalesPage::showInput);
    connect(m_flow, &ScalesFlow::changed, this, &ScalesPage::showAll);
    connect(m_flow, &ScalesFlow::bandsChanged, this, &ScalesPage::showBands);
    connect(m_flow, &ScalesFlow::changed, this, &Page::progressed);
    connect(m_flow, &ScalesFlow::bandsChanged, this, &Page::progressed);
    for (const auto changed : {&ExploreFlow::inputChanged, &ExploreFlow::exploreChanged})
        connect(host.slider, changed, this, &Page::progressed);
    connect((*host.actions)[ActionId::ResetZoom], &QAction::triggered, m_linked, &LinkedView::reset);
    followPart();
    showInput();
}

QWidget* ScalesPage::makePanes() {
    const std::array infos{
        tr("What was added to the map between two scales of the path: the accumulated map at the fine end less that at "
           "the coarse end. Drag on the chart below to choose the band."),
        tr("A second band, to compare: Shift+drag on the chart below."),
        tr("What came from details of one octave of size, at whatever point of the path: −∫ ∂F/∂L · (the octave of "
           "dL/dσ) dσ. All octaves, and the mean colour's part, sum to the map."),
        tr("The photo without the octave: z − P z. Its mean colour is kept. Values outside the range are clipped here, "
           "and left as they are for the model.")};
    auto* panes = m_paneRow;
    auto* row = new QHBoxLayout(panes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(sizes::gap);
    for (std::size_t i = 0; i < paneCount; ++i) {
        MapPane& pane = m_panes[i];
        pane.image = new ImagePane(m_linked, panes);
        pane.image->setObjectName(QString::fromLatin1(paneNames[i]));
        pane.image->setInfo(infos[i]);
        pane.marker = new RegionMarker(pane.image, m_linked);
        serve(pane.image);
        connect(pane.marker, &RegionMarker::regionChosen, this, [this](const PixelRegion& region) {
            edit([&region](ScalesChoice& choice) { choice.regions.push_back(region); });
        });
        row->addWidget(pane.image, 1);
    }
    m_panes[secondPane].image->hide();
    return panes;
}

void ScalesPage::connectControls() {
    connect(m_when->chart(), &BandChart::sigmaMoved, host().session, &Session::setSigma);
    connect(m_when->chart(), &BandChart::bandMoved, this, [this](const ScaleBand& band, bool second, bool begins) {
        edit([&](ScalesChoice& choice) { (second ? choice.second : choice.band) = band; }, begins);
    });
    connect(m_when, &WhenPanel::axisChosen, this,
            [this](DensityAxis axis) { edit([axis](ScalesChoice& choice) { choice.axis = axis; }); });
    connect(m_when, &WhenPanel::cleared, this, [this] {
        edit([](ScalesChoice& choice) {
            choice.band = choice.second = std::nullopt;
            choice.regions.clear();
        });
    });
    connect(m_when, &WhenPanel::boxesAsked, this, &ScalesPage::followBoxes);
    connect(m_frequency, &FrequencyPanel::octaveChosen, this,
            [this](int octave) { edit([octave](ScalesChoice& choice) { choice.octave = octave; }); });
    connect(m_frequency, &FrequencyPanel::methodChosen, this,
            [this](const std::string& method) { edit([&method](ScalesChoice& choice) { choice.method = method; }); });
    connect(m_frequency, &FrequencyPanel::removalAsked, m_flow, &ScalesFlow::measureRemoval);
    connect(m_frequency, &FrequencyPanel::shapleyAsked, m_flow, &ScalesFlow::measureShapley);
    connect((*host().actions)[measureAction.id], &QAction::triggered, this, [this] {
        if (isShown())
            m_flow->measureRemoval();
    });
}

void ScalesPage::followBoxes() {
    const auto& input = m_flow->view().subject.input;
    if (!input)
        return;
    edit([this, &input](ScalesChoice& part) {
        for (const PixelRegion& region : regionsOf(marksOf(choice()).boxes, input->prepared.geometry))
            if (std::ranges::find(part.regions, region) == part.regions.end())
                part.regions.push_back(region);
    });
}

void ScalesPage::edit(const std::function<void(ScalesChoice&)>& change, bool step) {
    Choice next = choice();
    ScalesChoice part = scalesChoiceOf(next);
    change(part);
    setScalesChoice(next, part);
    if (step)
        host().session->apply(std::move(next));
    else
        host().session->correct(std::move(next)); // the rest of a drag belongs to its first step
}

void ScalesPage::follow(Session::Changes what) {
    if (isShown())
        m_when->chart()->setSigma({choice().sigma});
    if (what.testFlag(Session::Change::Frame))
        showInput();
    if (what.testFlag(Session::Change::Display))
        showAll();
}

void ScalesPage::followPart() {
    const ScalesChoice before = std::exchange(m_part, scalesChoiceOf(choice()));
    m_when->setAxis(m_part.axis);
    if (m_part.regions != before.regions)
        for (const MapPane& pane : m_panes)
            pane.marker->setRegions(m_part.regions);
    if (m_part.axis != before.axis)
        showChart();
    if (m_part.method != before.method || m_part.octave != before.octave)
        showOctave();
}

void ScalesPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showAll();
}

void ScalesPage::showInput() {
    const Subject& subject = host().slider->view().subject;
    m_left->show(subject);
    m_linked->reset();
    const FrameKind frame = choice().frame == "original" ? FrameKind::Original : FrameKind::Model;
    for (MapPane& pane : m_panes) {
        setPaneInput(*pane.image, subject, frame);
        pane.marker->update();
    }
    showAll();
}

// No higher than squares in their row: the charts have the rest.
void ScalesPage::limitPanes() {
    const int shown = m_panes[secondPane].image->isHidden() ? 3 : 4;
    const int width = (m_centre->width() - 2 * sizes::gap - (shown - 1) * sizes::gap) / shown;
    m_paneRow->setMaximumHeight(std::max(160, width + sizes::control + sizes::paneFoot + 2));
}

bool ScalesPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_centre && event->type() == QEvent::Resize)
        limitPanes();
    return Page::eventFilter(watched, event);
}

void ScalesPage::showAll() {
    const ScalesView& view = m_flow->view();
    m_when->setBoxesOffered(view.path && !marksOf(choice()).boxes.empty());
    m_when->showWords(view);
    m_frequency->showAll(view);
    showChart();
    showBands();
    showOctave();
}

void ScalesPage::showChart() {
    m_when->showChart(m_flow->view(), m_part.axis, choice().sigma);
}

void ScalesPage::showMap(MapPane& pane, const Array& map, const std::optional<ClipRange>& range) {
    const DisplayChoice& display = host().session->display();
    const ScalesView& view = m_flow->view();
    const Array plane = pane.drawn.plane(map, display);
    ImagePane::MapLook look = lookOf(display, range ? *range : pane.drawn.range(map, display));
    look.words = barWords(display, QString::fromStdString(targetName(view.run.target, view.subject.model->card)));
    pane.array = map;
    pane.image->showMap(plane, map, look);
}

void ScalesPage::showNone(MapPane& pane, const QString& title, const QString& why) {
    pane.array = {};
    pane.image->setTitle(title);
    pane.image->setCaption({});
    if (host().slider->view().subject.input)
        pane.image->showWaiting(why);
}

// Both bands in one range, the wider: they are compared.
void ScalesPage::showBands() {
    const ScalesView& view = m_flow->view();
    m_panes[secondPane].image->setVisible(view.second.has_value());
    limitPanes();
    const auto bandOf = [](const std::optional<BandMap>& band) {
        return band ? std::optional(band->band) : std::nullopt;
    };
    m_when->chart()->setBands(bandOf(view.band), bandOf(view.second));
    std::optional<ClipRange> shared;
    const std::array bands{std::pair(&m_panes[bandPane], &view.band), std::pair(&m_panes[secondPane], &view.second)};
    if (view.band && view.second)
        for (const auto& [pane, band] : bands) {
            const ClipRange& range = pane->drawn.range((*band)->map, host().session->display());
            if (!shared || range.limit > shared->limit)
                shared = range;
        }
    for (const auto& [pane, band] : bands) {
        if (!*band) {
            showNone(*pane, tr("Band"), view.path ? tr("No band") : view.why.isEmpty() ? tr("Computing…") : view.why);
            continue;
        }
        pane->image->setTitle(bandTitle((*band)->band));
        pane->image->setCaption(bandCaption(view, **band));
        showMap(*pane, (*band)->map, shared);
    }
    std::vector<PixelRegion> followed;
    for (const RegionMasses& each : view.regions)
        followed.push_back(each.region);
    if (followed != m_followed) {
        m_followed = followed;
        showChart();
    }
}

std::optional<int> ScalesPage::shownOctave() const {
    if (const auto chosen = m_part.octave)
        return chosen;
    const MethodOctaves* method = shownMethod();
    if (!method || !method->split || method->split->sums.octaves.empty())
        return std::nullopt;
    const auto& sums = method->split->sums.octaves;
    return static_cast<int>(std::ranges::max_element(sums) - sums.begin());
}

const MethodOctaves* ScalesPage::shownMethod() const {
    const auto& methods = m_flow->view().octaves;
    const auto found = std::ranges::find(methods, m_part.method, &MethodOctaves::method);
    return found != methods.end() ? &*found : methods.empty() ? nullptr : &methods.front();
}

void ScalesPage::showOctave() {
    const ScalesView& view = m_flow->view();
    const MethodOctaves* method = shownMethod();
    const auto octave = shownOctave();
    m_frequency->showChosen(view, m_part.method, octave);
    const bool fits = method && method->split && octave && *octave < static_cast<int>(method->split->bands.size());
    MapPane& map = m_panes[octavePane];
    MapPane& without = m_panes[withoutPane];
    if (!fits) {
        const QString why = method && !method->why.isEmpty() ? method->why
                            : !view.why.isEmpty()            ? view.why
                                                             : tr("Computing…");
        showNone(map, tr("Octave"), why);
        showNone(without, tr("Without an octave"), why);
        return;
    }
    const auto at = static_cast<std::size_t>(*octave);
    map.image->setTitle(octaveTitle(method->split->bands[at], method->name));
    map.image->setCaption(octaveCaption(*method->split, at));
    showMap(map, method->split->maps[at], std::nullopt);
    if (!view.parts || at >= view.parts->octaves.size()) {
        showNone(without, withoutTitle(method->split->bands[at]), tr("Computing…"));
        return;
    }
    without.array = blurig::withoutPart(view.subject.input->prepared.z, view.parts->octaves[at]);
    without.image->setTitle(withoutTitle(method->split->bands[at]));
    without.image->setCaption(tr("%1 clipped in this picture").arg(percentage(clippedShare(without.array))));
    without.image->showInput(without.array);
}

bool ScalesPage::settled() const {
    return host().slider->settled() && host().slider->view().explore.state && m_flow->settled();
}

void ScalesPage::cancel() {
    m_flow->cancel();
}

View ScalesPage::view() const {
    const ScalesView& shown = m_flow->view();
    View view{.hasResult = shown.path && shown.band, .title = figureTitle(host().slider->view())};
    if (!shown.path)
        return view;
    constexpr std::array words{"band", "second", "octave", "without"};
    for (std::size_t i = 0; i < paneCount; ++i) {
        const MapPane& pane = m_panes[i];
        if (pane.image->isHidden() || pane.array.empty())
            continue;
        const QString word = QString::fromLatin1(words[i]);
        view.panes.push_back(
            {pane.image, word, pane.array,
             i < octavePane ? std::optional(recorded(shown.run.pane, *shown.run.state)) : std::nullopt});
        view.arrays.emplace(word, pane.array);
    }
    view.remarks = {bulkWords(shown), labelWords(shown)};
    view.records = scalesRecords(shown);
    view.computations.push_back(recorded(shown.run.pane, *shown.run.state));
    return view;
}

PageDescription scalesPage() {
    return {.id = scalesPageId,
            .show = showAction,
            .actions = ownActions,
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new ScalesPage(host, parent); }};
}

} // namespace blurig::ui
