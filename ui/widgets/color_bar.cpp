// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/color_bar.h"

#include "core/render/lab.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double stripe = 8;
constexpr double arrow = 7;
constexpr double gap = 3;

// A gradient, not a picture: it stays sharp in vector files.
QLinearGradient gradient(const ColorMap& map, const QRectF& body, Qt::Orientation orientation) {
    QLinearGradient colors(body.bottomLeft(), orientation == Qt::Horizontal ? body.bottomRight() : body.topLeft());
    QGradientStops stops;
    for (int i = 0; i < 256; ++i) {
        const auto& c = map.colors[static_cast<std::size_t>(i)];
        stops << QGradientStop(i / 255.0, QColor(c[0], c[1], c[2]));
    }
    colors.setStops(stops);
    return colors;
}

QColor endColor(const ColorMap& map, std::size_t index) {
    const auto& c = map.colors[index];
    return QColor(c[0], c[1], c[2]);
}

QString tickText(double value) {
    return significant(value, 3).replace(u'-', QStringLiteral("\u2212"));
}

// A triangle on an end of the stripe, pointing outward.
QPolygonF arrowAt(QPointF tip, QPointF base, QPointF halfWidth) {
    return QPolygonF({tip, base + halfWidth, base - halfWidth});
}

void paintStripe(QPainter& painter, const QRectF& body, Qt::Orientation orientation, const ColorBar& bar,
                 const QColor& line) {
    const bool across = orientation == Qt::Horizontal;
    painter.fillRect(body, gradient(*bar.colors, body, orientation));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QPointF half = across ? QPointF(0, stripe / 2) : QPointF(stripe / 2, 0);
    const QPointF outward = across ? QPointF(arrow - 1, 0) : QPointF(0, arrow - 1);
    const QPointF center = body.center();
    const QPointF low = across ? QPointF(body.left() - 1, center.y()) : QPointF(center.x(), body.bottom() + 1);
    const QPointF high = across ? QPointF(body.right() + 1, center.y()) : QPointF(center.x(), body.top() - 1);
    const double sign = across ? 1 : -1;
    if (bar.valuesBelow) {
        painter.setBrush(endColor(*bar.colors, 0));
        painter.drawPolygon(arrowAt(low - outward * sign, low, half));
    }
    if (bar.valuesAbove) {
        painter.setBrush(endColor(*bar.colors, 255));
        painter.drawPolygon(arrowAt(high + outward * sign, high, half));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, 1 / painter.device()->devicePixelRatioF()));
    painter.drawRect(body);
}

bool readable(const QColor& text, const QColor& ground) {
    const auto rgb = [](const QColor& color) {
        return std::array{static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
                          static_cast<std::uint8_t>(color.blue())};
    };
    return readableOn(rgb(ground), rgb(text));
}

// Along the bar, from its low end at the left to its high end at the right.
void paintWords(QPainter& painter, const QRectF& row, const ColorBar& bar, const QFont& font, const QPalette& palette) {
    const ThemeColors& theme = themeColors(palette);
    const QFontMetricsF metrics(font);
    const double side = std::round(metrics.ascent() * 0.65);
    const double patch = side + gap;
    const bool both = !bar.words.low.isEmpty() && !bar.words.high.isEmpty();
    const double room = row.width() - patch - (both ? patch + 4 * gap : 0);
    const bool shorter = both && !bar.words.shortLow.isEmpty() &&
                         metrics.horizontalAdvance(bar.words.low) + metrics.horizontalAdvance(bar.words.high) > room;
    const QString& low = shorter ? bar.words.shortLow : bar.words.low;
    const QString& high = shorter ? bar.words.shortHigh : bar.words.high;
    painter.setFont(font);
    const auto write = [&](const QString& words, const QString& other, const QColor& color, Qt::Alignment end) {
        if (words.isEmpty() || room < patch)
            return;
        const bool atLeft = end == Qt::AlignLeft;
        const QRectF square(atLeft ? row.left() : row.right() - side, row.center().y() - side / 2, side, side);
        painter.fillRect(square, theme.line);
        painter.fillRect(square.adjusted(1, 1, -1, -1), color);
        painter.setPen(readable(color, palette.color(QPalette::Window)) ? color : theme.secondaryText);
        const QRectF place = atLeft ? row.adjusted(patch, 0, 0, 0) : row.adjusted(0, 0, -patch, 0);
        painter.drawText(
            place, end | Qt::AlignVCenter | Qt::TextSingleLine,
            metrics.elidedText(words, Qt::ElideRight, std::max(room / 2, room - metrics.horizontalAdvance(other))));
    };
    // Half of the room for each, and what one does not need for the other.
    write(low, high, endColor(*bar.colors, 0), Qt::AlignLeft);
    write(high, low, endColor(*bar.colors, 255), Qt::AlignRight);
}

} // namespace

double colorBarWordsHeight(const QFont& font) {
    return std::ceil(QFontMetricsF(smallFont(font)).height());
}

double colorBarThickness(Qt::Orientation orientation, const QFont& font) {
    const QFontMetricsF metrics(numberFont(smallFont(font)));
    const double numbers = orientation == Qt::Horizontal
                               ? stripe + gap + metrics.height()
                               : stripe + 2 * gap + metrics.horizontalAdvance(QStringLiteral("\u22120.00123")) + gap;
    return std::ceil(numbers) + colorBarWordsHeight(font);
}

void paintColorBar(QPainter& painter, const QRectF& place, Qt::Orientation orientation, const ColorBar& bar,
                   const QFont& font, const QPalette& palette) {
    if (bar.colors == nullptr || place.width() < 40 || place.height() < 10)
        return;
    const ThemeColors& theme = themeColors(palette);
    const bool across = orientation == Qt::Horizontal;
    // Room for both arrows is always kept: the stripe does not jump when one appears.
    const QRectF body = across ? QRectF(place.left() + arrow, place.top(), place.width() - 2 * arrow, stripe)
                               : QRectF(place.left(), place.top() + arrow, stripe, place.height() - 2 * arrow);
    painter.save();
    paintStripe(painter, body, orientation, bar, theme.line);

    const QFont numbers = numberFont(smallFont(font));
    const QFontMetricsF metrics(numbers);
    painter.setFont(numbers);
    painter.setPen(theme.secondaryText);
    const bool diverging = bar.colors->kind == ColorMap::Kind::Diverging;
    const std::array<double, 3> values =
        diverging ? std::array{-bar.limit, 0.0, bar.limit} : std::array{bar.low, (bar.low + bar.limit) / 2, bar.limit};
    const QString unit = bar.unit.isEmpty() ? QString() : QStringLiteral(" ") + bar.unit;
    if (across) {
        const QRectF row(place.left(), body.bottom() + gap, place.width(), metrics.height());
        const QString last = tickText(values[2]) + unit;
        painter.drawText(row, Qt::AlignLeft | Qt::AlignTop, tickText(values[0]));
        painter.drawText(row, Qt::AlignRight | Qt::AlignTop, last);
        // The middle number gives way before the ends do.
        const double room = place.width() / 2 -
                            std::max(metrics.horizontalAdvance(last), metrics.horizontalAdvance(tickText(values[0])));
        if (room > metrics.horizontalAdvance(tickText(values[1])) / 2 + 2 * gap) {
            painter.drawText(row, Qt::AlignHCenter | Qt::AlignTop, tickText(values[1]));
            painter.fillRect(QRectF(body.center().x() - 0.5, body.bottom() + 1, 1, 2), theme.secondaryText);
        }
        paintWords(painter, QRectF(place.left(), row.bottom(), place.width(), colorBarWordsHeight(font)), bar,
                   smallFont(font), palette);
    } else {
        const QRectF column(body.right() + 2 * gap, place.top(), place.right() - body.right() - 2 * gap,
                            place.height());
        painter.drawText(column, Qt::AlignLeft | Qt::AlignTop, tickText(values[2]));
        painter.drawText(column, Qt::AlignLeft | Qt::AlignVCenter, tickText(values[1]));
        painter.drawText(column, Qt::AlignLeft | Qt::AlignBottom, tickText(values[0]));
        if (!bar.unit.isEmpty() && place.height() > 6 * metrics.height())
            painter.drawText(column.adjusted(0, metrics.height(), 0, 0), Qt::AlignLeft | Qt::AlignTop, bar.unit);
        // Read upwards, as the bar grows.
        painter.translate(place.right() - colorBarWordsHeight(font), place.bottom());
        painter.rotate(-90);
        paintWords(painter, QRectF(0, 0, place.height(), colorBarWordsHeight(font)), bar, smallFont(font), palette);
    }
    painter.restore();
}

void paintColorBars(QPainter& painter, const QRectF& place, Qt::Orientation orientation, std::span<const ColorBar> bars,
                    const QFont& font, const QPalette& palette) {
    const bool across = orientation == Qt::Horizontal;
    const double between = bars.size() > 1 ? 4 * gap : 0;
    const auto count = static_cast<double>(bars.size());
    QSizeF size = place.size();
    const double share = ((across ? size.width() : size.height()) - between * (count - 1)) / count;
    across ? size.setWidth(share) : size.setHeight(share);
    QPointF at = place.topLeft();
    for (const ColorBar& bar : bars) {
        paintColorBar(painter, QRectF(at, size), orientation, bar, font, palette);
        at += across ? QPointF(share + between, 0) : QPointF(0, share + between);
    }
}

} // namespace blurig::ui
