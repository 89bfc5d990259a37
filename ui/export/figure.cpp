// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/wrapped_text.h"

#include <climits>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr int gap = 8;

QFont titleFont(const Figure& figure) {
    QFont font = figure.font;
    font.setBold(true);
    return font;
}

// Where everything lies; in whole logical pixels, so that pictures fall on device pixels.
struct Places {
    QSize cell;
    QSize whole;
    int titleTop = gap;
    int panesTop = gap;
    int linesTop = 0;
    QStringList title;
    QStringList lines;

    explicit Places(const Figure& figure) {
        for (const PaneFigure& pane : figure.panes)
            cell = cell.expandedTo(figureSize(pane, figure.font).toSize());
        const int width = figure.columns * (cell.width() + gap) + gap;
        const double textWidth = width - 2 * gap;
        const auto heightOf = [](const QStringList& text, const QFont& font) {
            return static_cast<int>(std::ceil(QFontMetricsF(font).lineSpacing() * static_cast<double>(text.size())));
        };
        title = wrapped(figure.title, titleFont(figure), textWidth, INT_MAX).lines;
        for (const QString& line : figure.lines)
            lines += wrapped(line, smallFont(figure.font), textWidth, INT_MAX).lines;
        if (!title.isEmpty())
            panesTop = titleTop + heightOf(title, titleFont(figure)) + gap;
        const int count = static_cast<int>(figure.panes.size());
        const int rows = (count + figure.columns - 1) / figure.columns;
        linesTop = panesTop + rows * (cell.height() + gap);
        whole = QSize(width, linesTop + heightOf(lines, smallFont(figure.font)) + gap);
    }
};

} // namespace

QSize figureSize(const Figure& figure) {
    return Places(figure).whole;
}

void paintFigure(QPainter& painter, const Figure& figure) {
    const Places places(figure);
    const QPalette palette = figurePalette();
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.fillRect(QRect(QPoint(0, 0), places.whole), palette.color(QPalette::Window));
    painter.setPen(palette.color(QPalette::WindowText));
    painter.setFont(titleFont(figure));
    paintLines(painter, QPointF(gap, places.titleTop), places.title);
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        const int row = static_cast<int>(i) / figure.columns;
        const int column = static_cast<int>(i) % figure.columns;
        paintFigure(
            painter,
            QPointF(gap + column * (places.cell.width() + gap), places.panesTop + row * (places.cell.height() + gap)),
            figure.panes[i], figure.font);
    }
    painter.setPen(palette.color(QPalette::WindowText));
    painter.setFont(smallFont(figure.font));
    paintLines(painter, QPointF(gap, places.linesTop), places.lines);
}

QImage toImage(const Figure& figure, double scale) {
    QImage image(figureSize(figure) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintFigure(painter, figure);
    painter.end();
    image.setDevicePixelRatio(1);
    return image;
}

} // namespace blurig::ui
