// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_layout.h"

#include "ui/widgets/color_bar.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double margin = 4;
constexpr double gap = 5;
constexpr int captionLinesKept = 2;

double snapped(double value, double devicePixelRatio) {
    return std::floor(value * devicePixelRatio) / devicePixelRatio;
}

QSizeF fitted(QSizeF frame, QSizeF room) {
    if (room.width() <= 0 || room.height() <= 0 || frame.isEmpty())
        return {0, 0};
    return frame.scaled(room, Qt::KeepAspectRatio);
}

double titleHeight(const QFont& font) {
    return std::ceil(QFontMetricsF(font).height());
}

double captionHeight(const QFont& font, int lines) {
    return std::ceil(QFontMetricsF(smallFont(font)).lineSpacing() * lines);
}

} // namespace

PaneLayout layOutPane(QSizeF pane, QSizeF frame, const QFont& font, double devicePixelRatio) {
    const double head = margin + titleHeight(font) + gap;
    const double foot = gap + captionHeight(font, captionLinesKept) + margin;
    const double across = colorBarThickness(Qt::Horizontal, font);
    const double beside = colorBarThickness(Qt::Vertical, font);
    const double width = pane.width() - 2 * margin;
    const double height = pane.height() - head - foot;

    const QSizeF below = fitted(frame, {width, height - gap - across});
    const QSizeF right = fitted(frame, {width - gap - beside, height});
    PaneLayout layout;
    layout.barOrientation = right.width() > below.width() ? Qt::Vertical : Qt::Horizontal;
    const bool isBelow = layout.barOrientation == Qt::Horizontal;
    const QSizeF size = isBelow ? below : right;
    const double whole = size.width() + (isBelow ? 0 : gap + beside);
    const double left = snapped(margin + (width - whole) / 2, devicePixelRatio);
    const QSizeF exact(snapped(size.width(), devicePixelRatio), snapped(size.height(), devicePixelRatio));

    layout.title = QRectF(left, margin, whole, titleHeight(font));
    layout.picture = QRectF(QPointF(left, head), exact);
    if (isBelow)
        layout.bar = QRectF(left, layout.picture.bottom() + gap, exact.width(), across);
    else
        layout.bar = QRectF(layout.picture.right() + gap, head, beside, exact.height());
    const double captionTop = (isBelow ? layout.bar.bottom() : layout.picture.bottom()) + gap;
    layout.caption = QRectF(left, captionTop, whole, captionHeight(font, captionLinesKept));
    return layout;
}

QRectF captionPlace(const PaneLayout& layout, std::span<const ColorBar> bars, const QFont& font) {
    QRectF place = layout.caption;
    if (layout.barOrientation == Qt::Vertical)
        return place;
    if (bars.empty())
        place.moveTop(layout.bar.top());
    else if (std::ranges::all_of(bars, [](const ColorBar& bar) { return bar.words == BarWords(); }))
        place.translate(0, -colorBarWordsHeight(font));
    return place;
}

QSizeF paneSizeFor(QSizeF picture, const QFont& font, int captionLines) {
    return {picture.width() + 2 * margin, margin + titleHeight(font) + gap + picture.height() + gap +
                                              colorBarThickness(Qt::Horizontal, font) + gap +
                                              captionHeight(font, captionLines) + margin};
}

} // namespace blurig::ui
