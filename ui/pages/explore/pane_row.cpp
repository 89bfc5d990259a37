// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/pane_row.h"

#include "ui/pages/explore/pane_captions.h"
#include "ui/panels/crop_panel.h"
#include "ui/panels/display_words.h"
#include "ui/panels/evidence_offer.h"
#include "ui/panels/map_look.h"
#include "ui/panels/pane_input.h"
#include "ui/session/session.h"
#include "ui/widgets/pane_layout.h"

#include <QHBoxLayout>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

PaneRow::PaneRow(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session) {
    setObjectName(QStringLiteral("paneRow"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    struct Description {
        PaneKind kind;
        const char* objectName;
        QString title;
    };
    for (const Description& each : {Description{PaneKind::Blurred, "paneBlurred", tr("Blurred input")},
                                    Description{PaneKind::LaplacianOfGaussian, "paneLog", tr("LoG band")},
                                    Description{PaneKind::Gradient, "paneGradient", tr("Gradient")},
                                    Description{PaneKind::Accumulated, "paneAccumulated", tr("Accumulated Blur IG")},
                                    Description{PaneKind::Beside, "paneBeside", tr("Integrated Gradients")}}) {
        auto* pane = new ImagePane(&m_linked, this);
        pane->setObjectName(QString::fromLatin1(each.objectName));
        pane->setTitle(each.title);
        pane->setAccessibleName(each.title);
        m_panes[static_cast<std::size_t>(each.kind)] = pane;
        row->addWidget(pane, 1);
        auto* offer = new EvidenceOffer(pane);
        m_offers[static_cast<std::size_t>(each.kind)] = offer;
        connect(offer, &EvidenceOffer::scoreWanted, session,
                [session](const QString& score) { session->setScore(score.toStdString()); });
    }
    pane(PaneKind::Beside)->hide();
}

std::vector<PaneKind> PaneRow::visibleKinds() const {
    std::vector<PaneKind> kinds;
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        if (!m_panes[i]->isHidden())
            kinds.push_back(static_cast<PaneKind>(i));
    return kinds;
}

int PaneRow::heightForPanes() const {
    const int count = static_cast<int>(visibleKinds().size());
    const double side = (width() - (count - 1) * layout()->spacing()) / static_cast<double>(count);
    // A tall picture is limited by the window, not by its pane's width.
    const double height = side * std::min(1.0, m_frame.isEmpty() ? 1.0 : m_frame.height() / m_frame.width());
    return static_cast<int>(std::ceil(paneSizeFor(QSizeF(side, height), font()).height()));
}

void PaneRow::showInput(const ExploreView& view) {
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

void PaneRow::showLayout(const ExploreView& view) {
    if (!view.subject.input)
        return;
    const bool onOriginal = m_session->choice().frame == "original";
    const InputGeometry& geometry = view.subject.input->prepared.geometry;
    const QSize original(view.subject.picture.width(), view.subject.picture.height());
    m_frame = onOriginal ? QSizeF(original) : QSizeF(geometry.modelWidth, geometry.modelHeight);
    for (ImagePane* each : m_panes)
        each->setFrame(onOriginal ? FrameKind::Original : FrameKind::Model, original, geometry);
    Q_EMIT proportionsChanged();
}

void PaneRow::showWords(PaneKind kind, const QString& text) {
    offer(kind)->hide();
    pane(kind)->setCaption({});
    pane(kind)->showMessage(text);
}

void PaneRow::showRuns(const ExploreView& view) {
    if (!view.subject.input)
        return;
    const DisplayChoice& display = m_session->display();
    if (view.explore.state)
        m_mapRange = m_whole.range(view.explore.state->attribution, display);
    ImagePane* beside = pane(PaneKind::Beside);
    if (const bool wanted = m_session->choice().panes.size() > 1; wanted == beside->isHidden()) {
        beside->setVisible(wanted);
        Q_EMIT proportionsChanged();
    }
    const bool besideSaysWhy =
        offer(PaneKind::Beside)->stands(view.beside, view.besideActivity, view.subject.model->card);
    if (view.beside.state && !besideSaysWhy) {
        showMap(PaneKind::Beside, view.beside.state->attribution, display,
                view.explore.state && !view.explore.state->noEvidence ? std::optional(m_mapRange) : std::nullopt, {},
                barWords(display, targetWords(view.beside, view)));
        beside->setCaption(besideCaption(view, display));
    } else if (!besideSaysWhy) {
        showWords(PaneKind::Beside, view.besideActivity.running ? tr("Computing…") : tr("No map"));
    }
    showFrame(view);
}

void PaneRow::showFrame(const ExploreView& view) {
    if (!view.subject.input)
        return;
    if (!view.frame) {
        for (const PaneKind kind :
             {PaneKind::Blurred, PaneKind::LaplacianOfGaussian, PaneKind::Gradient, PaneKind::Accumulated})
            showWords(kind, tr("Computing…"));
        return;
    }
    const Frame& frame = *view.frame;
    const DisplayChoice& display = m_session->display();
    pane(PaneKind::Blurred)->showInput(frame.blurred);
    pane(PaneKind::Blurred)->setCaption(blurredCaption(view));
    const DisplayChoice ofValues = displayOfValues(display);
    showMap(PaneKind::LaplacianOfGaussian, frame.laplacian, ofValues, std::nullopt, tr("/px²"), {});
    pane(PaneKind::LaplacianOfGaussian)->setCaption(laplacianCaption(view, ofValues));

    const QString pending = view.exploreActivity.running ? tr("Computing…") : tr("No map");
    const Array gradient = arrayOf(view, PaneKind::Gradient);
    const auto saysWhy = [&](PaneKind kind) {
        return offer(kind)->stands(view.explore, view.exploreActivity, view.subject.model->card);
    };
    if (const bool gradientSays = saysWhy(PaneKind::Gradient); saysWhy(PaneKind::Accumulated) && gradientSays)
        return;
    if (gradient.empty() || !view.explore.state) {
        showWords(PaneKind::Gradient, pending);
    } else {
        showMap(PaneKind::Gradient, gradient, display, std::nullopt, {}, {});
        pane(PaneKind::Gradient)->setCaption(gradientCaption(view, display));
    }
    if (frame.accumulated.empty() || !view.path()) {
        showWords(PaneKind::Accumulated, pending);
    } else {
        showMap(PaneKind::Accumulated, frame.accumulated, display, m_mapRange, {},
                barWords(display, targetWords(view.explore, view)));
        pane(PaneKind::Accumulated)->setCaption(accumulatedCaption(view, display));
    }
}

void PaneRow::showMap(PaneKind kind, const Array& map, const DisplayChoice& display,
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
