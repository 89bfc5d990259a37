// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"
#include "ui/widgets/scale_chart.h"

#include <vector>

namespace blurig::ui {

// The slider's groove along the axis, and on it what was evaluated: gradients as ticks, forward passes as short light
// ones; the density of the score's change as a filled step curve, and a bracket over the interval of its bulk.
class ScaleMarks : public QCPAbstractItem {
public:
    explicit ScaleMarks(QCustomPlot* plot);

    std::vector<double> gradients; // sigma
    std::vector<double> probes;
    std::vector<ScaleShare> shares;
    double bulkFrom = 0;
    double bulkTo = 0;
    QString bulkWords;
    QColor groove;
    QColor strong;
    QColor light;
    QColor accent; // of the density and the bracket
    QColor words;
    QFont font;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    void drawDensity(QCPPainter& painter, const QRectF& plot) const;
    void drawBracket(QCPPainter& painter, const QRectF& plot) const;
    double placeOf(double sigma) const;
};

} // namespace blurig::ui
