// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/mask_overlay.h"

#include "ui/widgets/outline_path.h"

#include <QPainter>

namespace blurig::ui {

namespace {

constexpr int mostCells = 512;   // along the photo's longer side
constexpr float hatching = 0.6f; // thin lines, so that the colours of the map below are still read
constexpr double edge = 2;       // px
constexpr double darkEdge = 4;

InputGeometry gridOf(const RunMask& mask, const ImagePane& pane) {
    if (pane.frameKind() == FrameKind::Model)
        return pane.geometry();
    const QSize photo(mask.width(), mask.height());
    const QSize cells = photo.boundedTo(photo.scaled(mostCells, mostCells, Qt::KeepAspectRatio)).expandedTo({1, 1});
    return {.modelWidth = cells.width(),
            .modelHeight = cells.height(),
            .source = {.x = 0, .y = 0, .width = 1.0 * photo.width(), .height = 1.0 * photo.height()}};
}

} // namespace

MaskOverlay::MaskOverlay(const RunMask& mask, const InputGeometry& grid)
    : m_path(mask.empty() ? QPainterPath() : pathOf(outlines(inModelPixels(mask, grid))))
    , m_cells(grid.modelWidth, grid.modelHeight) {}

QPixmap MaskOverlay::drawn(const View& view) const {
    QPixmap picture((view.size * view.pixels).toSize());
    picture.setDevicePixelRatio(view.pixels);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const QPainterPath path = view.onto.map(m_path);
    QColor hatch = view.color;
    hatch.setAlphaF(hatching);
    painter.strokePath(path, QPen(QColor(0, 0, 0, 170), darkEdge));
    painter.strokePath(path, QPen(view.color, edge));
    painter.fillPath(path, QBrush(hatch, Qt::BDiagPattern));
    return picture;
}

void MaskOverlay::paint(QPainter& painter, const QRectF& place, const QTransform& onto, const QColor& color) const {
    if (isEmpty())
        return;
    const View view{.size = place.size(),
                    .onto = onto * QTransform::fromTranslate(-place.x(), -place.y()),
                    .color = color,
                    .pixels = painter.device()->devicePixelRatioF()};
    if (m_view != view) {
        m_picture = drawn(view);
        m_view = view;
    }
    painter.drawPixmap(place.topLeft(), m_picture);
}

std::shared_ptr<const MaskOverlay> MaskOverlays::of(const RunMask& mask, const ImagePane& pane) {
    const InputGeometry grid = gridOf(mask, pane);
    if (m_grid != grid || !(m_mask == mask)) {
        m_overlay = std::make_shared<const MaskOverlay>(mask, grid);
        m_mask = mask;
        m_grid = grid;
    }
    return m_overlay;
}

} // namespace blurig::ui
