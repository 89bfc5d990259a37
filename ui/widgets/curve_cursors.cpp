// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/curve_cursors.h"

#include "ui/widgets/scale_axis.h"
#include "ui/widgets/scale_legend.h"

namespace blurig::ui {

namespace {

constexpr double radius = 4.5;

} // namespace

CurveCursors::CurveCursors(QCustomPlot* plot)
    : QCPAbstractItem(plot) {
    setClipToAxisRect(false);
    setSelectable(false);
}

void CurveCursors::draw(QCPPainter* painter) {
    const double foot = mParentPlot->axisRect()->bottom();
    painter->setAntialiasing(true);
    for (const ScoreCurve& curve : curves) {
        const std::optional<double> score = curve.cursor ? scoreAt(curve, *curve.cursor) : std::nullopt;
        if (!score)
            continue;
        const QPointF at(mParentPlot->xAxis->coordToPixel(axisPosition(*curve.cursor)),
                         mParentPlot->yAxis->coordToPixel(*score));
        painter->setPen(QPen(curve.color, 1.25, Qt::DashLine));
        painter->drawLine(QLineF(QPointF(at.x(), foot), at));
        painter->setPen(QPen(face, 1.5));
        painter->setBrush(curve.color);
        painter->drawEllipse(at, radius, radius);
    }
}

} // namespace blurig::ui
