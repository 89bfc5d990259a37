// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"
#include "ui/widgets/scale_chart.h"

#include <vector>

namespace blurig::ui {

// Where each curve that has a cursor of its own is read: a dot on the curve over a broken line in its colour.
class CurveCursors : public QCPAbstractItem {
public:
    explicit CurveCursors(QCustomPlot* plot);

    std::vector<ScoreCurve> curves;
    QColor face; // the ring around a dot

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;
};

} // namespace blurig::ui
