// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_painter.h"

#include "ui/widgets/crosshair.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegion>

#include <algorithm>

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

constexpr double gap = 8;
constexpr double infoSide = 13;

QString shownTitle(const PaneFace& face) {
    const double room = face.layout.title.width() - (face.hasInfo ? infoSide + gap : 0);
    return QFontMetricsF(titleFont(face.font)).elidedText(face.title, Qt::ElideRight, std::max(0.0, room));
}

void paintInfo(QPainter& painter, const QRectF& place, const QFont& font, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1));
    painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5));
    QFont letter = font;
    letter.setPixelSize(9);
    letter.setBold(true);
    painter.setFont(letter);
    painter.drawText(place, Qt::AlignCenter, QStringLiteral("i"));
    painter.restore();
}

// The title and the caption at the left, the value under the crosshair at the right of the same line.
void paintHead(QPainter& painter, const PaneFace& face) {
    QRectF place = face.layout.title;
    if (place.isEmpty())
        return;
    const QColor quiet = themeColors(face.palette).secondaryText;
    const QString title = shownTitle(face);
    painter.setFont(titleFont(face.font));
    painter.setPen(face.palette.color(QPalette::WindowText));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title);
    place.setLeft(place.left() + QFontMetricsF(painter.font()).horizontalAdvance(title) + gap);
    if (face.hasInfo) {
        paintInfo(painter, infoPlace(face), face.font, quiet);
        place.setLeft(place.left() + infoSide + gap);
    }
    const QFont numbers = numberFont(smallFont(face.font));
    const QString value = QFontMetricsF(numbers).elidedText(face.value, Qt::ElideRight, place.width());
    painter.setFont(numbers);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, value);
    if (!value.isEmpty())
        return;
    painter.setFont(smallFont(face.font));
    painter.setPen(quiet);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(face.caption, Qt::ElideRight, place.width()));
}

// Dark with white letters: can be read on any picture, in both themes.
void paintBadge(QPainter& painter, const PaneFace& face, const QString& text) {
    const QFont font = smallFont(face.font);
    const QFontMetricsF metrics(font);
    const QRectF picture = face.layout.picture;
    const double width = metrics.horizontalAdvance(text) + gap;
    if (text.isEmpty() || width > picture.width())
        return;
    const QRectF place(picture.left() + 4, picture.bottom() - metrics.height() - 8, width, metrics.height() + 4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 170));
    painter.drawRoundedRect(place, 4, 4);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(place, Qt::AlignCenter, text);
    painter.restore();
}

void paintMessage(QPainter& painter, const QString& message, const PaneFace& face) {
    painter.fillRect(face.layout.picture, face.palette.color(QPalette::Window));
    painter.setFont(face.font);
    painter.setPen(themeColors(face.palette).secondaryText);
    painter.drawText(face.layout.picture.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, message);
}

} // namespace

QRectF infoPlace(const PaneFace& face) {
    const double left =
        face.layout.title.left() + QFontMetricsF(titleFont(face.font)).horizontalAdvance(shownTitle(face)) + gap;
    return {left, face.layout.title.center().y() - infoSide / 2, infoSide, infoSide};
}

void paintPane(QPainter& painter, const PaneContents& contents, const PaneFace& face) {
    const PaneLayout& layout = face.layout;
    const ThemeColors& colors = themeColors(face.palette);
    paintGround(painter, face.place, contents.coversPicture() ? layout.picture : QRectF(),
                face.palette.color(QPalette::Base));
    paintHead(painter, face);
    if (contents.left.hasPicture()) {
        contents.paint(painter, face.map, face.palette);
        paintBadge(painter, face, face.badge);
        if (face.crosshair)
            paintCrosshair(painter, layout.picture, face.map.toWidget(*face.crosshair), face.pinned);
    } else if (contents.left.waits()) {
        contents.paint(painter, face.map, face.palette);
        paintBadge(painter, face, contents.left.message());
    } else {
        paintMessage(painter, contents.left.message(), face);
    }
    painter.setPen(QPen(face.focused ? colors.accent : colors.line, 0));
    painter.setBrush(Qt::NoBrush);
    const double pixel = 1 / painter.device()->devicePixelRatioF();
    painter.drawRect(layout.picture.adjusted(-pixel, -pixel, 0, 0)); // around the picture, over none of it
    paintColorBars(painter, layout.bar, contents.bars(), face.font, face.palette);
}

} // namespace blurig::ui
