// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_chart.h"

#include "core/render/lab.h"
#include "ui/export/curve_labels.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/scale_axis.h"
#include "ui/widgets/scale_density.h"
#include "ui/widgets/scale_legend.h"
#include "ui/widgets/score_range.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace blurig::ui {

namespace {

constexpr double leastSeen = 0.02; // of the axis: a lower curve cannot be told from it
// In em.
constexpr double tick = 0.35;
constexpr double gap = 0.3;
constexpr double tickDistance = 2.8;
constexpr double scoreDistance = 2.5;
constexpr double leader = 0.6; // a label that is farther away gets a line to its curve

QPen pen(const QColor& color, double points) {
    QPen pen(color, points * figureUnitsPerPoint);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

// As words on the ground.
QColor readableInk(QColor color, const QColor& ground) {
    const auto rgb = [](const QColor& one) {
        return std::array{static_cast<std::uint8_t>(one.red()), static_cast<std::uint8_t>(one.green()),
                          static_cast<std::uint8_t>(one.blue())};
    };
    while (color.lightness() > 0 && !readableOn(rgb(ground), rgb(color)))
        color = color.darker(108);
    return color;
}

// Steps of 1, 2 or 5 times a power of ten, at least so far from each other.
std::vector<double> roundScores(const ScoreRange& range, double leastStep) {
    const double decade = std::pow(10, std::floor(std::log10(leastStep)));
    double step = 10 * decade;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * decade >= leastStep)
            step = factor * decade;
    std::vector<double> scores;
    for (double at = std::ceil(range.low / step - 1e-9); at * step <= range.high * (1 + 1e-9); ++at)
        scores.push_back(at * step);
    return scores;
}

QString plain(double value) {
    return QString::number(value, 'g', 3).replace(u'-', u'−');
}

class ChartPainter {
public:
    ChartPainter(QPainter& painter, const QRectF& place, const FigureChart& chart, const FigureStyle& style)
        : m_painter(painter)
        , m_chart(chart)
        , m_style(style)
        , m_palette(figurePalette())
        , m_metrics(style.text)
        , m_curves(drawnCurves(chart))
        , m_range(scoreRange(chart.curves)) {
        const double top = hasCursors() ? 0.3 * style.em : style.line; // for the words at sigma
        const double foot = tick * style.em + 2 * style.line;
        const double steps = std::max(1.0, (place.height() - top - foot) / (scoreDistance * style.em));
        m_scores = roundScores(m_range, (m_range.high - m_range.low) / steps);
        double widest = 0;
        for (const double score : m_scores)
            widest = std::max(widest, m_metrics.horizontalAdvance(plain(score)));
        m_scoreWidth = widest;
        m_plot = place.adjusted(style.line + (gap + tick) * style.em + widest + gap * style.em, top,
                                -0.6 * m_metrics.horizontalAdvance(plain(chart.sigmaMax)), -foot);
    }

    void paint() {
        m_painter.save();
        m_painter.setFont(m_style.text);
        paintDensity();
        paintBracket();
        paintAxes();
        paintNodes();
        paintSigma();
        const std::vector<QPolygonF> lines = paintCurves();
        paintCursors();
        paintLabels(lines);
        m_painter.restore();
    }

private:
    double x(double sigma) const {
        return m_plot.left() + m_plot.width() * axisPosition(sigma) / axisPosition(m_chart.sigmaMax);
    }
    double y(double score) const {
        return m_plot.bottom() - m_plot.height() * (score - m_range.low) / (m_range.high - m_range.low);
    }
    QColor ink() const { return m_palette.color(QPalette::WindowText); }
    QColor quiet() const { return themeColors(m_palette).secondaryText; }
    bool hasCursors() const {
        return std::ranges::any_of(m_curves, [](const ScoreCurve& curve) { return curve.cursor.has_value(); });
    }

    void paintDensity() {
        const std::vector<double> densities = relativeDensity(m_chart.shares);
        if (densities.empty())
            return;
        QPolygonF steps({QPointF(x(m_chart.shares.front().from), m_plot.bottom())});
        for (std::size_t i = 0; i < densities.size(); ++i) {
            const double level = m_plot.bottom() - densityHeight * m_plot.height() * densities[i];
            steps << QPointF(x(m_chart.shares[i].from), level) << QPointF(x(m_chart.shares[i].to), level);
        }
        steps << QPointF(x(m_chart.shares.back().to), m_plot.bottom());
        QColor fill = themeColors(m_palette).accent;
        fill.setAlphaF(0.18f);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        m_painter.drawPolygon(steps);
    }

    // Where the bracket's words stand: in its middle, beside the marked sigma, beside the bracket; nowhere without
    // room, then the caption alone has them.
    std::optional<QRectF> bracketWords(double left, double right, double level) const {
        const double room = gap * m_style.em;
        const double half = m_metrics.horizontalAdvance(m_chart.bulkWords) / 2;
        const double mark = hasCursors() ? left : x(std::min(m_chart.sigma, m_chart.sigmaMax));
        const double reach = half + room;
        for (const double middle :
             {(left + right) / 2, (left + mark) / 2, (mark + right) / 2, right + reach, left - reach}) {
            const bool within = middle - reach > left + m_style.em && middle + reach < right - m_style.em;
            const bool beside = middle - reach >= right || middle + reach <= left;
            if ((within || beside) && std::abs(middle - mark) > reach && middle - half > m_plot.left() &&
                middle + half < m_plot.right())
                return QRectF(middle - half, level - m_style.line / 2, 2 * half, m_style.line);
        }
        return std::nullopt;
    }

    void paintBracket() {
        if (m_chart.bulkTo <= m_chart.bulkFrom)
            return;
        const QColor accent = themeColors(m_palette).accent;
        const double left = x(m_chart.bulkFrom);
        const double right = x(m_chart.bulkTo);
        const double level = m_plot.top() + 0.55 * m_style.line;
        const double drop = tick * m_style.em;
        const double room = gap * m_style.em;
        const std::optional<QRectF> words = bracketWords(left, right, level);
        const bool within = words && words->left() > left && words->right() < right;
        m_painter.setPen(pen(accent, 0.8));
        m_painter.drawPolyline(QPolygonF({QPointF(left, level + drop), QPointF(left, level),
                                          QPointF(within ? words->left() - room : right, level)}));
        m_painter.drawPolyline(QPolygonF({QPointF(right, level + drop), QPointF(right, level),
                                          QPointF(within ? words->right() + room : right, level)}));
        m_taken.emplace_back(QPointF(left, level - drop), QPointF(right, level + drop));
        if (!words)
            return;
        m_painter.setPen(readableInk(accent, m_palette.color(QPalette::Window)));
        m_painter.drawText(*words, Qt::AlignCenter | Qt::TextSingleLine, m_chart.bulkWords);
        m_taken.push_back(*words);
    }

    void paintAxes() {
        const double length = tick * m_style.em;
        m_painter.setPen(pen(ink(), 0.5));
        m_painter.drawLine(m_plot.topLeft(), m_plot.bottomLeft());
        m_painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
        for (const double score : m_scores) {
            const QPointF at(m_plot.left(), y(score));
            m_painter.drawLine(at, at - QPointF(length, 0));
            m_painter.drawText(QRectF(at.x() - length - gap * m_style.em - m_scoreWidth, at.y() - m_style.line / 2,
                                      m_scoreWidth, m_style.line),
                               Qt::AlignRight | Qt::AlignVCenter, plain(score));
        }
        for (const AxisTick& mark : axisTicks(m_chart.sigmaMax, m_plot.width(), tickDistance * m_style.em)) {
            const QPointF at(x(mark.sigma), m_plot.bottom());
            m_painter.drawLine(at, at + QPointF(0, length));
            m_painter.drawText(QRectF(at.x() - 5 * m_style.em, at.y() + length, 10 * m_style.em, m_style.line),
                               Qt::AlignHCenter | Qt::AlignVCenter, plain(mark.sigma));
        }
        const QString scale = QCoreApplication::translate("Figure", "scale σ (px)");
        m_painter.drawText(QRectF(m_plot.left(), m_plot.bottom() + length + m_style.line, m_plot.width(), m_style.line),
                           Qt::AlignHCenter | Qt::AlignVCenter, scale);
        m_painter.save();
        m_painter.translate(m_plot.left() - length - 2 * gap * m_style.em - m_scoreWidth - m_style.line,
                            m_plot.bottom());
        m_painter.rotate(-90);
        m_painter.drawText(QRectF(0, 0, m_plot.height(), m_style.line), Qt::AlignHCenter | Qt::AlignVCenter,
                           m_metrics.elidedText(m_chart.score, Qt::ElideRight, m_plot.height()));
        m_painter.restore();
    }

    void paintNodes() {
        m_painter.setPen(pen(quiet(), 0.4));
        for (const double sigma : m_chart.gradientSigmas) {
            const QPointF foot(x(sigma), m_plot.bottom());
            m_painter.drawLine(foot, foot - QPointF(0, 0.45 * m_style.em));
        }
    }

    // Where the pictures are.
    void paintSigma() {
        if (hasCursors())
            return;
        const double at = x(std::min(m_chart.sigma, m_chart.sigmaMax));
        QPen line = pen(ink(), 0.6);
        line.setDashPattern({4, 3});
        m_painter.setPen(line);
        m_painter.drawLine(QPointF(at, m_plot.top()), QPointF(at, m_plot.bottom()));
        m_painter.setPen(ink());
        const QString words = QStringLiteral("σ ") + sigmaText(m_chart.sigma);
        const double half = m_metrics.horizontalAdvance(words) / 2;
        const double middle = std::clamp(at, m_plot.left() + half, m_plot.right() - half);
        m_painter.drawText(QRectF(middle - half, m_plot.top() - m_style.line, 2 * half, m_style.line),
                           Qt::AlignCenter | Qt::TextSingleLine, words);
        m_lines.push_back(QPolygonF({QPointF(at, m_plot.top()), QPointF(at, m_plot.bottom())}));
    }

    std::vector<QPolygonF> paintCurves() {
        std::vector<QPolygonF> lines;
        m_painter.save();
        m_painter.setClipRect(m_plot.adjusted(0, -m_style.em, m_style.em, m_style.em));
        m_painter.setBrush(Qt::NoBrush);
        for (const ScoreCurve& curve : m_curves) {
            QPolygonF line;
            for (std::size_t i = 0; i < std::min(curve.sigmas.size(), curve.scores.size()); ++i)
                if (std::isfinite(curve.scores[i]))
                    line << QPointF(x(curve.sigmas[i]), y(curve.scores[i]));
            lines.push_back(line);
        }
        for (std::size_t i = lines.size(); i-- > 0;) { // the first, of the target, above the others
            m_painter.setPen(pen(m_curves[i].color, m_curves[i].isTarget ? 1.25 : 0.8));
            m_painter.drawPolyline(lines[i]);
        }
        m_painter.restore();
        return lines;
    }

    void paintCursors() {
        for (const ScoreCurve& curve : m_curves) {
            const std::optional<double> score = curve.cursor ? scoreAt(curve, *curve.cursor) : std::nullopt;
            if (!score)
                continue;
            const QPointF at(x(*curve.cursor), y(*score));
            QPen line = pen(curve.color, 0.6);
            line.setDashPattern({4, 3});
            m_painter.setPen(line);
            m_painter.drawLine(QPointF(at.x(), m_plot.bottom()), at);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(curve.color);
            const double radius = 0.3 * m_style.em;
            m_painter.drawEllipse(at, radius, radius);
            m_taken.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
            m_lines.push_back(QPolygonF({QPointF(at.x(), m_plot.bottom()), at}));
        }
    }

    void paintLabels(const std::vector<QPolygonF>& lines) {
        std::vector<QSizeF> sizes;
        for (const ScoreCurve& curve : m_curves)
            sizes.emplace_back(m_metrics.horizontalAdvance(curve.name), m_metrics.height());
        m_lines.push_back(QPolygonF({m_plot.bottomLeft(), m_plot.bottomRight()})); // what lies on it cannot be seen
        const std::vector<CurveLabel> labels = placeLabels(
            lines, sizes,
            {.room = m_plot.adjusted(0.2 * m_style.em, 0, 0, 0), .em = m_style.em, .lines = m_lines, .taken = m_taken});
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const QRectF& place = labels[i].place;
            if (labels[i].way.length() > leader * m_style.em) {
                m_painter.setPen(pen(m_curves[i].color, 0.4));
                m_painter.drawLine(labels[i].way);
            }
            m_painter.setPen(readableInk(m_curves[i].color, m_palette.color(QPalette::Window)));
            m_painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, m_curves[i].name);
        }
    }

    QPainter& m_painter;
    const FigureChart& m_chart;
    const FigureStyle& m_style;
    QPalette m_palette;
    QFontMetricsF m_metrics;
    std::vector<ScoreCurve> m_curves;
    ScoreRange m_range;
    std::vector<double> m_scores;
    double m_scoreWidth = 0;
    QRectF m_plot;
    std::vector<QRectF> m_taken; // where no label may lie
    std::vector<QPolygonF> m_lines;
};

} // namespace

std::vector<ScoreCurve> drawnCurves(const FigureChart& chart) {
    const ScoreRange range = scoreRange(chart.curves);
    const double least = leastSeen * (range.high - range.low);
    std::vector<ScoreCurve> curves;
    for (const ScoreCurve& curve : chart.curves)
        if (curve.isTarget ||
            std::ranges::any_of(curve.scores, [least](double score) { return std::abs(score) > least; }))
            curves.push_back(curve);
    std::ranges::stable_partition(curves, &ScoreCurve::isTarget);
    return curves;
}

void paintChart(QPainter& painter, const QRectF& place, const FigureChart& chart, const FigureStyle& style) {
    ChartPainter(painter, place, chart, style).paint();
}

} // namespace blurig::ui
