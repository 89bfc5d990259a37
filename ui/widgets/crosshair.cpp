// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/crosshair.h"

#include <QPainter>

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
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 130), 2.5));
    drawLines(painter, picture, at, pinned);
    painter.setPen(QPen(QColor(255, 255, 255, 235), 1));
    drawLines(painter, picture, at, pinned);
    painter.restore();
}

} // namespace blurig::ui
