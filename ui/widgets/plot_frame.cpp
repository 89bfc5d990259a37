// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/plot_frame.h"

#include "ui/widgets/theme.h"

#include <QVBoxLayout>

namespace blurig::ui {

QCustomPlot* makePlot(QWidget* chart) {
    auto* plot = new QCustomPlot(chart);
    plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setLocale(QLocale::c());
    plot->addLayer(QStringLiteral("marks"), plot->layer(QStringLiteral("grid")));
    plot->xAxis->setSubTicks(false);
    plot->xAxis->grid()->setVisible(false);
    for (QCPAxis* values : {plot->yAxis, plot->yAxis2}) {
        values->setNumberFormat(QStringLiteral("g"));
        values->setNumberPrecision(3);
        values->setSubTicks(false);
        values->ticker()->setTickCount(4);
    }
    plot->plotLayout()->insertRow(0);
    plot->plotLayout()->addElement(0, 0, plot->legend);
    plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    plot->legend->setVisible(true);
    plot->plotLayout()->setRowStretchFactor(0, 0.001);
    plot->plotLayout()->setRowSpacing(0);
    auto* place = new QVBoxLayout(chart);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(plot);
    return plot;
}

void stylePlot(QCustomPlot& plot, const QWidget& chart) {
    const QPalette palette = chart.palette();
    const ThemeColors& colors = themeColors(palette);
    const QFont small = smallFont(chart.font());
    plot.setBackground(QBrush(palette.color(QPalette::Base)));
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis, plot.yAxis2}) {
        axis->setTickLabelFont(numberFont(small));
        axis->setLabelFont(small);
        axis->setTickLabelColor(colors.secondaryText);
        axis->setLabelColor(colors.secondaryText);
        axis->setBasePen(QPen(colors.line, 1));
        axis->setTickPen(QPen(colors.line, 1));
        axis->setLabelPadding(2);
    }
    plot.yAxis->grid()->setPen(QPen(colors.line, 1));
    plot.yAxis->grid()->setZeroLinePen(QPen(colors.secondaryText, 1));
    plot.legend->setFont(small);
    plot.legend->setTextColor(palette.color(QPalette::WindowText));
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setIconSize(18, 10);
}

} // namespace blurig::ui
