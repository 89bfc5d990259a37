// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/laboratory/extrema_marker.h"

#include "ui/panels/pane_pixels.h"
#include "ui/widgets/linked_view.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace blurig::ui {

ExtremaMarker::ExtremaMarker(ImagePane* pane, LinkedView* view)
    : PaneOverlay(pane, view) {}

void ExtremaMarker::setExtrema(std::vector<PictureExtremum> extrema) {
    m_extrema = std::move(extrema);
    update();
}

void ExtremaMarker::paintEvent(QPaintEvent* /*event*/) {
    if (!pane()->hasPicture())
        return;
    QPainter painter(this);
    const QRectF place = pane()->picturePlace();
    painter.setClipRect(place);
    painter.setRenderHint(QPainter::Antialiasing);
    const PanePixels pixels(*pane(), *view());
    // No larger than the pixels that they mark, where these are small: noise has an extremum in every third.
    const double pixel = pixels.modelToWidget({1, 0}).x() - pixels.modelToWidget({0, 0}).x();
    const double size = std::clamp(0.75 * pixel, 1.2, 4.0);
    const QPen ring(QColor(255, 255, 255, 190), 1);
    const QPen triangle(themeColors(palette()).accent, size < 2 ? 1 : 1.5);
    for (const PictureExtremum& extremum : m_extrema) {
        const QPointF at =
            pixels.modelToWidget({static_cast<double>(extremum.x) + 0.5, static_cast<double>(extremum.y) + 0.5});
        if (!place.contains(at))
            continue;
        if (!extremum.enhanced) {
            painter.setPen(ring);
            painter.drawEllipse(at, 0.4 * size, 0.4 * size);
            continue;
        }
        const double up = extremum.maximum ? -1 : 1; // a maximum points up
        painter.setPen(triangle);
        painter.drawPolygon(QPolygonF({at + QPointF(0, size * up), at + QPointF(-0.87 * size, -0.6 * size * up),
                                       at + QPointF(0.87 * size, -0.6 * size * up)}));
    }
}

} // namespace blurig::ui
