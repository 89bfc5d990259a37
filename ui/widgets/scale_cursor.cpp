// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_cursor.h"

#include "ui/widgets/scale_axis.h"

namespace blurig::ui {

namespace {

constexpr double radius = 7;
constexpr double focusRadius = 10.5;

} // namespace

ScaleCursor::ScaleCursor(QCustomPlot* plot)
    : QCPAbstractItem(plot) {
    setClipToAxisRect(false);
    setSelectable(false);
}

void ScaleCursor::draw(QCPPainter* painter) {
    const QRectF plot(mParentPlot->axisRect()->rect());
    const QPointF foot(mParentPlot->xAxis->coordToPixel(axisPosition(sigma)), plot.bottom());
    painter->setAntialiasing(true);
    painter->setPen(QPen(color, 1.25));
    painter->drawLine(QLineF(foot, QPointF(foot.x(), plot.top())));
    if (focused) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color, 1.5));
        painter->drawEllipse(foot, focusRadius, focusRadius);
    }
    painter->setPen(QPen(face, 2));
    painter->setBrush(color);
    painter->drawEllipse(foot, radius, radius);
}

} // namespace blurig::ui
