// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/laboratory/signal_chart.h"

#include "ui/widgets/chart_table.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace blurig::ui {

namespace {

enum Mark : std::size_t { stays, dies, grows, appeared, markCount };

Mark markOf(const FollowedExtremum& extremum) {
    return extremum.created ? appeared : extremum.enhanced ? grows : extremum.dies ? dies : stays;
}

QString wordOf(const FollowedExtremum& extremum) {
    constexpr std::array words{"stays", "dies", "grows", "appeared"};
    return QLatin1String(extremum.at.maximum ? "maximum, " : "minimum, ") + QLatin1String(words[markOf(extremum)]);
}

} // namespace

struct SignalChart::Data {
    QCustomPlot* plot = nullptr;
    QCPGraph* input = nullptr;
    QCPGraph* now = nullptr;
    std::array<QCPGraph*, markCount> marks{};
    std::shared_ptr<const SignalWay> way;
    ValueRange range;
    int step = 0;
    std::vector<float> drawing; // during a drag
    std::optional<QPointF> last;

    void style(const SignalChart& chart) const;
    void fill() const;
    const SignalPlace* place() const {
        return way ? &way->places[std::min(static_cast<std::size_t>(step), way->places.size() - 1)] : nullptr;
    }
};

void SignalChart::Data::style(const SignalChart& chart) const {
    stylePlot(*plot, chart);
    const QPalette palette = chart.palette();
    const ThemeColors& colors = themeColors(palette);
    input->setPen(QPen(colors.secondaryText, 1, Qt::DotLine));
    now->setPen(QPen(palette.color(QPalette::WindowText), 1.5));
    const std::array shapes{
        std::pair(QCPScatterStyle::ssCircle, colors.secondaryText), std::pair(QCPScatterStyle::ssCross, colors.warning),
        std::pair(QCPScatterStyle::ssTriangle, colors.accent), std::pair(QCPScatterStyle::ssDiamond, colors.bad)};
    for (std::size_t i = 0; i < markCount; ++i) {
        const QColor color = shapes[i].second;
        marks[i]->setLineStyle(QCPGraph::lsNone);
        marks[i]->setScatterStyle(QCPScatterStyle(shapes[i].first, QPen(color, 1.5),
                                                  i == appeared ? QBrush(color) : QBrush(Qt::NoBrush),
                                                  i == stays ? 5 : 9));
    }
}

void SignalChart::Data::fill() const {
    std::array<QVector<double>, markCount> places;
    std::array<QVector<double>, markCount> heights;
    const auto lineOf = [](const std::vector<float>& values, QCPGraph* graph) {
        QVector<double> xs;
        QVector<double> ys;
        for (std::size_t i = 0; i < values.size(); ++i) {
            xs << static_cast<double>(i);
            ys << double{values[i]};
        }
        graph->setData(xs, ys, true);
    };
    if (const SignalPlace* shown = place()) {
        lineOf(way->places.front().values, input);
        lineOf(shown->values, now);
        for (const FollowedExtremum& extremum : shown->extrema) {
            places[markOf(extremum)] << static_cast<double>(extremum.at.place);
            heights[markOf(extremum)] << double{shown->values[extremum.at.place]};
        }
        const double margin = 0.06 * (range.high - range.low);
        plot->xAxis->setRange(-0.5, static_cast<double>(shown->values.size()) - 0.5);
        plot->yAxis->setRange(range.low - margin, range.high + margin);
    } else {
        input->data()->clear();
        now->data()->clear();
    }
    for (std::size_t i = 0; i < markCount; ++i)
        marks[i]->setData(places[i], heights[i], true);
    plot->replot(QCustomPlot::rpQueuedReplot);
}

SignalChart::SignalChart(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Data>()) {
    setAccessibleName(tr("Signal"));
    setFocusPolicy(Qt::ClickFocus);
    setMinimumSize(180, 120);
    setCursor(Qt::CrossCursor);
    m->plot = makePlot(this);
    m->plot->legend->setVisible(false);
    m->plot->yAxis2->setVisible(false);
    m->input = m->plot->addGraph();
    m->now = m->plot->addGraph();
    for (QCPGraph*& mark : m->marks)
        mark = m->plot->addGraph();
    offerTable(this, [this] { return table(); });
    m->style(*this);
}

SignalChart::~SignalChart() = default;

void SignalChart::setWay(std::shared_ptr<const SignalWay> way, ValueRange range) {
    m->way = std::move(way);
    m->range = std::move(range);
    m->fill();
}

void SignalChart::setStep(int step) {
    if (std::exchange(m->step, step) != step)
        m->fill();
}

QString SignalChart::table() const {
    QString text = QStringLiteral("x\tvalue\textremum");
    const SignalPlace* shown = m->place();
    if (!shown)
        return text;
    for (std::size_t i = 0; i < shown->values.size(); ++i) {
        const auto found =
            std::ranges::find(shown->extrema, i, [](const FollowedExtremum& extremum) { return extremum.at.place; });
        text += QStringLiteral("\n%1\t%2\t%3")
                    .arg(i)
                    .arg(double{shown->values[i]}, 0, 'g', 9)
                    .arg(found == shown->extrema.end() ? QString() : wordOf(*found));
    }
    return text;
}

bool SignalChart::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        m->style(*this);
        m->fill();
    }
    return QWidget::event(event);
}

void SignalChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m->plot->replot(QCustomPlot::rpQueuedReplot);
}

void SignalChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m->way)
        return;
    m->drawing = m->way->places.front().values;
    const double width = m->range.high - m->range.low;
    for (float& value : m->drawing) // what is drawn lies in 0 to 1
        value = static_cast<float>(std::clamp((double{value} - m->range.low) / width, 0.0, 1.0));
    m->last = event->position();
    drawTo(event->position(), true);
}

void SignalChart::mouseMoveEvent(QMouseEvent* event) {
    if (m->last)
        drawTo(event->position(), false);
}

void SignalChart::mouseReleaseEvent(QMouseEvent* /*event*/) {
    m->last.reset();
}

// A line from where the pointer was to where it is.
void SignalChart::drawTo(const QPointF& point, bool begins) {
    const auto valueAt = [this](double y) {
        const double value = m->plot->yAxis->pixelToCoord(y);
        return std::clamp((value - m->range.low) / (m->range.high - m->range.low), 0.0, 1.0);
    };
    const double last = static_cast<double>(m->drawing.size()) - 1;
    const auto indexAt = [this, last](double x) { return std::clamp(m->plot->xAxis->pixelToCoord(x), 0.0, last); };
    double fromX = indexAt(m->last->x());
    double toX = indexAt(point.x());
    double fromY = valueAt(m->last->y());
    double toY = valueAt(point.y());
    if (fromX > toX) {
        std::swap(fromX, toX);
        std::swap(fromY, toY);
    }
    for (auto i = static_cast<std::size_t>(std::lround(fromX)); i <= static_cast<std::size_t>(std::lround(toX)); ++i) {
        const double share = toX > fromX ? std::clamp((static_cast<double>(i) - fromX) / (toX - fromX), 0.0, 1.0) : 1;
        m->drawing[i] = static_cast<float>(fromY + share * (toY - fromY));
    }
    m->last = point;
    Q_EMIT drawn(m->drawing, begins);
}

} // namespace blurig::ui
