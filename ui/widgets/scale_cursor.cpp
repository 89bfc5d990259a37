// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_cursor.h"

#include "ui/widgets/scale_axis.h"

#include <cmath>

namespace blurig::ui {

namespace {

constexpr double radius = 7;
constexpr double focusRadius = 10.5;

// At a whole pixel, so that the line is one column.
QPointF footOf(double sigma, const QCustomPlot& plot) {
    return {std::floor(plot.xAxis->coordToPixel(axisPosition(sigma))), QRectF(plot.axisRect()->rect()).bottom()};
}

} // namespace

void ScaleCursor::paint(QCPPainter& painter, const QCustomPlot& plot) const {
    const QPointF foot = footOf(sigma, plot);
    // Not antialiased: Qt gives the many short spans of such a line to a thread pool and waits.
    painter.setAntialiasing(false);
    painter.fillRect(QRectF(foot.x(), plot.axisRect()->top(), 1, plot.axisRect()->height()), color);
    painter.setAntialiasing(true);
    if (focused) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.5));
        painter.drawEllipse(foot, focusRadius, focusRadius);
    }
    painter.setPen(QPen(face, 2));
    painter.setBrush(color);
    painter.drawEllipse(foot, radius, radius);
}

QRegion ScaleCursor::place(const QCustomPlot& plot) const {
    const QPoint foot = footOf(sigma, plot).toPoint();
    const int reach = static_cast<int>(std::ceil(focusRadius)) + 2;
    const QRegion line(foot.x(), plot.axisRect()->top(), 1, plot.axisRect()->height());
    return line | QRect(foot.x() - reach, foot.y() - reach, 2 * reach, 2 * reach);
}

} // namespace blurig::ui
