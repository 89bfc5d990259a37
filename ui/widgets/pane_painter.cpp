// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_painter.h"

#include "ui/widgets/crosshair.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegion>

namespace blurig::ui {

namespace {

QFont titleFont(const QFont& base) {
    QFont font = base;
    font.setBold(true);
    return font;
}

// What lies fully within `covered` is left out.
void paintGround(QPainter& painter, const QRect& place, const QRectF& covered, const QColor& color) {
    QRegion ground = place;
    if (!covered.isEmpty()) // less its edge, where it may share a pixel
        ground -= covered.toAlignedRect().adjusted(1, 1, -1, -1);
    for (const QRect& part : ground)
        painter.fillRect(part, color);
}

// The title at the left, the value under the crosshair at the right of the same line.
void paintHead(QPainter& painter, const PaneFace& face) {
    const QRectF& place = face.layout.title;
    const QFont numbers = numberFont(smallFont(face.font));
    const QFontMetricsF metrics(numbers);
    const double most = place.width() * 0.72;
    const QString shown = metrics.elidedText(face.value, Qt::ElideRight, most);
    const double used = shown.isEmpty() ? 0 : metrics.horizontalAdvance(shown) + 8;
    painter.setFont(titleFont(face.font));
    painter.setPen(face.palette.color(QPalette::WindowText));
    const QString words = QFontMetricsF(painter.font()).elidedText(face.title, Qt::ElideRight, place.width() - used);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, words);
    painter.setFont(numbers);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, shown);
}

void paintMessage(QPainter& painter, const QString& message, const PaneFace& face) {
    painter.fillRect(face.layout.picture, face.palette.color(QPalette::Base));
    painter.setFont(face.font);
    painter.setPen(themeColors(face.palette).secondaryText);
    painter.drawText(face.layout.picture.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, message);
}

} // namespace

WrappedText captionLines(const QString& caption, const QRectF& place, const QFont& font) {
    return wrapped(caption, smallFont(font), place.width(), 2);
}

void paintPane(QPainter& painter, const PaneContents& contents, const PaneFace& face) {
    const PaneLayout& layout = face.layout;
    const ThemeColors& colors = themeColors(face.palette);
    paintGround(painter, face.place, contents.coversPicture() ? layout.picture : QRectF(),
                face.palette.color(QPalette::Window));
    paintHead(painter, face);
    if (contents.left.hasPicture()) {
        contents.paint(painter, face.map, face.palette);
        if (face.crosshair)
            paintCrosshair(painter, layout.picture, face.map.toWidget(*face.crosshair), face.pinned);
    } else {
        paintMessage(painter, contents.left.message(), face);
    }
    painter.setPen(QPen(face.focused ? colors.accent : colors.line, 0));
    painter.setBrush(Qt::NoBrush);
    const double pixel = 1 / painter.device()->devicePixelRatioF();
    painter.drawRect(layout.picture.adjusted(-pixel, -pixel, 0, 0)); // around the picture, over none of it
    const std::vector<ColorBar> bars = contents.bars();
    paintColorBars(painter, layout.bar, layout.barOrientation, bars, face.font, face.palette);
    painter.setFont(smallFont(face.font));
    painter.setPen(colors.secondaryText);
    const QRectF caption = captionPlace(layout, bars, face.font);
    paintLines(painter, caption.topLeft(), captionLines(face.caption, caption, face.font).lines);
}

} // namespace blurig::ui
