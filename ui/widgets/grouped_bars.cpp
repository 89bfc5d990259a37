// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/grouped_bars.h"

#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr std::array patterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense6Pattern, Qt::HorPattern};
constexpr double groupWidth = 0.8; // of a place

} // namespace

void addGroupedBars(QCustomPlot& plot, QCPBarsGroup* group, const QPalette& palette,
                    const std::vector<NamedBars>& series) {
    const double width = groupWidth / static_cast<double>(std::max<std::size_t>(1, series.size()));
    double least = 0;
    double greatest = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        QVector<double> places;
        QVector<double> values;
        for (std::size_t place = 0; place < series[i].values.size(); ++place)
            if (const double value = series[i].values[place]; std::isfinite(value)) {
                places << static_cast<double>(place);
                values << value;
                least = std::min(least, value);
                greatest = std::max(greatest, value);
            }
        if (values.empty())
            continue;
        auto* bars = new QCPBars(plot.xAxis, plot.yAxis);
        const QColor color = curveColor(palette, i);
        bars->setName(series[i].name);
        bars->setBarsGroup(group);
        bars->setWidth(width);
        bars->setPen(QPen(color, 1));
        bars->setBrush(QBrush(color, patterns[i % patterns.size()]));
        bars->setData(places, values, true);
    }
    const double size = greatest > least ? greatest - least : 1;
    plot.yAxis->setRange(least - 0.08 * size, greatest + 0.08 * size);
}

} // namespace blurig::ui
