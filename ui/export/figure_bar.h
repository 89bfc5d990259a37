// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure_style.h"
#include "ui/widgets/color_bar.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace blurig::ui {

// The numbers at the ends of a figure's colour bar stand in its line, or under it where the panel is narrow.
enum class BarNumbers { Beside, Below };

double besideWidth(const std::vector<ColorBar>& bars, const FigureStyle& style); // that they need
double figureBarHeight(BarNumbers numbers, const FigureStyle& style);
void paintFigureBars(QPainter& painter, const QRectF& place, const std::vector<ColorBar>& bars, BarNumbers numbers,
                     const FigureStyle& style);

QString lowEnd(const ColorBar& bar, int digits);  // "−0.012"
QString highEnd(const ColorBar& bar, int digits); // "0.012 /px²"

} // namespace blurig::ui
