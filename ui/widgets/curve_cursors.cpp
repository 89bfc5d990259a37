// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/curve_cursors.h"

#include "ui/widgets/scale_axis.h"
#include "ui/widgets/scale_legend.h"

namespace blurig::ui {

namespace {

constexpr double radius = 4.5;

std::optional<QPointF> dotOf(const ScoreCurve& curve, const QCustomPlot& plot) {
    const std::optional<double> score = curve.cursor ? scoreAt(curve, *curve.cursor) : std::nullopt;
    if (!score)
        return {};
    return QPointF(plot.xAxis->coordToPixel(axisPosition(*curve.cursor)), plot.yAxis->coordToPixel(*score));
}

} // namespace

void CurveCursors::paint(QCPPainter& painter, const QCustomPlot& plot) const {
    const double foot = plot.axisRect()->bottom();
    painter.setAntialiasing(true);
    for (const ScoreCurve& curve : curves) {
        const auto at = dotOf(curve, plot);
        if (!at)
            continue;
        painter.setPen(QPen(curve.color, 1.25, Qt::DashLine));
        painter.drawLine(QLineF(QPointF(at->x(), foot), *at));
        painter.setPen(QPen(face, 1.5));
        painter.setBrush(curve.color);
        painter.drawEllipse(*at, radius, radius);
    }
}

QRegion CurveCursors::place(const QCustomPlot& plot) const {
    constexpr double reach = radius + 2;
    QRegion region;
    for (const ScoreCurve& curve : curves)
        if (const auto at = dotOf(curve, plot)) {
            const QRectF dot(at->x() - reach, at->y() - reach, 2 * reach, 2 * reach);
            const QRectF line(at->x() - 2, at->y(), 4, plot.axisRect()->bottom() + 1 - at->y());
            region |= QRegion(dot.toAlignedRect()) | line.toAlignedRect();
        }
    return region;
}

} // namespace blurig::ui
