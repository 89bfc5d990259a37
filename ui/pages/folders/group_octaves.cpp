// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/folders/group_octaves.h"

#include "ui/panels/octave_words.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/grouped_bars.h"
#include "ui/widgets/plot_frame.h"

#include <QEvent>

#include <limits>

namespace blurig::ui {

GroupOctaves::GroupOctaves(QWidget* parent)
    : QWidget(parent)
    , m_plot(makePlot(this))
    , m_beside(new QCPBarsGroup(m_plot)) {
    setObjectName(QStringLiteral("groupOctaves"));
    setAccessibleName(tr("Blur IG by octave, by group"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(260, 150);
    m_plot->legend->setWrap(3);
    m_plot->xAxis->setLabel(tr("period, px of the model"));
    m_plot->yAxis->setLabel(tr("signed share of the sum"));
    offerTable(this, [this] { return table(); });
    stylePlot(*m_plot, *this);
}

void GroupOctaves::setContent(std::vector<ScaleGroup> groups, std::vector<OctaveBand> bands) {
    m_groups = std::move(groups);
    m_bands = std::move(bands);
    fill();
}

void GroupOctaves::fill() {
    m_plot->clearPlottables();
    std::vector<NamedBars> series;
    for (const ScaleGroup& group : m_groups) {
        NamedBars bars{.name = tr("%1 (%2)").arg(QString::fromStdString(group.name)).arg(group.photos), .values = {}};
        for (const auto& share : group.octaves)
            bars.values.push_back(share ? share->mean : std::numeric_limits<double>::quiet_NaN());
        series.push_back(std::move(bars));
    }
    addGroupedBars(*m_plot, m_beside, palette(), series);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (const OctaveBand& band : m_bands)
        ticker->addTick(band.octave, periodWords(band));
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->setRange(-0.5, static_cast<double>(m_bands.size()) - 0.5);
    m_plot->legend->setVisible(!m_groups.empty());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString GroupOctaves::table() const {
    QString text = QStringLiteral("octave\tperiod_from\tperiod_to");
    for (const ScaleGroup& group : m_groups)
        text += QStringLiteral("\t%1\tlow\thigh").arg(QString::fromStdString(group.name));
    for (const OctaveBand& band : m_bands) {
        text += QStringLiteral("\n%1\t%2\t%3").arg(band.octave).arg(band.periodFrom).arg(band.periodTo);
        for (const ScaleGroup& group : m_groups) {
            const auto& share = group.octaves[static_cast<std::size_t>(band.octave)];
            text += share ? QStringLiteral("\t%1\t%2\t%3").arg(share->mean).arg(share->low).arg(share->high)
                          : QStringLiteral("\t\t\t");
        }
    }
    return text;
}

bool GroupOctaves::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        stylePlot(*m_plot, *this);
        fill();
    }
    return QWidget::event(event);
}

} // namespace blurig::ui
