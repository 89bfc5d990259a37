// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/band_chart.h"

#include "ui/widgets/chart_table.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double grip = 6;           // px around an edge
constexpr double clickRoom = 3;      // px that a click may move
constexpr double keyStep = 1.0 / 60; // of the axis

QString unitOf(DensityAxis axis) {
    switch (axis) {
    case DensityAxis::LogSigma:
        return BandChart::tr("unit of ln σ");
    case DensityAxis::LogScale:
        return BandChart::tr("unit of ln(1 + σ/0.5)");
    case DensityAxis::Sigma:
        return BandChart::tr("px of σ");
    }
    return {};
}

class NamedTicker : public QCPAxisTicker {
public:
    BandAxis axis;
    double pixelWidth = 500;

    void generate(const QCPRange&, const QLocale&, QChar, int, QVector<double>& places, QVector<double>* subTicks,
                  QVector<QString>* labels) override {
        places.clear();
        if (subTicks != nullptr)
            subTicks->clear();
        if (labels != nullptr)
            labels->clear();
        for (const auto& [place, label] : axis.ticks(pixelWidth)) {
            places << place;
            if (labels != nullptr)
                *labels << label;
        }
    }
};

} // namespace

struct BandChart::Data {
    enum class Drag { None, Pressed, New, From, To };

    QCustomPlot* plot = nullptr;
    QSharedPointer<NamedTicker> ticker{new NamedTicker};
    QCPLayer* moving = nullptr; // what follows the pointer: painted anew without the rest
    BandMarks* marks = nullptr;
    std::array<QCPItemRect*, 2> bands{};
    QCPItemStraightLine* cursor = nullptr;
    Content content;
    BandAxis axis;
    double sigma = 0;
    std::array<std::optional<ScaleBand>, 2> shown;
    Drag drag = Drag::None;
    bool second = false;
    bool begins = false;
    double pressed = 0; // x

    void build(BandChart& chart);
    void style(const BandChart& chart);
    void fill(const BandChart& chart);
    void addSteps(const QString& name, QCPAxis* values, const QPen& pen, const QBrush& brush,
                  const std::function<double(std::size_t)>& valueOf);
    void placeMoving();
    bool empty() const { return content.cells.empty(); }
};

void BandChart::Data::build(BandChart& chart) {
    plot = makePlot(&chart); // the chart itself is dragged on
    plot->addLayer(QStringLiteral("moving"), plot->layer(QStringLiteral("overlay")));
    moving = plot->layer(QStringLiteral("moving"));
    moving->setMode(QCPLayer::lmBuffered);
    marks = new BandMarks(plot);
    marks->setLayer(QStringLiteral("marks"));
    for (QCPItemRect*& band : bands) {
        band = new QCPItemRect(plot);
        band->setLayer(moving);
        for (QCPItemPosition* corner : {band->topLeft, band->bottomRight}) {
            corner->setTypeX(QCPItemPosition::ptPlotCoords);
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
    }
    cursor = new QCPItemStraightLine(plot);
    cursor->setLayer(moving);
    plot->xAxis->setTicker(ticker);
    plot->yAxis2->setVisible(true);
    QObject::connect(plot, &QCustomPlot::beforeReplot, &chart,
                     [this] { ticker->pixelWidth = plot->axisRect()->width(); });
}

void BandChart::Data::style(const BandChart& chart) {
    stylePlot(*plot, chart);
    const QPalette palette = chart.palette();
    const ThemeColors& colors = themeColors(palette);
    marks->font = smallFont(chart.font());
    marks->text = palette.color(QPalette::WindowText);
    marks->line = colors.secondaryText;
    marks->accent = colors.accent;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        QColor fill = i == 0 ? colors.accent : colors.warning;
        bands[i]->setPen(QPen(fill, 1.5, i == 0 ? Qt::SolidLine : Qt::DashLine));
        fill.setAlphaF(0.14f);
        bands[i]->setBrush(fill);
    }
    cursor->setPen(QPen(palette.color(QPalette::WindowText), 1, Qt::DotLine));
}

void BandChart::Data::addSteps(const QString& name, QCPAxis* values, const QPen& pen, const QBrush& brush,
                               const std::function<double(std::size_t)>& valueOf) {
    QCPGraph* graph = plot->addGraph(plot->xAxis, values);
    graph->setName(name);
    graph->setLineStyle(QCPGraph::lsStepLeft);
    graph->setPen(pen);
    graph->setBrush(brush);
    QVector<double> places;
    QVector<double> heights;
    for (std::size_t i = 0; i < content.cells.size(); ++i) {
        const double width = content.cells[i].widthOn(axis.kind());
        if (!std::isfinite(width)) // on the log axis the first interval has no beginning
            continue;
        places << axis.placeOf(content.cells[i].from);
        heights << valueOf(i) / width;
    }
    if (!places.isEmpty()) {
        places << axis.placeOf(content.cells.back().to);
        heights << heights.back();
    }
    graph->setData(places, heights, true);
}

void BandChart::Data::fill(const BandChart& chart) {
    const ThemeColors& colors = themeColors(chart.palette());
    plot->clearGraphs();
    if (empty())
        return;
    QColor area = colors.accent;
    area.setAlphaF(0.25f);
    addSteps(BandChart::tr("change of %1").arg(content.score), plot->yAxis, QPen(colors.accent, 1.5), area,
             [this](std::size_t i) { return content.cells[i].change; });
    addSteps(BandChart::tr("evidence, right axis"), plot->yAxis2,
             QPen(chart.palette().color(QPalette::WindowText), 1, Qt::DashLine), Qt::NoBrush,
             [this](std::size_t i) { return content.cells[i].evidence; });
    constexpr std::array lines{Qt::SolidLine, Qt::DotLine, Qt::DashDotLine};
    for (std::size_t r = 0; r < content.regions.size(); ++r)
        addSteps(content.regions[r].name, plot->yAxis, QPen(content.regions[r].color, 2, lines[r % lines.size()]),
                 Qt::NoBrush, [this, r](std::size_t i) { return content.regions[r].masses[i]; });
    // Room above for the bulk's bars and below for the labels; zero is at one height on both axes.
    for (QCPAxis* values : {plot->yAxis, plot->yAxis2})
        values->rescale();
    const QCPRange change = plot->yAxis->range();
    const double size = change.size() > 0 ? change.size() : 1;
    const double low = std::min(0.0, change.lower) - 0.16 * size;
    const double high = std::max(0.0, change.upper) + 0.38 * size;
    plot->yAxis->setRange(low, high);
    const double most = plot->yAxis2->range().upper > 0 ? plot->yAxis2->range().upper : 1;
    const double shareAbove = std::max(0.0, change.upper) / high; // of the room above zero that the change takes
    const double evidenceHigh = most / (shareAbove > 0.3 ? shareAbove : 0.7);
    plot->yAxis2->setRange(evidenceHigh * low / high, evidenceHigh);
    plot->yAxis->setLabel(BandChart::tr("per %1").arg(unitOf(axis.kind())));
    plot->yAxis2->setLabel(plot->yAxis->label());
}

void BandChart::Data::placeMoving() {
    for (std::size_t i = 0; i < bands.size(); ++i) {
        bands[i]->setVisible(!empty() && shown[i].has_value());
        if (!shown[i])
            continue;
        bands[i]->topLeft->setCoords(axis.placeOf(shown[i]->from), 0);
        bands[i]->bottomRight->setCoords(axis.placeOf(shown[i]->to), 1);
    }
    cursor->setVisible(!empty());
    cursor->point1->setCoords(axis.placeOf(sigma), 0);
    cursor->point2->setCoords(axis.placeOf(sigma), 1);
    moving->replot();
}

BandChart::BandChart(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Data>()) {
    setObjectName(QStringLiteral("bandChart"));
    setAccessibleName(tr("Change of the score and evidence over sigma"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(260, 150);
    m->build(*this);
    offerTable(this, [this] { return table(); });
    m->style(*this);
}

BandChart::~BandChart() = default;

void BandChart::setContent(const Content& content) {
    m->content = content;
    m->axis = m->empty()
                  ? BandAxis()
                  : BandAxis(content.axis,
                             content.cells.front().from > 0 ? content.cells.front().from : content.cells.front().to,
                             content.cells.back().to);
    m->ticker->axis = m->marks->axis = m->axis;
    m->marks->labels = content.labels;
    m->marks->bulks = content.bulks;
    m->plot->xAxis->setRange(m->axis.low(), m->axis.high());
    m->plot->xAxis->setVisible(!m->empty());
    m->fill(*this);
    m->placeMoving();
    m->plot->replot(QCustomPlot::rpQueuedReplot);
}

void BandChart::setSigma(Sigma sigma) {
    if (m->sigma == sigma.pixels)
        return;
    m->sigma = sigma.pixels;
    m->placeMoving();
}

void BandChart::setBands(const std::optional<ScaleBand>& first, const std::optional<ScaleBand>& second) {
    if (m->shown[0] == first && m->shown[1] == second)
        return;
    m->shown = {first, second};
    m->placeMoving();
}

QString BandChart::table() const {
    QString text = QStringLiteral("sigma_from\tsigma_to\tchange\tevidence\tgap");
    for (const Region& region : m->content.regions)
        text += QLatin1Char('\t') + region.name;
    for (std::size_t i = 0; i < m->content.cells.size(); ++i) {
        const DensityCell& cell = m->content.cells[i];
        text += QStringLiteral("\n%1\t%2\t%3\t%4\t%5")
                    .arg(cell.from, 0, 'g', 9)
                    .arg(cell.to, 0, 'g', 9)
                    .arg(cell.change, 0, 'g', 9)
                    .arg(cell.evidence, 0, 'g', 9)
                    .arg(cell.gap ? QString::number(*cell.gap, 'g', 9) : QString());
        for (const Region& region : m->content.regions)
            text += QLatin1Char('\t') + QString::number(region.masses[i], 'g', 9);
    }
    return text;
}

double BandChart::placeOf(Sigma sigma) const {
    return m->plot->xAxis->coordToPixel(m->axis.placeOf(sigma.pixels));
}

double BandChart::sigmaAt(double x) const {
    return m->axis.sigmaAt(std::clamp(m->plot->xAxis->pixelToCoord(x), m->axis.low(), m->axis.high()));
}

bool BandChart::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        m->style(*this);
        m->fill(*this);
        m->plot->replot(QCustomPlot::rpQueuedReplot);
    }
    return QWidget::event(event);
}

void BandChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m->plot->replot(QCustomPlot::rpQueuedReplot);
}

void BandChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m->empty())
        return;
    m->pressed = event->position().x();
    m->second = event->modifiers().testFlag(Qt::ShiftModifier);
    m->drag = Data::Drag::Pressed;
    m->begins = true;
    for (const bool second : {false, true})
        if (const auto& band = m->shown[second ? 1 : 0]) {
            const bool from = std::abs(placeOf({band->from}) - m->pressed) <= grip;
            const bool to = std::abs(placeOf({band->to}) - m->pressed) <= grip;
            if (from || to) {
                m->second = second;
                m->drag = to ? Data::Drag::To : Data::Drag::From;
            }
        }
}

void BandChart::mouseMoveEvent(QMouseEvent* event) {
    if (m->drag == Data::Drag::Pressed && std::abs(event->position().x() - m->pressed) > clickRoom)
        m->drag = Data::Drag::New;
    drag(event->position().x());
}

void BandChart::drag(double x) {
    const auto& known = m->shown[m->second ? 1 : 0];
    if (m->drag == Data::Drag::None || m->drag == Data::Drag::Pressed)
        return;
    const double here = sigmaAt(x);
    const double other = m->drag == Data::Drag::New    ? sigmaAt(m->pressed)
                         : m->drag == Data::Drag::From ? known->to
                                                       : known->from;
    if (here != other)
        moveBand({std::min(here, other), std::max(here, other)}, m->second);
}

void BandChart::moveBand(ScaleBand band, bool second) {
    m->shown[second ? 1 : 0] = band;
    m->placeMoving();
    Q_EMIT bandMoved(band, second, std::exchange(m->begins, false));
}

void BandChart::mouseReleaseEvent(QMouseEvent* event) {
    if (m->drag == Data::Drag::Pressed)
        Q_EMIT sigmaMoved({sigmaAt(event->position().x())});
    m->drag = Data::Drag::None;
}

void BandChart::keyPressEvent(QKeyEvent* event) {
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (direction == 0 || m->empty() || !m->shown[0]) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double step = direction * keyStep * (m->axis.high() - m->axis.low());
    const auto moved = [&](double sigma) {
        return m->axis.sigmaAt(std::clamp(m->axis.placeOf(sigma) + step, m->axis.low(), m->axis.high()));
    };
    ScaleBand band = *m->shown[0];
    band.to = moved(band.to);
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        band.from = moved(band.from);
    m->begins = !event->isAutoRepeat();
    if (band.to > band.from)
        moveBand(band, false);
}

} // namespace blurig::ui
