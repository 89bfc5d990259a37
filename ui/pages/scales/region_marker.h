// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/region_curve.h"
#include "ui/widgets/image_pane.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace blurig::ui {

// Lies over a pane whose pixels can be chosen: Shift+click takes a pixel, Shift+drag a rectangle of the model's input.
// Paints the regions that are followed, numbered, in their colours.
class RegionMarker : public QWidget {
    Q_OBJECT
public:
    RegionMarker(ImagePane* pane, LinkedView* view);

    void setFrame(FrameKind frame, QSize originalSize);
    void setRegions(const std::vector<PixelRegion>& regions);

Q_SIGNALS:
    void regionChosen(const blurig::PixelRegion& region);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QPointF modelPixelAt(QPointF widget) const; // may lie outside
    QRectF placeOf(const PixelRegion& region) const;
    PixelRegion regionBetween(QPointF a, QPointF b) const; // of model pixels, at least one, inside

    ImagePane* m_pane;
    LinkedView* m_view;
    FrameKind m_frame = FrameKind::Model;
    QSizeF m_original;
    std::vector<PixelRegion> m_regions;
    std::optional<QPointF> m_pressed; // on the widget
    QPointF m_now;
};

QColor regionColor(const QPalette& palette, std::size_t index);
QString regionName(std::size_t index, const PixelRegion& region); // "1: 12 × 8 px", "2: pixel 10, 20"

} // namespace blurig::ui
