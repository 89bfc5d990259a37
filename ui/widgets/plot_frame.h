// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"

namespace blurig::ui {

// The plot of a chart that handles mouse and keys itself: fills the chart, has its legend in a row above, numbers on
// both value axes, and a layer "marks" for what lies behind the curves.
QCustomPlot* makePlot(QWidget* chart);
void stylePlot(QCustomPlot& plot, const QWidget& chart); // fonts and colours of the chart's theme

} // namespace blurig::ui
