// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/region_marker.h"

#include "ui/panels/pane_pixels.h"
#include "ui/widgets/linked_view.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

RegionMarker::RegionMarker(ImagePane* pane, LinkedView* view, Marks marks)
    : PaneOverlay(pane, view)
    , m_marks(marks) {}

void RegionMarker::setDrawing(bool on) {
    m_drawing = on;
}

void RegionMarker::setRegions(const std::vector<PixelRegion>& regions) {
    m_regions = regions;
    update();
}

void RegionMarker::setBadge(const QString& words) {
    if (words == m_badge)
        return;
    m_badge = words;
    update();
}

QPointF RegionMarker::modelPixelAt(QPointF widget) const {
    return PanePixels(*pane(), *view()).toModel(widget);
}

QRectF RegionMarker::placeOf(const PixelRegion& region) const {
    const PanePixels pixels(*pane(), *view());
    const auto at = [&](std::int64_t x, std::int64_t y) {
        return pixels.modelToWidget({static_cast<double>(x), static_cast<double>(y)});
    };
    return QRectF(at(region.left, region.top), at(region.right, region.bottom)).normalized();
}

PixelRegion RegionMarker::regionBetween(QPointF a, QPointF b) const {
    const InputGeometry& geometry = pane()->geometry();
    const auto ends = [](double one, double other, int size) {
        const auto pixel = [size](double at) {
            return static_cast<std::int64_t>(std::clamp(std::floor(at), 0.0, size - 1.0));
        };
        return std::pair(pixel(std::min(one, other)), pixel(std::max(one, other)) + 1);
    };
    const auto [left, right] = ends(a.x(), b.x(), geometry.modelWidth);
    const auto [top, bottom] = ends(a.y(), b.y(), geometry.modelHeight);
    return {left, top, right, bottom};
}

bool RegionMarker::eventFilter(QObject* watched, QEvent* event) {
    const bool isMouse = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ||
                         event->type() == QEvent::MouseButtonRelease;
    if (!isMouse)
        return PaneOverlay::eventFilter(watched, event);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    m_now = mouse->position();
    if (m_drawing && event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton &&
        mouse->modifiers().testFlag(Qt::ShiftModifier) && pane()->hasPicture() &&
        pane()->picturePlace().contains(m_now)) {
        m_pressed = m_now;
        return true;
    }
    if (!m_pressed)
        return PaneOverlay::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonRelease) {
        const PixelRegion region = regionBetween(modelPixelAt(*m_pressed), modelPixelAt(m_now));
        m_pressed.reset();
        Q_EMIT regionChosen(region);
    }
    if (m_pressed)
        Q_EMIT regionMoved(regionBetween(modelPixelAt(*m_pressed), modelPixelAt(m_now)));
    update();
    return true;
}

void RegionMarker::paintEvent(QPaintEvent*) {
    if (!pane()->hasPicture())
        return;
    QPainter painter(this);
    painter.setClipRect(pane()->picturePlace());
    painter.setFont(smallFont(font()));
    std::vector<PixelRegion> shown = m_regions;
    if (m_pressed)
        shown.push_back(regionBetween(modelPixelAt(*m_pressed), modelPixelAt(m_now)));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const QRectF place = placeOf(shown[i]).adjusted(-1, -1, 1, 1);
        painter.setPen(QPen(QColor(0, 0, 0, 170), 3));
        painter.drawRect(place);
        painter.setPen(QPen(regionColor(palette(), m_marks == Marks::Plain ? 0 : i), 1.5));
        painter.drawRect(place);
        if (m_marks == Marks::Plain)
            continue;
        const QString number = QString::number(i + 1);
        const QRectF label(place.topRight() + QPointF(2, -2), QSizeF(14, 14));
        painter.fillRect(label, QColor(0, 0, 0, 170));
        painter.setPen(Qt::white);
        painter.drawText(label, Qt::AlignCenter, number);
    }
    if (m_badge.isEmpty())
        return;
    const QFontMetrics metrics(painter.font());
    const QRectF picture = pane()->picturePlace();
    const QRectF badge(picture.left() + 4, picture.top() + 4, metrics.horizontalAdvance(m_badge) + 12,
                       metrics.height() + 4); // below is what the pane itself says
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 180));
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, m_badge);
}

QColor regionColor(const QPalette& palette, std::size_t index) {
    return curveColor(palette, index + 1);
}

QString regionName(std::size_t index, const PixelRegion& region) {
    const std::int64_t width = region.right - region.left;
    const std::int64_t height = region.bottom - region.top;
    if (width == 1 && height == 1)
        return RegionMarker::tr("%1: pixel %2, %3").arg(index + 1).arg(region.left).arg(region.top);
    return RegionMarker::tr("%1: %2 × %3 px").arg(index + 1).arg(width).arg(height);
}

} // namespace blurig::ui
