// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"

#include <vector>

namespace blurig::ui {

// The slider's groove along the axis, and on it what was evaluated: gradients as ticks, forward passes as short light
// ones; the bulk interval as a quiet band over the plot's height.
class ScaleMarks : public QCPAbstractItem {
public:
    explicit ScaleMarks(QCustomPlot* plot);

    std::vector<double> gradients; // sigma
    std::vector<double> probes;
    double bulkFrom = 0;
    double bulkTo = 0;
    QColor groove;
    QColor strong;
    QColor light;
    QColor band;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;
};

} // namespace blurig::ui
