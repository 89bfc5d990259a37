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

// The linked panes and what each says of itself: two large ones, and a column of the others that can be hidden. One
// pane at a time can take all of the canvas.
//
// Colours: the accumulated map, and the one beside it, keep one range for all scales, taken from the whole map, so that
// what grows on the way is seen to grow. The LoG band falls with 1/sigma^2 and the gradient by orders of magnitude, so
// theirs is of the scale that is shown; the captions say which.
class ExplorePanes : public QWidget {
    Q_OBJECT
public:
    explicit ExplorePanes(Session* session, QWidget* parent = nullptr);

    void showInput(const ExploreView& view);  // another picture, model or crop
    void showLayout(const ExploreView& view); // model or original pixels
    void showRuns(const ExploreView& view);   // another map, or another display
    void showFrame(const ExploreView& view);  // another scale

    void setColumnShown(bool shown);
    void promote(PaneKind kind);                 // large, in place of the first large pane
    void maximize(std::optional<PaneKind> kind); // none: all panes are back

    const std::array<ImagePane*, 5>& all() const { return m_panes; }
    ImagePane* pane(PaneKind kind) const { return m_panes[static_cast<std::size_t>(kind)]; }
    std::vector<PaneKind> visibleKinds() const;
    LinkedView* linkedView() { return &m_linked; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override; // at which the large panes are as wide as they can be

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Escape brings all panes back

private:
    // Without a range, in the map's own.
    void showMap(PaneKind kind, const Array& map, const DisplayChoice& display, const std::optional<ClipRange>& range,
                 const QString& unit, const BarWords& words);
    void showWords(PaneKind kind, const QString& text);   // in place of a picture
    void showWaiting(PaneKind kind, const QString& text); // over the dimmed photo, in place of a map
    EvidenceOffer* offer(PaneKind kind) const { return m_offers[static_cast<std::size_t>(kind)]; }

    struct Order {
        std::vector<PaneKind> heroes;
        std::vector<PaneKind> column;
    };
    Order order() const;
    void place();
    void place(PaneKind kind, const QRect& where);

    Session* m_session;
    LinkedView m_linked;
    std::array<ImagePane*, 5> m_panes{};
    std::array<EvidenceOffer*, 5> m_offers{};
    std::array<DrawnMap, 5> m_drawn{};
    DrawnMap m_whole;                     // the whole Blur IG map
    QSizeF m_frame;                       // that the panes show
    PaneKind m_first = PaneKind::Blurred; // the large pane at the left
    bool m_columnShown = true;
    bool m_hasBeside = false;
    std::optional<PaneKind> m_maximized;
    ClipRange m_mapRange; // of the whole Blur IG map under the display
};

// What one pane holds now, raw, as it is saved; empty where it shows a message.
Array arrayOf(const ExploreView& view, PaneKind kind);
QString fileWordOf(PaneKind kind); // "blurred", "laplacian", ...

} // namespace blurig::ui
