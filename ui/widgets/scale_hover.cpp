// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_hover.h"

#include "ui/widgets/number_text.h"
#include "ui/widgets/scale_axis.h"
#include "ui/widgets/scale_legend.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double reach = 4; // px within which the line stands on a node
constexpr double padding = 8;
constexpr double dot = 7;
constexpr double away = 10; // px from the line to the box
constexpr double longestName = 150;

} // namespace

double ScaleHover::sigmaAt(const QCustomPlot& plot) const {
    const double sigma = sigmaAtAxis(plot.xAxis->pixelToCoord(at->x()));
    const auto nearest = nodes ? nearestNode(*nodes, sigma) : std::nullopt;
    const bool near = nearest && std::abs(plot.xAxis->coordToPixel(axisPosition(*nearest)) - at->x()) <= reach;
    return near ? *nearest : std::max(0.0, sigma);
}

bool ScaleHover::isNode(double sigma) const {
    return nodes && std::ranges::binary_search(*nodes, sigma);
}

std::vector<ScaleHover::Row> ScaleHover::rows(double sigma, bool atNode) const {
    std::vector<Row> rows{{atNode ? QCPAxis::tr("node at σ %1 %2").arg(sigmaText(sigma), unit)
                                  : QCPAxis::tr("σ %1 %2").arg(sigmaText(sigma), unit),
                           {}}};
    const QFontMetricsF metrics(font);
    for (const ScoreCurve& curve : curves)
        if (const auto score = scoreAt(curve, sigma))
            rows.push_back(
                {metrics.elidedText(curve.name, Qt::ElideRight, longestName), scoreText(*score), curve.color});
    double whole = 0;
    for (const ScaleShare& share : shares)
        whole += share.amount;
    for (const ScaleShare& share : shares)
        if (whole > 0 && sigma >= share.from && sigma < share.to)
            rows.push_back({QCPAxis::tr("change from σ %1 to %2").arg(sigmaText(share.to), sigmaText(share.from)),
                            percentage(share.amount / whole)});
    return rows;
}

QRectF ScaleHover::boxFor(const std::vector<Row>& rows, double x, const QCustomPlot& plot) const {
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const Row& row : rows)
        width = std::max(width, dot + 5 + metrics.horizontalAdvance(row.name) + 14 +
                                    QFontMetricsF(numberFont(font)).horizontalAdvance(row.value));
    const QSizeF size(width + 2 * padding, metrics.lineSpacing() * static_cast<double>(rows.size()) + padding);
    const bool toRight = x + away + size.width() < plot.width();
    const double top = std::clamp(plot.axisRect()->top() + 4.0, 0.0, std::max(0.0, plot.height() - size.height()));
    return {QPointF(toRight ? x + away : x - away - size.width(), top), size};
}

void ScaleHover::paint(QCPPainter& painter, const QCustomPlot& plot) const {
    if (!at)
        return;
    const double sigma = sigmaAt(plot);
    const double x = std::floor(plot.xAxis->coordToPixel(axisPosition(sigma)));
    const QRectF axes(plot.axisRect()->rect());
    painter.setAntialiasing(false);
    painter.fillRect(QRectF(x, axes.top(), 1, axes.height()), secondary);
    const std::vector<Row> shown = rows(sigma, isNode(sigma));
    QRectF row = boxFor(shown, x, plot);
    painter.setAntialiasing(true);
    painter.setPen(QPen(line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QFont numbers = numberFont(font);
    const double height = QFontMetricsF(font).lineSpacing();
    row = QRectF(row.left() + padding, row.top() + padding / 2, row.width() - 2 * padding, height);
    for (const Row& each : shown) {
        double left = row.left();
        if (each.color.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(each.color);
            painter.drawEllipse(QRectF(left, row.center().y() - dot / 2, dot, dot));
            left += dot + 5;
        }
        painter.setFont(font);
        painter.setPen(each.color.isValid() ? text : secondary);
        painter.drawText(QRectF(left, row.top(), row.right() - left, height), Qt::AlignLeft | Qt::AlignVCenter,
                         each.name);
        painter.setFont(numbers);
        painter.setPen(text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, each.value);
        row.translate(0, height);
    }
}

QRegion ScaleHover::place(const QCustomPlot& plot) const {
    if (!at)
        return {};
    const double sigma = sigmaAt(plot);
    const double x = std::floor(plot.xAxis->coordToPixel(axisPosition(sigma)));
    const QRectF axes(plot.axisRect()->rect());
    return QRegion(QRectF(x, axes.top(), 1, axes.height()).toAlignedRect()) |
           boxFor(rows(sigma, isNode(sigma)), x, plot).toAlignedRect().adjusted(-1, -1, 1, 1);
}

} // namespace blurig::ui
