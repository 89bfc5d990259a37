// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_marks.h"

#include "ui/widgets/scale_axis.h"
#include "ui/widgets/scale_density.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double grooveHeight = 4;
constexpr double gradientTick = 9;
constexpr double probeTick = 5;
constexpr double bracketDrop = 7; // px below the plot's upper edge
constexpr double bracketTick = 5;

} // namespace

ScaleMarks::ScaleMarks(QCustomPlot* plot)
    : QCPAbstractItem(plot) {
    setClipToAxisRect(false);
    setSelectable(false);
}

double ScaleMarks::placeOf(double sigma) const {
    return mParentPlot->xAxis->coordToPixel(axisPosition(sigma));
}

void ScaleMarks::drawDensity(QCPPainter& painter, const QRectF& plot) const {
    const std::vector<double> densities = relativeDensity(shares);
    if (densities.empty())
        return;
    QPolygonF steps;
    const double height = densityHeight * plot.height();
    steps << QPointF(placeOf(shares.front().from), plot.bottom());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double y = plot.bottom() - height * densities[i];
        steps << QPointF(placeOf(shares[i].from), y) << QPointF(placeOf(shares[i].to), y);
    }
    steps << QPointF(placeOf(shares.back().to), plot.bottom());
    QColor fill = accent;
    fill.setAlphaF(0.20f);
    painter.setAntialiasing(false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(steps);
}

// Over the interval, its words in the middle of it where they have room there, else beside it.
void ScaleMarks::drawBracket(QCPPainter& painter, const QRectF& plot) const {
    if (!(bulkTo > bulkFrom))
        return;
    const double left = placeOf(bulkFrom);
    const double right = placeOf(bulkTo);
    QColor band = accent;
    band.setAlphaF(0.07f);
    painter.fillRect(QRectF(QPointF(left, plot.top()), QPointF(right, plot.bottom())), band);
    const double y = plot.top() + bracketDrop;
    painter.setAntialiasing(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 1.5));
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(bulkWords) + 10;
    const bool within = width + 12 < right - left;
    const double middle = (left + right) / 2;
    painter.drawLine(QLineF(left, y, left, y + bracketTick));
    painter.drawLine(QLineF(right, y, right, y + bracketTick));
    painter.drawLine(QLineF(left, y, within ? middle - width / 2 : right, y));
    if (within)
        painter.drawLine(QLineF(middle + width / 2, y, right, y));
    painter.setFont(font);
    painter.setPen(words);
    const bool atRight = right + width < plot.right();
    const QRectF place(within    ? middle - width / 2
                       : atRight ? right
                                 : left - width,
                       y - metrics.height() / 2, width, metrics.height());
    painter.drawText(place, Qt::AlignCenter, bulkWords);
}

void ScaleMarks::draw(QCPPainter* painter) {
    const QRectF plot(mParentPlot->axisRect()->rect());
    if (!shares.empty())
        drawDensity(*painter, plot);
    drawBracket(*painter, plot);
    painter->setPen(Qt::NoPen);
    painter->setAntialiasing(true);
    const double base = plot.bottom();
    painter->setBrush(groove);
    painter->drawRoundedRect(
        QRectF(plot.left() - grooveHeight / 2, base - grooveHeight / 2, plot.width() + grooveHeight, grooveHeight),
        grooveHeight / 2, grooveHeight / 2);
    painter->setPen(QPen(light, 1));
    for (const double sigma : probes)
        painter->drawLine(QLineF(placeOf(sigma), base - probeTick, placeOf(sigma), base));
    painter->setPen(QPen(strong, 1.2));
    for (const double sigma : gradients)
        painter->drawLine(QLineF(placeOf(sigma), base - gradientTick, placeOf(sigma), base));
}

} // namespace blurig::ui
