// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"
#include "ui/widgets/scale_chart.h"

#include <optional>
#include <vector>

namespace blurig::ui {

// What the chart says under the pointer: a line, and a box with sigma, every curve's score there and the share of the
// score's change that lies in the interval between the two nearest nodes. At a node the line stands on it.
struct ScaleHover {
    std::optional<QPointF> at = {}; // on the plot
    std::vector<ScoreCurve> curves = {};
    std::vector<ScaleShare> shares = {};
    const std::vector<double>* nodes = nullptr; // ascending; the chart's
    QString unit = QStringLiteral("px");        // of sigma
    QFont font = {};
    QColor text = {};
    QColor secondary = {};
    QColor ground = {};
    QColor line = {};

    void paint(QCPPainter& painter, const QCustomPlot& plot) const;
    QRegion place(const QCustomPlot& plot) const;

private:
    struct Row {
        QString name;
        QString value;
        QColor color = {}; // invalid: no dot
    };
    double sigmaAt(const QCustomPlot& plot) const;
    std::vector<Row> rows(double sigma, bool atNode) const;
    bool isNode(double sigma) const;
    QRectF boxFor(const std::vector<Row>& rows, double x, const QCustomPlot& plot) const;
};

} // namespace blurig::ui
