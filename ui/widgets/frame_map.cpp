// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/frame_map.h"

#include <QPaintDevice>
#include <QPainter>

#include <cmath>

namespace blurig::ui {

FrameMap::FrameMap(const QRectF& picture, double zoom, QPointF center)
    : m_picture(picture) {
    const QSizeF size = picture.size() * zoom;
    m_whole = QRectF(picture.center() - QPointF(center.x() * size.width(), center.y() * size.height()), size);
}

QPointF FrameMap::toWidget(QPointF unit) const {
    return {m_whole.x() + unit.x() * m_whole.width(), m_whole.y() + unit.y() * m_whole.height()};
}

QPointF FrameMap::toUnit(QPointF widget) const {
    if (m_whole.isEmpty())
        return {};
    return {(widget.x() - m_whole.x()) / m_whole.width(), (widget.y() - m_whole.y()) / m_whole.height()};
}

void drawPart(QPainter& painter, const QImage& image, const QRectF& whole, const QRectF& clip) {
    const QRectF seen = whole.intersected(clip);
    if (image.isNull() || seen.isEmpty())
        return;
    const double scaleX = whole.width() / image.width();
    const double scaleY = whole.height() / image.height();
    const int left = std::max(0, static_cast<int>(std::floor((seen.left() - whole.left()) / scaleX)));
    const int top = std::max(0, static_cast<int>(std::floor((seen.top() - whole.top()) / scaleY)));
    const int right = std::min(image.width(), static_cast<int>(std::ceil((seen.right() - whole.left()) / scaleX)));
    const int bottom = std::min(image.height(), static_cast<int>(std::ceil((seen.bottom() - whole.top()) / scaleY)));
    const QRectF source(left, top, right - left, bottom - top);
    const QRectF target(whole.left() + left * scaleX, whole.top() + top * scaleY, source.width() * scaleX,
                        source.height() * scaleY);
    const double deviceScale = std::min(scaleX, scaleY) * painter.device()->devicePixelRatioF();
    painter.save();
    painter.setClipRect(clip, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, deviceScale <= 2.0);
    painter.drawImage(target, image, source);
    painter.restore();
}

} // namespace blurig::ui
