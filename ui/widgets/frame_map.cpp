// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/frame_map.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

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

namespace {

// For each of `count` device pixels from `from` on, the image's pixel that lies under its centre.
std::vector<int> pixelsUnder(int from, int count, double whole, double scale, int size) {
    std::vector<int> pixels;
    for (int i = 0; i < count; ++i)
        pixels.push_back(std::clamp(static_cast<int>(std::floor((from + i + 0.5 - whole) / scale)), 0, size - 1));
    return pixels;
}

constexpr int stripHeight = 32; // device pixels: what is made at a time stays in the cache until it is drawn

// Draws the part of an image of 32-bit pixels that fills `seen` with its pixels as squares, where the whole image would
// fill `whole`. Several times faster than QPainter's scaling: equal rows are copied.
void drawSquares(QPainter& painter, const QImage& image, const QRectF& whole, const QRectF& seen) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QRect device = QRectF(seen.topLeft() * ratio, seen.size() * ratio).toRect();
    const std::vector<int> columns = pixelsUnder(device.left(), device.width(), whole.left() * ratio,
                                                 whole.width() * ratio / image.width(), image.width());
    const std::vector<int> rows = pixelsUnder(device.top(), device.height(), whole.top() * ratio,
                                              whole.height() * ratio / image.height(), image.height());
    for (int top = 0; top < device.height(); top += stripHeight) {
        QImage squares(device.width(), std::min(stripHeight, device.height() - top), image.format());
        for (int y = 0; y < squares.height(); ++y) {
            const auto row = static_cast<std::size_t>(top + y);
            if (y > 0 && rows[row] == rows[row - 1]) {
                std::memcpy(squares.scanLine(y), squares.constScanLine(y - 1), columns.size() * sizeof(QRgb));
                continue;
            }
            const auto* from = reinterpret_cast<const QRgb*>(image.constScanLine(rows[row]));
            auto* to = reinterpret_cast<QRgb*>(squares.scanLine(y));
            for (const int column : columns)
                *to++ = from[column];
        }
        squares.setDevicePixelRatio(ratio);
        painter.drawImage(QPointF(device.left(), device.top() + top) / ratio, squares);
    }
}

// Draws a whole image smaller than it is. QPainter would give parts of so small a picture to a thread pool and wait.
void drawReduced(QPainter& painter, const QImage& image, const QRectF& whole) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QRect device = QRectF(whole.topLeft() * ratio, whole.size() * ratio).toRect();
    QImage reduced = image.scaled(device.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    reduced.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(device.topLeft()) / ratio, reduced);
}

// Whether the painter's device takes pixels as they are.
bool paintsPixels(const QPainter& painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.worldTransform().type() <= QTransform::TxTranslate;
}

} // namespace

void drawPart(QPainter& painter, const QImage& image, const QRectF& whole, const QRectF& clip) {
    const QRectF seen = whole.intersected(clip);
    if (image.isNull() || seen.isEmpty())
        return;
    const double scaleX = whole.width() / image.width();
    const double scaleY = whole.height() / image.height();
    const bool squares = std::min(scaleX, scaleY) * painter.device()->devicePixelRatioF() > 2.0;
    painter.save();
    painter.setClipRect(clip, Qt::IntersectClip);
    if (squares && image.depth() == 32 && paintsPixels(painter)) {
        drawSquares(painter, image, whole, seen);
    } else if (std::max(scaleX, scaleY) * painter.device()->devicePixelRatioF() <= 1 && seen == whole &&
               paintsPixels(painter)) {
        drawReduced(painter, image, whole);
    } else {
        const int left = std::max(0, static_cast<int>(std::floor((seen.left() - whole.left()) / scaleX)));
        const int top = std::max(0, static_cast<int>(std::floor((seen.top() - whole.top()) / scaleY)));
        const int right = std::min(image.width(), static_cast<int>(std::ceil((seen.right() - whole.left()) / scaleX)));
        const int bottom =
            std::min(image.height(), static_cast<int>(std::ceil((seen.bottom() - whole.top()) / scaleY)));
        const QRectF source(left, top, right - left, bottom - top);
        const QRectF target(whole.left() + left * scaleX, whole.top() + top * scaleY, source.width() * scaleX,
                            source.height() * scaleY);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !squares);
        painter.drawImage(target, image, source);
    }
    painter.restore();
}

} // namespace blurig::ui
