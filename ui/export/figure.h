// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure_chart.h"
#include "ui/session/figure_options.h"
#include "ui/widgets/color_bar.h"

#include <QFont>
#include <QImage>
#include <QStringList>

#include <optional>
#include <vector>

class QPainter;

namespace blurig::ui {

// A pane's picture in a figure.
struct FigurePanel {
    QString title = {};
    QString words = {}; // of the caption: all that was chosen for it
    QString facts = {}; // of the caption: the run that it is a result of
    QImage picture = {};
    double modelPixels = 0; // of the model's input that its width shows; 0: unknown
    std::vector<ColorBar> bars = {};
};

// What a page has for its figure, whatever size that gets.
struct FigureContent {
    QString title = {}; // what is explained; it stands in the caption
    std::vector<FigurePanel> panels = {};
    std::optional<FigureChart> chart = {};
    QStringList remarks = {}; // of the caption, at its end
    QFont font = {};          // its family counts
};

// A value that any thread may paint.
struct Figure {
    FigureContent content;
    FigureOptions options = {};
};

// Whether its chart is the last panel.
bool showsChart(const Figure& figure);
// Of a panel, the chart after all pictures: "a", "b"; empty where letters are off, or there is one panel only.
QString panelLetter(const Figure& figure, std::size_t index);

QSizeF figureMillimetres(const Figure& figure);
void paintFigure(QPainter& painter, const Figure& figure); // in hundredths of a millimetre
QImage toImage(const Figure& figure, double dpi);

} // namespace blurig::ui
