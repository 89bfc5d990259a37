// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/color_bar.h"

#include "core/render/lab.h"
#include "ui/widgets/color_gradient.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double stripe = sizes::stripe;
constexpr double arrow = 5;
constexpr double gap = 5;
constexpr double between = 12; // two bars

QColor endColor(const ColorMap& map, std::size_t index) {
    const auto& c = map.colors[index];
    return QColor(c[0], c[1], c[2]);
}

QString tickText(double value) {
    return significant(value, 3).replace(u'-', QStringLiteral("\u2212"));
}

// An end beyond which there are values points outward. Room for both arrows is always kept: the stripe does not jump
// when one appears.
void paintStripe(QPainter& painter, const QRectF& place, const ColorBar& bar, const QColor& line) {
    const QRectF body = place.adjusted(arrow, 0, -arrow, 0);
    painter.save();
    paintBarBody(painter, place, body, bar);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, 1 / painter.device()->devicePixelRatioF()));
    painter.drawRect(body);
    if (bar.colors->kind == ColorMap::Kind::Diverging)
        painter.drawLine(QLineF(body.center().x(), body.top() - 2, body.center().x(), body.bottom() + 2));
    painter.restore();
}

bool readable(const QColor& text, const QColor& ground) {
    const auto rgb = [](const QColor& color) {
        return std::array{static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
                          static_cast<std::uint8_t>(color.blue())};
    };
    return readableOn(rgb(ground), rgb(text));
}

struct Words {
    QString low;
    QString high;
};

// The longest words that leave the stripe its least width.
Words wordsFor(const BarWords& words, double room, const QFont& font) {
    const QFontMetricsF metrics(font);
    const auto taken = [&](const Words& some) {
        double width = 0;
        for (const QString& each : {some.low, some.high})
            width += each.isEmpty() ? 0 : metrics.horizontalAdvance(each) + gap;
        return width;
    };
    for (const Words& some : {Words{words.low, words.high}, Words{words.shortLow, words.shortHigh}})
        if (taken(some) <= room)
            return some;
    return {};
}

void paintColorBar(QPainter& painter, QRectF row, const ColorBar& bar, const QFont& font, const QPalette& palette) {
    const QFont small = smallFont(font);
    const QFont numbers = numberFont(small);
    const QFontMetricsF figures(numbers);
    const QFontMetricsF metrics(small);
    const ThemeColors& theme = themeColors(palette);
    const QString unit = bar.unit.isEmpty() ? QString() : QStringLiteral(" ") + bar.unit;
    const bool diverging = bar.colors->kind == ColorMap::Kind::Diverging;
    const QString low = tickText(diverging ? -bar.limit : bar.low);
    const QString high = tickText(bar.limit) + unit;
    const double leastStripe = std::max(40.0, 0.2 * row.width());
    const double numbersWidth = figures.horizontalAdvance(low) + figures.horizontalAdvance(high) + 2 * gap;
    const Words words = wordsFor(bar.words, row.width() - numbersWidth - leastStripe, small);

    const auto write = [&](const QString& text, const QFont& face, double width, const QColor& color,
                           Qt::Alignment end) {
        if (text.isEmpty())
            return;
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(row, end | Qt::AlignVCenter | Qt::TextSingleLine, text);
        end == Qt::AlignLeft ? row.setLeft(row.left() + width + gap) : row.setRight(row.right() - width - gap);
    };
    const auto colorOf = [&](std::size_t end) {
        const QColor color = endColor(*bar.colors, end);
        return readable(color, palette.color(QPalette::Base)) ? color : theme.secondaryText;
    };
    write(low, numbers, figures.horizontalAdvance(low), theme.secondaryText, Qt::AlignLeft);
    write(high, numbers, figures.horizontalAdvance(high), theme.secondaryText, Qt::AlignRight);
    write(words.low, small, metrics.horizontalAdvance(words.low), colorOf(0), Qt::AlignLeft);
    write(words.high, small, metrics.horizontalAdvance(words.high), colorOf(255), Qt::AlignRight);
    if (row.width() > 2 * arrow)
        paintStripe(painter, QRectF(row.left(), row.center().y() - stripe / 2, row.width(), stripe), bar, theme.line);
}

} // namespace

void paintBarBody(QPainter& painter, const QRectF& place, const QRectF& body, const ColorBar& bar) {
    const double middle = body.center().y();
    painter.fillRect(body, colorGradient(*bar.colors, body.topLeft(), body.topRight()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (bar.valuesBelow) {
        painter.setBrush(endColor(*bar.colors, 0));
        painter.drawPolygon(QPolygonF({QPointF(place.left(), middle), body.topLeft(), body.bottomLeft()}));
    }
    if (bar.valuesAbove) {
        painter.setBrush(endColor(*bar.colors, 255));
        painter.drawPolygon(QPolygonF({QPointF(place.right(), middle), body.topRight(), body.bottomRight()}));
    }
}

double colorBarHeight(const QFont& font) {
    return std::ceil(std::max(QFontMetricsF(numberFont(smallFont(font))).height(), stripe + 4));
}

void paintColorBars(QPainter& painter, const QRectF& place, std::span<const ColorBar> bars, const QFont& font,
                    const QPalette& palette) {
    const auto count = static_cast<double>(bars.size());
    const double share = (place.width() - between * (count - 1)) / count;
    QRectF at(place.topLeft(), QSizeF(share, place.height()));
    painter.save();
    for (const ColorBar& bar : bars) {
        if (bar.colors != nullptr && share > 40)
            paintColorBar(painter, at, bar, font, palette);
        at.translate(share + between, 0);
    }
    painter.restore();
}

} // namespace blurig::ui
