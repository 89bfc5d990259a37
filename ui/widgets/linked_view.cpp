// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/linked_view.h"

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr double mostZoom = 64.0;

double unit(double value) {
    return std::clamp(value, 0.0, 1.0);
}

// The part that is shown stays inside the frame.
QPointF clampedCenter(QPointF center, double zoom) {
    const double margin = 0.5 / zoom;
    return {std::clamp(center.x(), margin, 1.0 - margin), std::clamp(center.y(), margin, 1.0 - margin)};
}

} // namespace

LinkedView::LinkedView(QObject* parent)
    : QObject(parent) {}

void LinkedView::setView(double zoom, QPointF center) {
    zoom = std::clamp(zoom, 1.0, mostZoom);
    center = clampedCenter(center, zoom);
    if (zoom == m_zoom && center == m_center)
        return;
    m_zoom = zoom;
    m_center = center;
    Q_EMIT viewChanged();
}

void LinkedView::zoomAt(QPointF fixedPoint, double factor) {
    const double zoom = std::clamp(m_zoom * factor, 1.0, mostZoom);
    setView(zoom, fixedPoint - (fixedPoint - m_center) * (m_zoom / zoom));
}

void LinkedView::setCrosshair(std::optional<QPointF> point) {
    if (point)
        point = QPointF(unit(point->x()), unit(point->y()));
    if (!point)
        m_pinned = false;
    if (point == m_crosshair)
        return;
    m_crosshair = point;
    Q_EMIT crosshairChanged();
}

void LinkedView::setPinned(bool pinned) {
    pinned = pinned && m_crosshair.has_value();
    if (pinned == m_pinned)
        return;
    m_pinned = pinned;
    Q_EMIT crosshairChanged();
}

void LinkedView::reset() {
    setView(1.0, QPointF(0.5, 0.5));
}

} // namespace blurig::ui
