// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/spread_chart.h"

#include "core/evaluate/quantile.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/theme.h"

#include <QEvent>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

SpreadChart::SpreadChart(QWidget* parent)
    : QWidget(parent)
    , m_plot(makePlot(this)) {
    setObjectName(QStringLiteral("spreadChart"));
    setAccessibleName(tr("Spread over photos"));
    setMinimumSize(240, 140);
    m_plot->legend->setVisible(false);
    m_plot->yAxis2->setVisible(false);
    offerTable(this, [this] { return table(); });
    stylePlot(*m_plot, *this);
}

void SpreadChart::setContent(const QString& figure, std::vector<Series> series) {
    m_figure = figure;
    m_series = std::move(series);
    for (Series& one : m_series)
        std::ranges::sort(one.values);
    fill();
}

void SpreadChart::fill() {
    m_plot->clearPlottables();
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    double low = 0;
    double high = 1;
    bool any = false;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const std::vector<double>& values = m_series[i].values;
        ticker->addTick(static_cast<double>(i), m_series[i].name);
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
        auto* box = new QCPStatisticalBox(m_plot->xAxis, m_plot->yAxis);
        const QColor color = curveColor(palette(), i);
        QColor fill = color;
        fill.setAlphaF(0.25f);
        box->setPen(QPen(color, 1.5));
        box->setBrush(fill);
        box->setMedianPen(QPen(palette().color(QPalette::WindowText), 2));
        box->setOutlierStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, color, 4));
        box->addData(static_cast<double>(i), least, lower, quantile(values, 0.5), upper, greatest, beyond);
        low = any ? std::min(low, values.front()) : values.front();
        high = any ? std::max(high, values.back()) : values.back();
        any = true;
    }
    const double margin = high > low ? 0.05 * (high - low) : 0.5;
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->setRange(-0.5, static_cast<double>(m_series.size()) - 0.5);
    m_plot->yAxis->setRange(low - margin, high + margin);
    m_plot->yAxis->setLabel(m_figure);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString SpreadChart::table() const {
    QString text = QStringLiteral("%1\tphotos\tlower quartile\tmedian\tupper quartile").arg(m_figure);
    for (const Series& one : m_series)
        if (!one.values.empty())
            text += QStringLiteral("\n%1\t%2\t%3\t%4\t%5")
                        .arg(one.name)
                        .arg(one.values.size())
                        .arg(quantile(one.values, 0.25))
                        .arg(quantile(one.values, 0.5))
                        .arg(quantile(one.values, 0.75));
    return text;
}

bool SpreadChart::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        stylePlot(*m_plot, *this);
        fill();
    }
    return QWidget::event(event);
}

} // namespace blurig::ui
