// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_marks.h"

#include "ui/widgets/scale_axis.h"

namespace blurig::ui {

namespace {

constexpr double grooveHeight = 4;
constexpr double gradientTick = 9;
constexpr double probeTick = 5;

} // namespace

ScaleMarks::ScaleMarks(QCustomPlot* plot)
    : QCPAbstractItem(plot) {
    setClipToAxisRect(false);
    setSelectable(false);
}

void ScaleMarks::draw(QCPPainter* painter) {
    const QCPAxis* axis = mParentPlot->xAxis;
    const QRectF plot(mParentPlot->axisRect()->rect());
    const auto x = [axis](double sigma) { return axis->coordToPixel(axisPosition(sigma)); };
    painter->setPen(Qt::NoPen);
    if (bulkTo > bulkFrom) {
        painter->setBrush(band);
        painter->drawRect(QRectF(QPointF(x(bulkFrom), plot.top()), QPointF(x(bulkTo), plot.bottom())));
    }
    painter->setAntialiasing(true);
    const double base = plot.bottom();
    painter->setBrush(groove);
    painter->drawRoundedRect(
        QRectF(plot.left() - grooveHeight / 2, base - grooveHeight / 2, plot.width() + grooveHeight, grooveHeight),
        grooveHeight / 2, grooveHeight / 2);
    painter->setPen(QPen(light, 1));
    for (const double sigma : probes)
        painter->drawLine(QLineF(x(sigma), base - probeTick, x(sigma), base));
    painter->setPen(QPen(strong, 1.2));
    for (const double sigma : gradients)
        painter->drawLine(QLineF(x(sigma), base - gradientTick, x(sigma), base));
}

} // namespace blurig::ui
