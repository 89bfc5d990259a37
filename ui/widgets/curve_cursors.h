// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"
#include "ui/widgets/scale_chart.h"

#include <vector>

namespace blurig::ui {

// Where each curve that has a cursor of its own is read: a dot on the curve over a broken line in its colour.
struct CurveCursors {
    std::vector<ScoreCurve> curves = {};
    QColor face = {}; // the ring around a dot

    void paint(QCPPainter& painter, const QCustomPlot& plot) const;
    QRegion place(const QCustomPlot& plot) const;
};

} // namespace blurig::ui
