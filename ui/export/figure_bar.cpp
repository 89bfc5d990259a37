// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_bar.h"

#include "ui/export/printed_number.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr int digits = 2; // of numbers beside a bar; the caption has three
// In em.
constexpr double stripe = 0.65;
constexpr double arrow = 0.45;
constexpr double gap = 0.35;
constexpr double between = 1.2; // two bars
constexpr double leastStripe = 4;

double widthOf(const QString& text, const FigureStyle& style) {
    return QFontMetricsF(style.text).horizontalAdvance(text);
}

void paintStripe(QPainter& painter, const QRectF& place, const ColorBar& bar, const FigureStyle& style) {
    const double tip = arrow * style.em;
    const QRectF body = place.adjusted(bar.valuesBelow ? tip : 0, 0, bar.valuesAbove ? -tip : 0, 0);
    paintBarBody(painter, place, body, bar);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(themeColors(figurePalette()).secondaryText, 0.35 * figureUnitsPerPoint));
    painter.drawRect(body);
}

void paintBar(QPainter& painter, const QRectF& place, const ColorBar& bar, BarNumbers numbers,
              const FigureStyle& style) {
    const QString low = lowEnd(bar, digits);
    const QString high = highEnd(bar, digits);
    const double height = stripe * style.em;
    QRectF words = place;
    QRectF body(place.left(), place.top(), place.width(), height);
    if (numbers == BarNumbers::Beside) {
        const double before = widthOf(low, style) + gap * style.em;
        const double after = widthOf(high, style) + gap * style.em;
        body = QRectF(place.left() + before, place.center().y() - height / 2, place.width() - before - after, height);
    } else {
        words.setTop(body.bottom() + 0.15 * style.em);
    }
    paintStripe(painter, body, bar, style);
    painter.setFont(style.text);
    painter.setPen(figurePalette().color(QPalette::WindowText));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, low);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, high);
}

} // namespace

QString lowEnd(const ColorBar& bar, int shownDigits) {
    const bool diverging = bar.colors->kind == ColorMap::Kind::Diverging;
    return printedNumber(significant(diverging ? -bar.limit : bar.low, shownDigits));
}

QString highEnd(const ColorBar& bar, int shownDigits) {
    const QString number = printedNumber(significant(bar.limit, shownDigits));
    return bar.unit.isEmpty() ? number : number + u' ' + bar.unit;
}

double besideWidth(const std::vector<ColorBar>& bars, const FigureStyle& style) {
    double widest = 0;
    for (const ColorBar& bar : bars)
        widest = std::max(widest, widthOf(lowEnd(bar, digits), style) + widthOf(highEnd(bar, digits), style) +
                                      (2 * gap + leastStripe) * style.em);
    const auto count = static_cast<double>(bars.size());
    return bars.empty() ? 0 : count * widest + (count - 1) * between * style.em;
}

double figureBarHeight(BarNumbers numbers, const FigureStyle& style) {
    return numbers == BarNumbers::Beside ? style.line : (stripe + 0.15) * style.em + style.line;
}

void paintFigureBars(QPainter& painter, const QRectF& place, const std::vector<ColorBar>& bars, BarNumbers numbers,
                     const FigureStyle& style) {
    const double space = between * style.em;
    const auto count = static_cast<double>(bars.size());
    const double share = (place.width() - (count - 1) * space) / count;
    QRectF at(place.topLeft(), QSizeF(share, place.height()));
    for (const ColorBar& bar : bars) {
        paintBar(painter, at, bar, numbers, style);
        at.translate(share + space, 0);
    }
}

} // namespace blurig::ui
