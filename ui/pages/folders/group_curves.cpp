// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/folders/group_curves.h"

#include "core/scales/photo_scales.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/scale_axis.h"
#include "ui/widgets/theme.h"

#include <QEvent>

#include <algorithm>
#include <array>

namespace blurig::ui {

namespace {

constexpr std::array pens{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
constexpr double tickDistance = 44; // px

double placeOf(std::size_t point, double end) {
    return axisPosition(end) * static_cast<double>(point) / (PhotoScales::curvePoints - 1);
}

} // namespace

GroupCurves::GroupCurves(QWidget* parent)
    : QWidget(parent)
    , m_plot(makePlot(this)) {
    setObjectName(QStringLiteral("groupCurves"));
    setAccessibleName(tr("Score against sigma, by group"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(260, 150);
    m_plot->legend->setWrap(3);
    m_plot->xAxis->setLabel(tr("sigma, px of the model"));
    m_plot->yAxis->setLabel(tr("F / F(photo), mean and 95 %"));
    offerTable(this, [this] { return table(); });
    stylePlot(*m_plot, *this);
}

void GroupCurves::setContent(std::vector<ScaleGroup> groups, double end) {
    m_groups = std::move(groups);
    m_end = end;
    fill();
}

void GroupCurves::fill() {
    m_plot->clearPlottables();
    double least = 0;
    double greatest = 1;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const QColor color = curveColor(palette(), i);
        QVector<double> places;
        QVector<double> means;
        QVector<double> lows;
        QVector<double> highs;
        for (std::size_t point = 0; point < m_groups[i].curve.size(); ++point)
            if (const auto& mean = m_groups[i].curve[point]) {
                places << placeOf(point, m_end);
                means << mean->mean;
                lows << mean->low;
                highs << mean->high;
                least = std::min(least, mean->low);
                greatest = std::max(greatest, mean->high);
            }
        QCPGraph* low = m_plot->addGraph();
        QCPGraph* high = m_plot->addGraph();
        QCPGraph* mean = m_plot->addGraph();
        QColor between = color;
        between.setAlphaF(0.18f);
        for (QCPGraph* border : {low, high}) {
            border->setPen(Qt::NoPen);
            border->removeFromLegend();
        }
        low->setData(places, lows, true);
        high->setData(places, highs, true);
        high->setBrush(between);
        high->setChannelFillGraph(low);
        mean->setData(places, means, true);
        mean->setPen(QPen(color, 2, pens[i % pens.size()]));
        mean->setName(tr("%1 (%2)").arg(QString::fromStdString(m_groups[i].name)).arg(m_groups[i].photos));
    }
    m_plot->xAxis->setRange(0, axisPosition(m_end));
    m_plot->yAxis->setRange(least - 0.04 * (greatest - least), greatest + 0.04 * (greatest - least));
    m_plot->legend->setVisible(!m_groups.empty());
    placeTicks();
}

void GroupCurves::placeTicks() {
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (const AxisTick& tick : axisTicks(m_end, std::max(100, m_plot->axisRect()->width()), tickDistance))
        ticker->addTick(axisPosition(tick.sigma), tick.label);
    m_plot->xAxis->setTicker(ticker);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString GroupCurves::table() const {
    QString text = QStringLiteral("sigma");
    for (const ScaleGroup& group : m_groups)
        text += QStringLiteral("\t%1\tlow\thigh").arg(QString::fromStdString(group.name));
    for (std::size_t point = 0; point < PhotoScales::curvePoints; ++point) {
        text += QStringLiteral("\n%1").arg(sigmaAtAxis(placeOf(point, m_end)));
        for (const ScaleGroup& group : m_groups) {
            const auto& mean = group.curve[point];
            text += mean ? QStringLiteral("\t%1\t%2\t%3").arg(mean->mean).arg(mean->low).arg(mean->high)
                         : QStringLiteral("\t\t\t");
        }
    }
    return text;
}

bool GroupCurves::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        stylePlot(*m_plot, *this);
        fill();
    }
    return QWidget::event(event);
}

void GroupCurves::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeTicks();
}

} // namespace blurig::ui
