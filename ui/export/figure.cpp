// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure.h"

#include "ui/export/figure_layout.h"
#include "ui/export/figure_panel.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <cmath>

namespace blurig::ui {

bool showsChart(const Figure& figure) {
    return figure.options.chart && figure.content.chart.has_value();
}

QString panelLetter(const Figure& figure, std::size_t index) {
    if (!figure.options.letters || figure.content.panels.size() + (showsChart(figure) ? 1 : 0) < 2)
        return {};
    QString letter;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letter.prepend(QChar(static_cast<char16_t>(u'a' + (rest - 1) % 26)));
    return letter;
}

QSizeF figureMillimetres(const Figure& figure) {
    return layOut(figure).page / figureUnitsPerMillimetre;
}

void paintFigure(QPainter& painter, const Figure& figure) {
    const FigureLayout layout = layOut(figure);
    const FigureStyle style = figureStyle(figure.content.font, figurePage(figure.options.width));
    const QPalette palette = figurePalette();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::LosslessImageRendering);
    painter.fillRect(QRectF(QPointF(0, 0), layout.page), palette.color(QPalette::Window));
    for (std::size_t i = 0; i < figure.content.panels.size(); ++i) {
        paintHead(painter, layout.panels[i].head, style);
        paintPanel(painter, layout.panels[i], figure.content.panels[i], style);
    }
    if (showsChart(figure)) {
        paintHead(painter, layout.chartHead, style);
        paintChart(painter, layout.chart, *figure.content.chart, style);
    }
}

QImage toImage(const Figure& figure, double dpi) {
    const double scale = dpi / figureUnitsPerInch;
    const QSizeF size = layOut(figure).page * scale;
    QImage image(static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height())),
                 QImage::Format_RGB32);
    image.fill(figurePalette().color(QPalette::Window));
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintFigure(painter, figure);
    return image;
}

} // namespace blurig::ui
