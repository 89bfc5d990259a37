// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/spread_chart.h"

#include "ui/panels/box_plots.h"
#include "ui/panels/histogram_rows.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/tool_choice.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {
constexpr double mostOfNames = 0.4; // of the chart's width
}

SpreadChart::SpreadChart(QWidget* parent)
    : QWidget(parent)
    , m_kinds(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("spreadChart"));
    setAccessibleName(tr("Spread over photos"));
    setMinimumSize(240, 140);
    setFocusPolicy(Qt::StrongFocus);
    offer(Kind::BoxPlots, "spreadBoxPlots", tr("Box plots"),
          tr("Median, quartiles, whiskers to 1.5 of their distance, points beyond"));
    offer(
        Kind::Histograms, "spreadHistograms", tr("Histograms"),
        tr("How many photos have a value in each bin: the same bins for all methods, as wide as Freedman and Diaconis "
           "say, 2 IQR / n^(1/3). The line is the median"));
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(2);
    for (QAbstractButton* button : m_kinds->buttons())
        kinds->addWidget(button);
    kinds->addStretch(1);
    auto* canvas = new QWidget(this);
    m_plot = makePlot(canvas);
    m_plot->legend->setVisible(false); // rows have their names beside them
    m_plot->plotLayout()->take(m_plot->legend);
    m_plot->plotLayout()->simplify();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(kinds);
    column->addWidget(canvas, 1);
    offerTable(this, [this] { return table(); });
    stylePlot(*m_plot, *this);
    setKind(Kind::BoxPlots);
}

void SpreadChart::offer(Kind kind, const char* name, const QString& text, const QString& help) {
    auto* button = addToolChoice(m_kinds, {static_cast<int>(kind), QLatin1String(name), text, help}, this);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, [this, kind] { setKind(kind); });
}

void SpreadChart::setContent(const QString& figure, std::vector<SpreadSeries> series) {
    m_figure = figure;
    m_series = std::move(series);
    std::vector<std::vector<double>> values;
    for (SpreadSeries& one : m_series) {
        std::ranges::sort(one.values);
        values.push_back(one.values);
    }
    m_histogram = sharedHistogram(values);
    fill();
}

SpreadChart::Kind SpreadChart::kind() const {
    return static_cast<Kind>(m_kinds->checkedId());
}

void SpreadChart::setKind(Kind kind) {
    m_kinds->button(static_cast<int>(kind))->setChecked(true);
    fill();
}

std::pair<double, double> SpreadChart::valueRange() const {
    if (m_histogram.bins() == 0)
        return {0, 1};
    const double low = m_histogram.low;
    const double high = m_histogram.edge(m_histogram.bins());
    return {low - 0.03 * (high - low), high + 0.03 * (high - low)};
}

// The names of methods, as long as there is room.
void SpreadChart::labelRows() {
    const QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    const QFontMetrics metrics(m_plot->yAxis->tickLabelFont());
    for (std::size_t i = 0; i < m_series.size(); ++i)
        names->addTick(static_cast<double>(m_series.size() - 1 - i),
                       metrics.elidedText(m_series[i].name, Qt::ElideMiddle, static_cast<int>(mostOfNames * width())));
    m_plot->yAxis->setTicker(names);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->yAxis->setRange(-0.5, static_cast<double>(m_series.size()) - 0.5);
    m_plot->yAxis2->setRange(m_plot->yAxis->range());
}

void SpreadChart::fill() {
    m_plot->clearPlottables();
    m_plot->clearItems();
    labelRows();
    const auto [low, high] = valueRange();
    m_plot->xAxis->setRange(low, high);
    m_plot->xAxis->grid()->setVisible(kind() == Kind::BoxPlots);
    m_plot->xAxis->grid()->setPen(m_plot->yAxis->grid()->pen());
    m_plot->xAxis->grid()->setZeroLinePen(Qt::NoPen);
    m_plot->yAxis2->setVisible(kind() == Kind::Histograms);
    m_plot->yAxis2->setLabel(tr("photos"));
    if (kind() == Kind::Histograms) {
        drawHistogramRows(*m_plot, palette(), m_series, m_histogram);
        m_plot->xAxis->setLabel(
            tr("%1, in bins of %2 (Freedman-Diaconis)").arg(m_figure, QString::number(m_histogram.width, 'g', 2)));
    } else {
        drawBoxPlots(*m_plot, palette(), m_series);
        m_plot->xAxis->setLabel(m_figure);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString SpreadChart::table() const {
    return kind() == Kind::Histograms ? histogramTable(m_figure, m_series, m_histogram)
                                      : boxPlotTable(m_figure, m_series);
}

bool SpreadChart::event(QEvent* event) {
    const bool ended = QWidget::event(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        stylePlot(*m_plot, *this);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::Resize)
        fill();
    return ended;
}

} // namespace blurig::ui
