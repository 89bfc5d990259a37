// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/box_plots.h"

#include "core/evaluate/quantile.h"
#include "ui/widgets/plot_library.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace blurig::ui {

void drawBoxPlots(QCustomPlot& plot, const QPalette& palette, const std::vector<SpreadSeries>& series) {
    for (std::size_t i = 0; i < series.size(); ++i) {
        const std::vector<double>& values = series[i].values;
        if (values.empty())
            continue;
        const double lower = quantile(values, 0.25);
        const double upper = quantile(values, 0.75);
        const double reach = 1.5 * (upper - lower);
        QVector<double> beyond;
        double least = lower;
        double greatest = upper;
        for (const double value : values)
            if (value < lower - reach || value > upper + reach) {
                beyond << value;
            } else {
                least = std::min(least, value);
                greatest = std::max(greatest, value);
            }
        auto* box = new QCPStatisticalBox(plot.yAxis, plot.xAxis);
        const QColor color = curveColor(palette, i);
        QColor fill = color;
        fill.setAlphaF(0.25f);
        box->setPen(QPen(color, 1.5));
        box->setBrush(fill);
        box->setWhiskerPen(QPen(color, 1));
        box->setWhiskerBarPen(QPen(color, 1));
        box->setMedianPen(QPen(palette.color(QPalette::WindowText), 2));
        box->setOutlierStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, color, 4));
        box->addData(static_cast<double>(series.size() - 1 - i), least, lower, quantile(values, 0.5), upper, greatest,
                     beyond);
    }
}

QString boxPlotTable(const QString& figure, const std::vector<SpreadSeries>& series) {
    QString text = QStringLiteral("%1\tphotos\tlower quartile\tmedian\tupper quartile").arg(figure);
    for (const SpreadSeries& one : series)
        if (!one.values.empty())
            text += QStringLiteral("\n%1\t%2\t%3\t%4\t%5")
                        .arg(one.name)
                        .arg(one.values.size())
                        .arg(quantile(one.values, 0.25))
                        .arg(quantile(one.values, 0.5))
                        .arg(quantile(one.values, 0.75));
    return text;
}

} // namespace blurig::ui
