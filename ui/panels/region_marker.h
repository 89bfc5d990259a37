// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/region_curve.h"
#include "ui/panels/pane_overlay.h"

#include <optional>
#include <vector>

namespace blurig::ui {

// Lies over a pane whose pixels can be chosen: Shift+click takes a pixel, Shift+drag a rectangle of the model's input.
// Paints the regions, numbered and in their colours where they are followed, and words in the corner of the pane.
class RegionMarker : public PaneOverlay {
    Q_OBJECT
public:
    enum class Marks { Numbered, Plain };
    RegionMarker(ImagePane* pane, LinkedView* view, Marks marks = Marks::Numbered);

    void setDrawing(bool on); // off: the mouse draws no region
    void setRegions(const std::vector<PixelRegion>& regions);
    void setBadge(const QString& words); // "AUC 0.84"; empty: none
    const QString& badge() const { return m_badge; }

Q_SIGNALS:
    void regionMoved(const blurig::PixelRegion& region);  // while it is drawn
    void regionChosen(const blurig::PixelRegion& region); // at its end

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QPointF modelPixelAt(QPointF widget) const; // may lie outside
    QRectF placeOf(const PixelRegion& region) const;
    PixelRegion regionBetween(QPointF a, QPointF b) const; // of model pixels, at least one, inside

    Marks m_marks;
    bool m_drawing = true;
    QString m_badge;
    std::vector<PixelRegion> m_regions;
    std::optional<QPointF> m_pressed; // on the widget
    QPointF m_now;
};

QColor regionColor(const QPalette& palette, std::size_t index);
QString regionName(std::size_t index, const PixelRegion& region); // "1: 12 × 8 px", "2: pixel 10, 20"

} // namespace blurig::ui
