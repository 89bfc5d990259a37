// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_chart.h"

#include "ui/widgets/plot_library.h"
#include "ui/widgets/scale_axis.h"
#include "ui/widgets/scale_marks.h"
#include "ui/widgets/scale_motion.h"
#include "ui/widgets/scale_overlay.h"
#include "ui/widgets/score_range.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double tickDistance = 34; // px between labels on the x axis
constexpr int lowPlot = 90;         // px: two labels on the y axis

// Ticks at round sigmas, on the axis of u.
class SigmaTicker : public QCPAxisTicker {
public:
    double sigmaMax = 1;
    double pixelWidth = 600;
    QString unit = QStringLiteral("px");

    void generate(const QCPRange&, const QLocale&, QChar, int, QVector<double>& ticks, QVector<double>* subTicks,
                  QVector<QString>* tickLabels) override {
        ticks.clear();
        if (subTicks != nullptr)
            subTicks->clear();
        if (tickLabels != nullptr)
            tickLabels->clear();
        for (const AxisTick& tick : axisTicks(sigmaMax, pixelWidth, tickDistance, unit)) {
            ticks << axisPosition(tick.sigma);
            if (tickLabels != nullptr)
                *tickLabels << tick.label;
        }
    }
};

} // namespace

struct ScaleChart::Data {
    QCustomPlot* plot = nullptr;
    QSharedPointer<SigmaTicker> ticker{new SigmaTicker};
    ScaleMarks* marks = nullptr;
    ScaleOverlay* overlay = nullptr;
    ScaleMotion motion;
    double sigmaMax = 50;
    double sigma = 0; // as asked for; shown within the range
    bool snap = false;
    std::vector<ScoreCurve> curves;

    void build(ScaleChart& chart);
    void style(const ScaleChart& chart);
    void restyleCurves();
    void replot() const { plot->replot(QCustomPlot::rpQueuedReplot); }
    void moveCursor() const;
    void hover(QEvent* event) const;
};

void ScaleChart::Data::build(ScaleChart& chart) {
    plot = new QCustomPlot(&chart);
    plot->setObjectName(QStringLiteral("scalePlot"));
    plot->setAttribute(Qt::WA_TransparentForMouseEvents); // the chart itself is the slider
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setNoAntialiasingOnDrag(false);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    plot->axisRect()->setMinimumSize(40, 30);
    plot->addLayer(QStringLiteral("marks"), plot->layer(QStringLiteral("grid")));
    marks = new ScaleMarks(plot);
    marks->setLayer(QStringLiteral("marks"));
    overlay = new ScaleOverlay(plot, &chart);

    plot->xAxis->setTicker(ticker);
    plot->xAxis->setTickLength(0, 3);
    plot->xAxis->setSubTicks(false);
    plot->xAxis->grid()->setVisible(false);
    plot->xAxis->setBasePen(Qt::NoPen);
    plot->xAxis->setTickLabelPadding(7);
    plot->yAxis->setBasePen(Qt::NoPen);
    plot->yAxis->setTickPen(Qt::NoPen);
    plot->yAxis->setSubTicks(false);
    plot->yAxis->setNumberFormat(QStringLiteral("g"));
    plot->yAxis->setNumberPrecision(3);
    plot->setLocale(QLocale::c());
    QObject::connect(plot, &QCustomPlot::beforeReplot, &chart, [this] {
        ticker->pixelWidth = plot->axisRect()->width();
        plot->yAxis->ticker()->setTickCount(plot->axisRect()->height() < lowPlot ? 2 : 4);
    });
    QObject::connect(plot, &QCustomPlot::afterLayout, &chart, &ScaleChart::placesMoved);
}

void ScaleChart::Data::style(const ScaleChart& chart) {
    const QPalette palette = chart.palette();
    const ThemeColors& colors = themeColors(palette);
    const QFont small = numberFont(smallFont(chart.font()));
    const QFontMetricsF metrics(small);
    plot->setBackground(QBrush(palette.color(QPalette::Base)));
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setTickLabelFont(small);
        axis->setTickLabelColor(colors.secondaryText);
        axis->setTickPen(QPen(colors.secondaryText, 1));
    }
    plot->yAxis->setTickPen(Qt::NoPen);
    plot->yAxis->grid()->setPen(QPen(colors.line, 1));
    plot->yAxis->grid()->setZeroLinePen(QPen(colors.line, 1));
    const auto side = [&](const QString& widest) {
        return static_cast<int>(std::ceil(metrics.horizontalAdvance(widest)));
    };
    plot->axisRect()->setMargins(QMargins(
        side(QStringLiteral("-00.0")) + 10, static_cast<int>(ScaleLegend::height(chart.font())) + 2,
        side(QStringLiteral("100 ") + ticker->unit) / 2 + 4, static_cast<int>(std::ceil(metrics.height())) + 14));
    marks->groove = colors.track;
    marks->strong = palette.color(QPalette::WindowText);
    marks->light = colors.secondaryText;
    marks->accent = colors.accent;
    marks->words = colors.accentText;
    marks->font = smallFont(chart.font());
    overlay->cursor.color = colors.accent;
    overlay->cursor.face = palette.color(QPalette::Base);
    overlay->curveCursors.face = palette.color(QPalette::Base);
    overlay->cursor.focused = chart.hasFocus();
    overlay->legend.font = chart.font();
    overlay->legend.text = palette.color(QPalette::WindowText);
    overlay->legend.secondary = colors.secondaryText;
    overlay->legend.accent = colors.accentText;
    overlay->hover.font = smallFont(chart.font());
    overlay->hover.text = palette.color(QPalette::WindowText);
    overlay->hover.secondary = colors.secondaryText;
    overlay->hover.ground = palette.color(QPalette::Button);
    overlay->hover.line = colors.line;
}

void ScaleChart::Data::restyleCurves() {
    plot->clearGraphs();
    std::vector<const ScoreCurve*> ordered;
    for (const ScoreCurve& curve : curves)
        ordered.push_back(&curve);
    std::stable_partition(ordered.begin(), ordered.end(), [](const ScoreCurve* curve) { return !curve->isTarget; });
    for (const ScoreCurve* curve : ordered) { // the target last, above the others
        QVector<double> positions;
        QVector<double> scores;
        const std::size_t count = std::min(curve->sigmas.size(), curve->scores.size());
        for (std::size_t i = 0; i < count; ++i) {
            positions << axisPosition(curve->sigmas[i]);
            scores << curve->scores[i];
        }
        QCPGraph* graph = plot->addGraph();
        graph->setData(positions, scores, true);
        graph->setAntialiased(true);
        QPen pen(curve->color, curve->isTarget ? 2.25 : 1.25);
        pen.setJoinStyle(Qt::RoundJoin);
        graph->setPen(pen);
    }
}

void ScaleChart::Data::moveCursor() const {
    overlay->cursor.sigma = overlay->legend.sigma = std::min(sigma, sigmaMax);
    overlay->refresh();
}

// Where the pointer is over the plot and no button is pressed: a drag has the read-out of the legend.
void ScaleChart::Data::hover(QEvent* event) const {
    std::optional<QPointF> at;
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->buttons() == Qt::NoButton && plot->axisRect()->rect().contains(mouse->position().toPoint()))
            at = mouse->position();
    }
    overlay->hover.at = at;
    overlay->hover.nodes = &marks->gradients;
    overlay->refresh();
}

ScaleChart::ScaleChart(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Data>()) {
    setObjectName(QStringLiteral("scaleChart"));
    setAccessibleName(tr("Scale sigma"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(200, 100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m->build(*this);
    auto* place = new QGridLayout(this);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m->plot, 0, 0);
    place->addWidget(m->overlay, 0, 0);

    m->motion.place = [this] {
        return ScaleMotion::Place{
            .sigma = sigma().pixels, .sigmaMax = m->sigmaMax, .nodes = &m->marks->gradients, .snap = m->snap};
    };
    m->motion.sigmaAtPixel = [this](double x) {
        const QRect plot = m->plot->axisRect()->rect();
        const double share = std::clamp((x - plot.left()) / std::max(1, plot.width() - 1), 0.0, 1.0);
        return steppedSigma(0, share, m->sigmaMax);
    };
    m->motion.moved = [this](double sigma) {
        setSigma({sigma});
        Q_EMIT sigmaMoved({sigma});
    };
    m->motion.released = [this] {
        setAccessibleDescription(m->overlay->legend.readOut());
        Q_EMIT released();
    };
    m->style(*this);
    setRange({m->sigmaMax});
    setCurves({});
}

ScaleChart::~ScaleChart() = default;

QSize ScaleChart::sizeHint() const {
    return {640, 220};
}

void ScaleChart::setRange(Sigma sigmaMax) {
    if (!(sigmaMax.pixels > 0) || !std::isfinite(sigmaMax.pixels))
        return;
    m->sigmaMax = m->ticker->sigmaMax = sigmaMax.pixels;
    m->plot->xAxis->setRange(0, axisPosition(sigmaMax.pixels));
    m->moveCursor();
    m->replot();
    Q_EMIT placesMoved();
}

void ScaleChart::setUnit(const QString& unit) {
    if (unit == m->ticker->unit)
        return;
    m->ticker->unit = m->overlay->legend.unit = m->overlay->hover.unit = unit;
    m->style(*this); // the margin holds half of the last tick's words
    m->replot();
}

void ScaleChart::setSigma(Sigma sigma) {
    if (!std::isfinite(sigma.pixels) || sigma.pixels == m->sigma)
        return;
    m->sigma = std::max(0.0, sigma.pixels);
    m->moveCursor();
}

void ScaleChart::setCurves(const std::vector<ScoreCurve>& curves) {
    m->curves = curves;
    m->overlay->legend.curves = curves;
    m->overlay->curveCursors.curves = curves;
    m->overlay->hover.curves = curves;
    m->restyleCurves();
    const ScoreRange range = scoreRange(curves);
    m->plot->yAxis->setRange(range.low, range.high);
    m->replot();
}

void ScaleChart::setNodes(const std::vector<double>& gradientSigmas, const std::vector<double>& probeSigmas) {
    if (gradientSigmas == m->marks->gradients && probeSigmas == m->marks->probes)
        return;
    m->marks->gradients = gradientSigmas;
    m->marks->probes = probeSigmas;
    std::sort(m->marks->gradients.begin(), m->marks->gradients.end());
    m->replot();
}

void ScaleChart::setDensity(const std::vector<ScaleShare>& shares) {
    if (shares == m->marks->shares)
        return;
    m->marks->shares = shares;
    m->overlay->hover.shares = shares;
    m->replot();
}

void ScaleChart::setBulk(double fromSigma, double toSigma, const QString& words) {
    m->marks->bulkFrom = fromSigma;
    m->marks->bulkTo = toSigma;
    m->marks->bulkWords = words;
    m->replot();
}

void ScaleChart::setOriginalScale(double originalPixelsPerModelPixel) {
    m->overlay->legend.originalScale = originalPixelsPerModelPixel;
    m->moveCursor();
}

void ScaleChart::setSnap(bool snap) {
    m->snap = snap;
}

Sigma ScaleChart::sigma() const {
    return {std::min(m->sigma, m->sigmaMax)};
}

Sigma ScaleChart::sigmaMax() const {
    return {m->sigmaMax};
}

double ScaleChart::placeOf(Sigma sigma) const {
    return m->plot->xAxis->coordToPixel(axisPosition(sigma.pixels));
}

bool ScaleChart::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        m->style(*this);
        m->replot();
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        m->overlay->cursor.focused = event->type() == QEvent::FocusIn;
        m->moveCursor();
        break;
    case QEvent::MouseMove:
    case QEvent::Leave:
        m->hover(event);
        if (m->motion.handle(event))
            return true;
        break;
    default:
        if (m->motion.handle(event))
            return true;
    }
    return QWidget::event(event);
}

} // namespace blurig::ui
