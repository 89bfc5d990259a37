// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/shared_histogram.h"
#include "ui/panels/spread_series.h"

class QCustomPlot;
class QPalette;

namespace blurig::ui {

// A histogram a series, in rows as the box plots: all in the same bins and to one scale of counts; each one's
// greatest count stands at the right, a line marks the median.
void drawHistogramRows(QCustomPlot& plot, const QPalette& palette, const std::vector<SpreadSeries>& series,
                       const SharedHistogram& histogram);
// Tab-separated: a row a bin, a column a series.
QString histogramTable(const QString& figure, const std::vector<SpreadSeries>& series,
                       const SharedHistogram& histogram);

} // namespace blurig::ui
