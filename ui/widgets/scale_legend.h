// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"
#include "ui/widgets/scale_chart.h"

#include <optional>
#include <vector>

namespace blurig::ui {

// The row above the plot: each curve's colour, name and score at the cursor, and at the right the cursor's sigma in
// both kinds of pixels. Names come from strangers and are painted as they are.
struct ScaleLegend {
    std::vector<ScoreCurve> curves = {};
    double sigma = 0;
    QString unit = QStringLiteral("px"); // of sigma
    double originalScale = 0;            // pixels of the photo per model pixel; 0: unknown
    QFont font = {};
    QColor text = {};
    QColor secondary = {};
    QColor accent = {};

    static double height(const QFont& font);
    QString readOut() const; // "sigma 3.20 px (9.12 px of the photo)"
    void paint(QCPPainter& painter, const QCustomPlot& plot) const;
    QRegion place(const QCustomPlot& plot) const;
};

// Between two evaluated scales the curve is the straight line that the chart draws; none outside them.
std::optional<double> scoreAt(const ScoreCurve& curve, double sigma);

} // namespace blurig::ui
