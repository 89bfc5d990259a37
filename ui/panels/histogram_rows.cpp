// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/histogram_rows.h"

#include "core/evaluate/quantile.h"
#include "ui/widgets/plot_library.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr double foot = -0.42; // of a row, from its middle; rows are 1 apart
constexpr double height = 0.84;
constexpr double leastPerRow = 22; // px, for a number beside each row

void drawLine(QCustomPlot& plot, double x1, double y1, double x2, double y2, const QPen& pen) {
    auto* line = new QCPItemLine(&plot);
    line->start->setCoords(x1, y1);
    line->end->setCoords(x2, y2);
    line->setPen(pen);
}

} // namespace

void drawHistogramRows(QCustomPlot& plot, const QPalette& palette, const std::vector<SpreadSeries>& series,
                       const SharedHistogram& histogram) {
    const int greatest = histogram.greatest();
    if (greatest == 0)
        return;
    const QSharedPointer<QCPAxisTickerText> counts(new QCPAxisTickerText);
    const bool hasRoom = plot.height() >= leastPerRow * static_cast<double>(series.size() + 2);
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double base = static_cast<double>(series.size() - 1 - i) + foot;
        const QColor color = curveColor(palette, i);
        QColor fill = color;
        fill.setAlphaF(0.45f);
        auto* bars = new QCPBars(plot.xAxis, plot.yAxis);
        bars->setBaseValue(base);
        bars->setWidth(histogram.width);
        bars->setPen(QPen(color, 1));
        bars->setBrush(fill);
        for (std::size_t bin = 0; bin < histogram.bins(); ++bin)
            if (const int count = histogram.counts[i][bin]; count > 0)
                bars->addData(histogram.edge(bin) + histogram.width / 2, height * count / greatest);
        drawLine(plot, histogram.low, base, histogram.edge(histogram.bins()), base,
                 QPen(themeColors(palette).secondaryText, 1));
        if (const std::vector<double>& values = series[i].values; !values.empty()) {
            const double median = quantile(values, 0.5);
            drawLine(plot, median, base, median, base + height, QPen(palette.color(QPalette::WindowText), 2));
        }
        const int most = *std::ranges::max_element(histogram.counts[i]);
        if (most > 0 && hasRoom)
            counts->addTick(base + height * most / greatest, QString::number(most));
    }
    plot.yAxis2->setTicker(counts);
}

QString histogramTable(const QString& figure, const std::vector<SpreadSeries>& series,
                       const SharedHistogram& histogram) {
    QString text = QStringLiteral("%1 from\tto").arg(figure);
    for (const SpreadSeries& one : series)
        text += QLatin1Char('\t') + one.name;
    for (std::size_t bin = 0; bin < histogram.bins(); ++bin) {
        text += QStringLiteral("\n%1\t%2").arg(histogram.edge(bin)).arg(histogram.edge(bin + 1));
        for (const std::vector<int>& counts : histogram.counts)
            text += QStringLiteral("\t%1").arg(counts[bin]);
    }
    return text;
}

} // namespace blurig::ui
