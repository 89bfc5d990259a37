// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_panel.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/wrapped_text.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double embeddedDpi = 600; // a photo in a vector file has no more pixels

bool isSmaller(QSize size, QSize than) {
    return size.width() < than.width() || size.height() < than.height();
}

// Pixels of a map stay squares, equally large ones; those of a photo with more of them than the place are averaged.
QImage resized(const QImage& picture, QSize size) {
    const QImage enlarged = isSmaller(picture.size(), size)
                                ? picture.scaled(picture.size() * (1 + std::max(size.width() / picture.width(),
                                                                                size.height() / picture.height())))
                                : picture;
    return enlarged.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QSize wholeSize(QSizeF size) {
    return QSize(static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height())))
        .expandedTo(QSize(1, 1));
}

void paintPicture(QPainter& painter, const QRectF& place, const QImage& picture) {
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        const QSize most = wholeSize(place.size() * (embeddedDpi / figureUnitsPerInch));
        painter.drawImage(place,
                          isSmaller(most, picture.size()) ? resized(picture, most.boundedTo(picture.size())) : picture);
        return;
    }
    const QRectF onDevice = painter.worldTransform().mapRect(place);
    painter.save();
    painter.resetTransform();
    painter.drawImage(onDevice.topLeft().toPoint(), resized(picture, wholeSize(onDevice.size())));
    painter.restore();
}

// White on a dark plate: it is seen on every picture.
void paintScaleBar(QPainter& painter, const QRectF& picture, double length, double modelPixels,
                   const FigureStyle& style) {
    const QPalette palette = figurePalette();
    const QString words = QStringLiteral("%1 px").arg(length);
    const double pad = 0.35 * style.em;
    const double thickness = 0.22 * style.em;
    const double bar = picture.width() * length / modelPixels;
    const QFontMetricsF metrics(style.text);
    const double wide = std::max(bar, metrics.horizontalAdvance(words));
    const double high = metrics.ascent() + 1.6 * thickness;
    QRectF plate(0, 0, wide + 2 * pad, high + 2 * pad);
    plate.moveBottomLeft(picture.bottomLeft() + QPointF(pad, -pad));
    QColor ground = palette.color(QPalette::WindowText);
    ground.setAlphaF(0.62f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, pad, pad);
    painter.setBrush(palette.color(QPalette::Window));
    painter.drawRect(QRectF(plate.center().x() - bar / 2, plate.bottom() - pad - thickness, bar, thickness));
    painter.setFont(style.text);
    painter.setPen(palette.color(QPalette::Window));
    painter.drawText(QPointF(plate.center().x() - metrics.horizontalAdvance(words) / 2,
                             plate.top() + pad + metrics.ascent() - 0.15 * style.em),
                     words);
}

} // namespace

void paintHead(QPainter& painter, const HeadPlace& place, const FigureStyle& style) {
    painter.setPen(figurePalette().color(QPalette::WindowText));
    painter.setFont(style.bold);
    if (!place.letter.isEmpty())
        paintLines(painter, place.topLeft, {place.letter});
    painter.setFont(style.text);
    paintLines(painter, place.topLeft + QPointF(place.indent, 0), place.title);
}

void paintPanel(QPainter& painter, const PanelPlace& place, const FigurePanel& panel, const FigureStyle& style) {
    paintPicture(painter, place.picture, panel.picture);
    if (place.scaleBar)
        paintScaleBar(painter, place.picture, *place.scaleBar, panel.modelPixels, style);
    if (!place.bars.isEmpty())
        paintFigureBars(painter, place.bars, panel.bars, place.numbers, style);
}

} // namespace blurig::ui
