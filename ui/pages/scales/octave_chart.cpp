// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/octave_chart.h"

#include "ui/panels/octave_words.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/grouped_bars.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

struct RemovalLine {
    const char* name;
    std::vector<ReducedScore> OctaveRemoval::*scores;
    QCPScatterStyle::ScatterShape shape;
    Qt::PenStyle pen;
};
const std::array removalLines{
    RemovalLine{QT_TRANSLATE_NOOP("blurig::ui::OctaveChart", "score without it"), &OctaveRemoval::without,
                QCPScatterStyle::ssDisc, Qt::SolidLine},
    RemovalLine{QT_TRANSLATE_NOOP("blurig::ui::OctaveChart", "only up to it"), &OctaveRemoval::onlyUpTo,
                QCPScatterStyle::ssSquare, Qt::DashLine},
    RemovalLine{QT_TRANSLATE_NOOP("blurig::ui::OctaveChart", "only from it on"), &OctaveRemoval::onlyFrom,
                QCPScatterStyle::ssTriangle, Qt::DotLine},
};

const OctaveSplit* firstSplit(const std::vector<MethodOctaves>& methods) {
    const auto found =
        std::ranges::find_if(methods, [](const MethodOctaves& method) { return method.split != nullptr; });
    return found == methods.end() ? nullptr : found->split.get();
}

} // namespace

struct OctaveChart::Data {
    QCustomPlot* plot = nullptr;
    QCPBarsGroup* group = nullptr;
    QCPItemRect* mark = nullptr; // behind the chosen octave
    Content content;
    std::optional<int> chosen;

    std::vector<OctaveBand> bands() const {
        const OctaveSplit* split = firstSplit(content.methods);
        return split ? split->bands : content.removal ? content.removal->bands : std::vector<OctaveBand>();
    }
    void style(const OctaveChart& chart);
    void fill(const OctaveChart& chart);
    void addBars(const OctaveChart& chart);
    void addShapley(const OctaveChart& chart);
    void addRemoval(const OctaveChart& chart);
    void placeMark() const;
};

void OctaveChart::Data::style(const OctaveChart& chart) {
    stylePlot(*plot, chart);
    QColor fill = themeColors(chart.palette()).accent;
    fill.setAlphaF(0.16f);
    mark->setBrush(fill);
    mark->setPen(Qt::NoPen);
}

void OctaveChart::Data::addBars(const OctaveChart& chart) {
    std::vector<NamedBars> series;
    for (const MethodOctaves& method : content.methods)
        series.push_back({method.name, method.split ? method.split->sums.octaves : std::vector<double>()});
    addGroupedBars(*plot, group, chart.palette(), series);
    addShapley(chart);
}

void OctaveChart::Data::addShapley(const OctaveChart& chart) {
    if (content.shapley.empty())
        return;
    QCPGraph* graph = plot->addGraph();
    const QColor color = chart.palette().color(QPalette::WindowText);
    graph->setName(OctaveChart::tr("Shapley value, measured"));
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, color, 9));
    QCPRange range = plot->yAxis->range();
    for (std::size_t octave = 0; octave < content.shapley.size(); ++octave) {
        graph->addData(static_cast<double>(octave), content.shapley[octave]);
        range.expand(1.08 * content.shapley[octave]);
    }
    plot->yAxis->setRange(range);
}

void OctaveChart::Data::addRemoval(const OctaveChart& chart) {
    plot->yAxis2->setVisible(content.removal != nullptr);
    if (!content.removal)
        return;
    for (std::size_t line = 0; line < removalLines.size(); ++line) {
        QCPGraph* graph = plot->addGraph(plot->xAxis, plot->yAxis2);
        const QColor color = curveColor(chart.palette(), 3 + line);
        graph->setName(OctaveChart::tr(removalLines[line].name));
        graph->setPen(QPen(color, 1.5, removalLines[line].pen));
        graph->setScatterStyle(QCPScatterStyle(removalLines[line].shape, color, color, 7));
        QVector<double> places;
        QVector<double> scores;
        for (const ReducedScore& reduced : *content.removal.*removalLines[line].scores) {
            places << static_cast<double>(places.size());
            scores << reduced.score;
        }
        graph->setData(places, scores, true);
    }
    plot->yAxis2->rescale();
    const QCPRange range = plot->yAxis2->range();
    plot->yAxis2->setRange(std::min(0.0, range.lower), std::max(1.04, 1.04 * range.upper));
    plot->yAxis2->setLabel(OctaveChart::tr("class score, measured"));
}

void OctaveChart::Data::fill(const OctaveChart& chart) {
    plot->clearPlottables();
    addBars(chart);
    addRemoval(chart);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const std::vector<OctaveBand> known = bands();
    for (const OctaveBand& band : known)
        ticker->addTick(band.octave, periodWords(band));
    plot->xAxis->setTicker(ticker);
    plot->xAxis->setVisible(!known.empty());
    plot->xAxis->setRange(-0.5, static_cast<double>(known.size()) - 0.5);
    plot->xAxis->setLabel(OctaveChart::tr("period, px of the model"));
    plot->yAxis->setLabel(OctaveChart::tr("signed sum, %1").arg(content.score));
    placeMark();
    plot->replot(QCustomPlot::rpQueuedReplot);
}

void OctaveChart::Data::placeMark() const {
    mark->setVisible(chosen.has_value());
    if (!chosen)
        return;
    mark->topLeft->setCoords(*chosen - 0.5, 0);
    mark->bottomRight->setCoords(*chosen + 0.5, 1);
}

OctaveChart::OctaveChart(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Data>()) {
    setObjectName(QStringLiteral("octaveChart"));
    setAccessibleName(tr("Contribution by octave"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(260, 150);
    m->plot = makePlot(this);
    m->plot->legend->setWrap(3);
    m->group = new QCPBarsGroup(m->plot);
    m->mark = new QCPItemRect(m->plot);
    m->mark->setLayer(QStringLiteral("marks"));
    for (QCPItemPosition* corner : {m->mark->topLeft, m->mark->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    offerTable(this, [this] { return table(); });
    m->style(*this);
}

OctaveChart::~OctaveChart() = default;

void OctaveChart::setContent(Content content) {
    m->content = std::move(content);
    m->fill(*this);
}

void OctaveChart::setChosen(std::optional<int> octave) {
    if (m->chosen == octave)
        return;
    m->chosen = octave;
    m->placeMark();
    m->plot->replot(QCustomPlot::rpQueuedReplot);
}

QString OctaveChart::table() const {
    QString text = QStringLiteral("octave\tperiod_from\tperiod_to");
    for (const MethodOctaves& method : m->content.methods)
        if (method.split)
            text += QLatin1Char('\t') + method.name;
    if (m->content.removal)
        text += QStringLiteral("\twithout\tonly_up_to\tonly_from");
    if (!m->content.shapley.empty())
        text += QStringLiteral("\tshapley");
    for (const OctaveBand& band : m->bands()) {
        const auto octave = static_cast<std::size_t>(band.octave);
        text += QStringLiteral("\n%1\t%2\t%3").arg(band.octave).arg(band.periodFrom).arg(band.periodTo);
        for (const MethodOctaves& method : m->content.methods)
            if (method.split)
                text += QLatin1Char('\t') + QString::number(method.split->sums.octaves[octave], 'g', 9);
        if (m->content.removal)
            for (const RemovalLine& line : removalLines)
                text += QLatin1Char('\t') + QString::number(((*m->content.removal).*line.scores)[octave].score, 'g', 9);
        if (!m->content.shapley.empty())
            text += QLatin1Char('\t') + QString::number(m->content.shapley[octave], 'g', 9);
    }
    return text;
}

bool OctaveChart::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        m->style(*this);
        m->fill(*this);
    }
    return QWidget::event(event);
}

void OctaveChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m->plot->replot(QCustomPlot::rpQueuedReplot);
}

void OctaveChart::mousePressEvent(QMouseEvent* event) {
    const auto octave = static_cast<int>(std::lround(m->plot->xAxis->pixelToCoord(event->position().x())));
    if (event->button() == Qt::LeftButton && octave >= 0 && octave < static_cast<int>(m->bands().size()))
        Q_EMIT chosen(octave);
}

void OctaveChart::keyPressEvent(QKeyEvent* event) {
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int next = m->chosen.value_or(0) + direction;
    if (direction != 0 && next >= 0 && next < static_cast<int>(m->bands().size()))
        Q_EMIT chosen(next);
    else
        QWidget::keyPressEvent(event);
}

} // namespace blurig::ui
