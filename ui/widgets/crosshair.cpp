// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/crosshair.h"

#include <QPaintDevice>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double open = 6;

void drawLines(QPainter& painter, const QRectF& picture, QPointF at, bool pinned) {
    painter.drawLine(QLineF(picture.left(), at.y(), at.x() - open, at.y()));
    painter.drawLine(QLineF(at.x() + open, at.y(), picture.right(), at.y()));
    painter.drawLine(QLineF(at.x(), picture.top(), at.x(), at.y() - open));
    painter.drawLine(QLineF(at.x(), at.y() + open, at.x(), picture.bottom()));
    if (pinned)
        painter.drawEllipse(at, open, open);
}

} // namespace

void paintCrosshair(QPainter& painter, const QRectF& picture, QPointF at, bool pinned) {
    painter.save();
    painter.setClipRect(picture, Qt::IntersectClip);
    // On the middle of a device pixel a line of one device pixel is sharp.
    const double pixel = 1 / painter.device()->devicePixelRatioF();
    at = {(std::floor(at.x() / pixel) + 0.5) * pixel, (std::floor(at.y() / pixel) + 0.5) * pixel};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 95), 1 + 2 * pixel));
    drawLines(painter, picture, at, pinned);
    painter.setPen(QPen(QColor(255, 255, 255, 240), std::max(pixel, 1 - pixel)));
    drawLines(painter, picture, at, pinned);
    painter.restore();
}

} // namespace blurig::ui
