// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/band_marks.h"

namespace blurig::ui {

namespace {
constexpr double padding = 4;
}

BandMarks::BandMarks(QCustomPlot* plot)
    : QCPAbstractItem(plot) {
    setClipToAxisRect(false);
    setSelectable(false);
}

QRectF BandMarks::placeOf(const NamedStretch& stretch, double top, double height) const {
    const double left = mParentPlot->xAxis->coordToPixel(axis.placeOf(stretch.from));
    const double right = mParentPlot->xAxis->coordToPixel(axis.placeOf(stretch.to));
    return {left, top, right - left, height};
}

void BandMarks::draw(QCPPainter* painter) {
    const QRectF plot(mParentPlot->axisRect()->rect());
    painter->setFont(font);
    painter->setAntialiasing(false);
    const QFontMetricsF metrics(font);
    const auto write = [&](const QRectF& place, const QString& name) {
        const QRectF room = place.adjusted(padding, 0, -padding, 0);
        painter->setPen(text);
        if (room.width() > metrics.averageCharWidth() * 3)
            painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                              metrics.elidedText(name, Qt::ElideRight, room.width()));
    };
    for (const NamedStretch& label : labels) {
        const QRectF place = placeOf(label, plot.bottom() - stripHeight, stripHeight);
        QColor fill = label.color;
        fill.setAlphaF(0.30f);
        painter->setPen(QPen(line, 1));
        painter->setBrush(fill);
        painter->drawRect(place);
        write(place, label.name);
    }
    double top = plot.top() + 2;
    for (const NamedStretch& bulk : bulks) {
        const QRectF place = placeOf(bulk, top, barHeight);
        QColor fill = accent;
        fill.setAlphaF(0.16f);
        painter->setPen(QPen(accent, 1));
        painter->setBrush(fill);
        painter->drawRect(place);
        write(place, bulk.name);
        top += barHeight + 2;
    }
}

} // namespace blurig::ui
