// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure_style.h"
#include "ui/widgets/scale_chart.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace blurig::ui {

// Scores against sigma, as a panel of a figure.
struct FigureChart {
    QString title = {};
    QString score = {};  // of the y axis: "softmax"
    double sigmaMax = 0; // model pixels, as all sigmas here
    double sigma = 0;    // of the pictures; marked unless a curve has a place of its own
    std::vector<ScoreCurve> curves = {};
    std::vector<double> gradientSigmas = {}; // ticks on the axis
    std::vector<ScaleShare> shares = {};     // their density lies behind the curves
    double bulkFrom = 0;                     // under a bracket; equal: none
    double bulkTo = 0;
    QString bulkWords = {}; // at the bracket
    QString remark = {};    // of the caption, about it
};

// Rivals that would lie on the axis are left out.
std::vector<ScoreCurve> drawnCurves(const FigureChart& chart);

void paintChart(QPainter& painter, const QRectF& place, const FigureChart& chart, const FigureStyle& style);

} // namespace blurig::ui
