// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/explore_panes.h"

#include "ui/pages/explore/hero_layout.h"
#include "ui/pages/explore/pane_captions.h"
#include "ui/panels/crop_panel.h"
#include "ui/panels/display_words.h"
#include "ui/panels/evidence_offer.h"
#include "ui/panels/map_look.h"
#include "ui/panels/pane_input.h"
#include "ui/session/session.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

ExplorePanes::ExplorePanes(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session) {
    setObjectName(QStringLiteral("explorePanes"));
    setMinimumSize(480, 220);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    struct Description {
        PaneKind kind;
        const char* objectName;
        QString title;
        QString info;
    };
    for (const Description& each :
         {Description{PaneKind::Blurred, "paneBlurred", tr("Blurred input"),
                      tr("The model's input L at this scale: the photo after Gaussian blur with the standard deviation "
                         "sigma, in pixels of the model's input.")},
          Description{PaneKind::LaplacianOfGaussian, "paneLog", tr("LoG band"),
                      tr("The detail that a little more blur removes at this scale: the Laplacian of the Gaussian, "
                         "lap L. Negative where a place is brighter than its surroundings.")},
          Description{PaneKind::Gradient, "paneGradient", tr("Gradient"),
                      tr("How much the explained score F rises when a pixel of the blurred input rises: ∂F/∂L at this "
                         "scale.")},
          Description{PaneKind::Accumulated, "paneAccumulated", tr("Accumulated Blur IG"),
                      tr("What the pixels have contributed to the score on the way from the blurred end to this "
                         "scale: −∫ ∂F/∂L · σ lap L dσ. At sigma 0 it is the whole Blur IG map.")},
          Description{PaneKind::Beside, "paneBeside", tr("Integrated Gradients"),
                      tr("The same target explained by Integrated Gradients: the path goes from the baseline to the "
                         "photo in a straight line, and has no scale.")}}) {
        auto* pane = new ImagePane(&m_linked, this);
        pane->setObjectName(QString::fromLatin1(each.objectName));
        pane->setTitle(each.title);
        pane->setAccessibleName(each.title);
        pane->setInfo(each.info);
        m_panes[static_cast<std::size_t>(each.kind)] = pane;
        connect(pane, &ImagePane::maximizeRequested, this,
                [this, kind = each.kind] { maximize(m_maximized ? std::nullopt : std::optional(kind)); });
        if (each.kind != PaneKind::Accumulated && each.kind != PaneKind::Beside) {
            auto* large = new QAction(tr("Show as the large pane"), pane);
            connect(large, &QAction::triggered, this, [this, kind = each.kind] { promote(kind); });
            pane->addAction(large);
        }
        auto* offer = new EvidenceOffer(pane);
        m_offers[static_cast<std::size_t>(each.kind)] = offer;
        connect(offer, &EvidenceOffer::scoreWanted, session,
                [session](const QString& score) { session->setScore(score.toStdString()); });
    }
    place();
}

void ExplorePanes::setColumnShown(bool shown) {
    m_columnShown = shown;
    place();
}

void ExplorePanes::promote(PaneKind kind) {
    m_first = kind;
    place();
}

void ExplorePanes::maximize(std::optional<PaneKind> kind) {
    m_maximized = kind;
    place();
    if (kind)
        pane(*kind)->setFocus();
}

void ExplorePanes::place(PaneKind kind, const QRect& where) {
    pane(kind)->setGeometry(where);
    pane(kind)->show();
}

ExplorePanes::Order ExplorePanes::order() const {
    if (m_maximized)
        return {.heroes = {*m_maximized}, .column = {}};
    Order order{.heroes = {m_first, PaneKind::Accumulated}, .column = {}};
    if (m_hasBeside)
        order.heroes.push_back(PaneKind::Beside);
    for (const PaneKind kind : {PaneKind::Blurred, PaneKind::LaplacianOfGaussian, PaneKind::Gradient})
        if (m_columnShown && kind != m_first)
            order.column.push_back(kind);
    return order;
}

int ExplorePanes::heightForWidth(int width) const {
    const Order panes = order();
    return heightOfHeroes(width, m_frame, static_cast<int>(panes.heroes.size()), static_cast<int>(panes.column.size()));
}

void ExplorePanes::place() {
    const auto [heroes, column] = order();
    const HeroPlaces places =
        layOutHeroes(size(), m_frame, static_cast<int>(heroes.size()), static_cast<int>(column.size()));
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const auto kind = static_cast<PaneKind>(i);
        if (const auto hero = std::ranges::find(heroes, kind); hero != heroes.end())
            place(kind, places.heroes[static_cast<std::size_t>(hero - heroes.begin())]);
        else if (const auto small = std::ranges::find(column, kind); small != column.end())
            place(kind, places.column[static_cast<std::size_t>(small - column.begin())]);
        else
            pane(kind)->hide();
    }
    updateGeometry();
}

void ExplorePanes::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void ExplorePanes::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_maximized)
        maximize({});
    else
        QWidget::keyPressEvent(event);
}

std::vector<PaneKind> ExplorePanes::visibleKinds() const {
    std::vector<PaneKind> kinds;
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        if (!m_panes[i]->isHidden())
            kinds.push_back(static_cast<PaneKind>(i));
    return kinds;
}

void ExplorePanes::showInput(const ExploreView& view) {
    m_linked.reset();
    if (!view.subject.input) {
        for (std::size_t i = 0; i < m_panes.size(); ++i)
            showWords(static_cast<PaneKind>(i), missingInputText(view.subject));
        return;
    }
    const QImage photo = imageOf(view.subject.picture);
    for (ImagePane* each : m_panes)
        each->setPhoto(photo, view.subject.input->prepared.z);
    showLayout(view);
}

void ExplorePanes::showLayout(const ExploreView& view) {
    if (!view.subject.input)
        return;
    const bool onOriginal = m_session->choice().frame == "original";
    const InputGeometry& geometry = view.subject.input->prepared.geometry;
    const QSize original(view.subject.picture.width(), view.subject.picture.height());
    m_frame = onOriginal ? QSizeF(original) : QSizeF(geometry.modelWidth, geometry.modelHeight);
    for (ImagePane* each : m_panes)
        each->setFrame(onOriginal ? FrameKind::Original : FrameKind::Model, original, geometry);
    place();
}

void ExplorePanes::showWords(PaneKind kind, const QString& text) {
    offer(kind)->hide();
    pane(kind)->setCaption({});
    pane(kind)->showMessage(text);
}

void ExplorePanes::showWaiting(PaneKind kind, const QString& text) {
    offer(kind)->hide();
    pane(kind)->setCaption({});
    pane(kind)->showWaiting(text);
}

void ExplorePanes::showRuns(const ExploreView& view) {
    if (!view.subject.input)
        return;
    const DisplayChoice& display = m_session->display();
    if (view.explore.state)
        m_mapRange = m_whole.range(view.explore.state->attribution, display);
    ImagePane* beside = pane(PaneKind::Beside);
    if (const bool wanted = m_session->choice().panes.size() > 1; wanted != m_hasBeside) {
        m_hasBeside = wanted;
        place();
    }
    const bool besideSaysWhy =
        offer(PaneKind::Beside)->stands(view.beside, view.besideActivity, view.subject.model->card);
    if (view.beside.state && !besideSaysWhy) {
        showMap(PaneKind::Beside, view.beside.state->attribution, display,
                view.explore.state && !view.explore.state->noEvidence ? std::optional(m_mapRange) : std::nullopt, {},
                barWords(display, targetWords(view.beside, view)));
        beside->setCaption(besideCaption(view, display));
    } else if (!besideSaysWhy) {
        showWaiting(PaneKind::Beside, view.besideActivity.running ? tr("Computing…") : tr("No map"));
    }
    showFrame(view);
}

void ExplorePanes::showFrame(const ExploreView& view) {
    if (!view.subject.input)
        return;
    if (!view.frame) {
        for (const PaneKind kind :
             {PaneKind::Blurred, PaneKind::LaplacianOfGaussian, PaneKind::Gradient, PaneKind::Accumulated})
            showWaiting(kind, tr("Computing…"));
        return;
    }
    const Frame& frame = *view.frame;
    const DisplayChoice& display = m_session->display();
    pane(PaneKind::Blurred)->showInput(frame.blurred);
    pane(PaneKind::Blurred)->setCaption(blurredCaption(view));
    const DisplayChoice ofValues = displayOfValues(display);
    showMap(PaneKind::LaplacianOfGaussian, frame.laplacian, ofValues, std::nullopt,
            u'/' + stepWord(view.subject) + u'²', {});
    pane(PaneKind::LaplacianOfGaussian)->setCaption(laplacianCaption(view, ofValues));

    const QString pending = view.exploreActivity.running ? tr("Computing…") : tr("No map");
    const Array gradient = arrayOf(view, PaneKind::Gradient);
    const auto saysWhy = [&](PaneKind kind) {
        return offer(kind)->stands(view.explore, view.exploreActivity, view.subject.model->card);
    };
    if (const bool gradientSays = saysWhy(PaneKind::Gradient); saysWhy(PaneKind::Accumulated) && gradientSays)
        return;
    if (gradient.empty() || !view.explore.state) {
        showWaiting(PaneKind::Gradient, pending);
    } else {
        showMap(PaneKind::Gradient, gradient, display, std::nullopt, {}, {});
        pane(PaneKind::Gradient)->setCaption(gradientCaption(view, display));
    }
    if (frame.accumulated.empty() || !view.path()) {
        showWaiting(PaneKind::Accumulated, pending);
    } else {
        showMap(PaneKind::Accumulated, frame.accumulated, display, m_mapRange, {},
                barWords(display, targetWords(view.explore, view)));
        pane(PaneKind::Accumulated)->setCaption(accumulatedCaption(view, display));
    }
}

void ExplorePanes::showMap(PaneKind kind, const Array& map, const DisplayChoice& display,
                           const std::optional<ClipRange>& range, const QString& unit, const BarWords& words) {
    DrawnMap& drawn = m_drawn[static_cast<std::size_t>(kind)];
    const Array plane = drawn.plane(map, display);
    ImagePane::MapLook look = lookOf(display, range ? *range : drawn.range(map, display));
    look.onCanvas = kind == PaneKind::LaplacianOfGaussian && look.kind == LookKind::Signed;
    look.unit = unit;
    look.words = words;
    pane(kind)->showMap(plane, map, look);
}

Array arrayOf(const ExploreView& view, PaneKind kind) {
    switch (kind) {
    case PaneKind::Blurred:
        return view.frame ? view.frame->blurred : Array();
    case PaneKind::LaplacianOfGaussian:
        return view.frame ? view.frame->laplacian : Array();
    case PaneKind::Gradient:
        return probeFits(view) ? view.probe->gradient : view.frame ? view.frame->gradient : Array();
    case PaneKind::Accumulated:
        return view.frame ? view.frame->accumulated : Array();
    case PaneKind::Beside:
        return view.beside.state ? view.beside.state->attribution : Array();
    }
    return {};
}

QString fileWordOf(PaneKind kind) {
    switch (kind) {
    case PaneKind::Blurred:
        return QStringLiteral("blurred");
    case PaneKind::LaplacianOfGaussian:
        return QStringLiteral("laplacian");
    case PaneKind::Gradient:
        return QStringLiteral("gradient");
    case PaneKind::Accumulated:
        return QStringLiteral("accumulated");
    case PaneKind::Beside:
        return QStringLiteral("beside");
    }
    return {};
}

} // namespace blurig::ui
