// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/spread_series.h"

class QCustomPlot;
class QPalette;

namespace blurig::ui {

// A box plot a series, the first at the top: series i lies around y = size - 1 - i. Median, quartiles, whiskers to 1.5
// of their distance, points beyond.
void drawBoxPlots(QCustomPlot& plot, const QPalette& palette, const std::vector<SpreadSeries>& series);
QString boxPlotTable(const QString& figure, const std::vector<SpreadSeries>& series); // tab-separated

} // namespace blurig::ui
