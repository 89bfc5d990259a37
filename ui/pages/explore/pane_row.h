// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/clip_range.h"
#include "ui/engine/explore_view.h"
#include "ui/panels/drawn_map.h"
#include "ui/widgets/image_pane.h"
#include "ui/widgets/linked_view.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace blurig::ui {

class EvidenceOffer;
class Session;

enum class PaneKind { Blurred, LaplacianOfGaussian, Gradient, Accumulated, Beside };

// The linked panes and what each says of itself.
//
// Colours: the accumulated map, and the one beside it, keep one range for all scales, taken from the whole map, so that
// what grows on the way is seen to grow. The LoG band falls with 1/sigma^2 and the gradient by orders of magnitude, so
// theirs is of the scale that is shown; the captions say which.
class PaneRow : public QWidget {
    Q_OBJECT
public:
    explicit PaneRow(Session* session, QWidget* parent = nullptr);

    void showInput(const ExploreView& view);  // another picture, model or crop
    void showLayout(const ExploreView& view); // model or original pixels
    void showRuns(const ExploreView& view);   // another map, or another display
    void showFrame(const ExploreView& view);  // another scale

    const std::array<ImagePane*, 5>& all() const { return m_panes; }
    ImagePane* pane(PaneKind kind) const { return m_panes[static_cast<std::size_t>(kind)]; }
    std::vector<PaneKind> visibleKinds() const;
    int heightForPanes() const; // that their pictures need at this width
    LinkedView* linkedView() { return &m_linked; }

Q_SIGNALS:
    void proportionsChanged(); // another frame, or another number of panes

private:
    // Without a range, in the map's own.
    void showMap(PaneKind kind, const Array& map, const DisplayChoice& display, const std::optional<ClipRange>& range,
                 const QString& unit, const BarWords& words);
    void showWords(PaneKind kind, const QString& text); // in place of a map
    EvidenceOffer* offer(PaneKind kind) const { return m_offers[static_cast<std::size_t>(kind)]; }

    Session* m_session;
    LinkedView m_linked;
    std::array<ImagePane*, 5> m_panes{};
    std::array<EvidenceOffer*, 5> m_offers{};
    std::array<DrawnMap, 5> m_drawn{};
    DrawnMap m_whole;     // the whole Blur IG map
    QSizeF m_frame;       // that the panes show
    ClipRange m_mapRange; // of the whole Blur IG map under the display
};

// What one pane holds now, raw, as it is saved; empty where it shows a message.
Array arrayOf(const ExploreView& view, PaneKind kind);
QString fileWordOf(PaneKind kind); // "blurred", "laplacian", ...

} // namespace blurig::ui
