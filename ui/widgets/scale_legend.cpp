// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_legend.h"

#include "ui/widgets/number_text.h"
#include "ui/widgets/scale_axis.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double dot = 8;
constexpr double within = 5;
constexpr double between = 14;
constexpr double shortestName = 40; // to which names are cut before an entry is left out

QRectF rowOf(const QCustomPlot& plot, const QFont& font) {
    const QRectF axes(plot.axisRect()->rect());
    const double height = ScaleLegend::height(font);
    return {axes.left(), axes.top() - height, axes.width(), height - 4};
}

} // namespace

namespace {

QFont faceOf(const ScoreCurve& curve, QFont font) {
    font.setBold(curve.isTarget);
    return font;
}

// A score keeps its room while there is none, so that names stay where they are.
double widthOf(const ScoreCurve& curve, const QString& score, const QFont& font, double longestName) {
    const QFontMetricsF figures(numberFont(font));
    const double name = std::min(longestName, QFontMetricsF(faceOf(curve, font)).horizontalAdvance(curve.name));
    const double number =
        std::max(figures.horizontalAdvance(score), figures.horizontalAdvance(QStringLiteral("0.000")));
    return dot + within + name + within + number;
}

} // namespace

double ScaleLegend::height(const QFont& font) {
    return std::ceil(QFontMetricsF(font).height()) + 6;
}

QString ScaleLegend::readOut() const {
    QString words = QStringLiteral("sigma ") + significant(sigma, 3) + u' ' + unit;
    if (originalScale > 0)
        words += QCPAxis::tr(" (%1 px of the photo)").arg(significant(sigma * originalScale, 3));
    return words;
}

void ScaleLegend::paint(QCPPainter& painter, const QCustomPlot& plot) const {
    QRectF row = rowOf(plot, font);
    const QFont numbers = numberFont(font);
    const QFontMetricsF figures(numbers);
    painter.setFont(numbers);
    painter.setPen(accent);
    const QString right = readOut();
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, right);
    row.setRight(row.right() - figures.horizontalAdvance(right) - between);

    // Names are cut only as far as the row asks for it.
    const auto scoreOf = [this](const ScoreCurve& curve) {
        const std::optional<double> known = scoreAt(curve, curve.cursor.value_or(sigma));
        return known ? scoreText(*known) : QString();
    };
    double longestName = row.width();
    const auto needed = [&] {
        double sum = 0;
        for (const ScoreCurve& curve : curves)
            sum += widthOf(curve, scoreOf(curve), font, longestName) + between;
        return sum - between;
    };
    while (longestName > shortestName && needed() > row.width())
        longestName = std::max(shortestName, longestName * 0.9);

    painter.setAntialiasing(true);
    for (const ScoreCurve& curve : curves) {
        const QString score = scoreOf(curve);
        const double whole = widthOf(curve, score, font, longestName);
        if (whole > row.width())
            break;
        const QFont face = faceOf(curve, font);
        const QFontMetricsF metrics(face);
        const QString name = metrics.elidedText(curve.name, Qt::ElideRight, longestName);
        const double nameWidth = std::min(longestName, metrics.horizontalAdvance(curve.name));
        painter.setPen(Qt::NoPen);
        painter.setBrush(curve.color);
        painter.drawEllipse(QRectF(row.left(), row.center().y() - dot / 2, dot, dot));
        painter.setFont(face);
        painter.setPen(text);
        painter.drawText(row.adjusted(dot + within, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setFont(numbers);
        painter.setPen(secondary);
        painter.drawText(row.adjusted(dot + within + nameWidth + within, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         score);
        row.setLeft(row.left() + whole + between);
    }
}

QRegion ScaleLegend::place(const QCustomPlot& plot) const {
    return rowOf(plot, font).toAlignedRect();
}

std::optional<double> scoreAt(const ScoreCurve& curve, double sigma) {
    const std::size_t count = std::min(curve.sigmas.size(), curve.scores.size());
    if (count == 0 || sigma < curve.sigmas.front() || sigma > curve.sigmas[count - 1])
        return {};
    const auto end = curve.sigmas.begin() + static_cast<std::ptrdiff_t>(count);
    const auto above = std::lower_bound(curve.sigmas.begin(), end, sigma);
    const auto i = static_cast<std::size_t>(above - curve.sigmas.begin());
    if (i == 0 || *above == sigma)
        return curve.scores[i];
    const double from = axisPosition(curve.sigmas[i - 1]);
    const double share = (axisPosition(sigma) - from) / (axisPosition(curve.sigmas[i]) - from);
    return curve.scores[i - 1] + share * (curve.scores[i] - curve.scores[i - 1]);
}

} // namespace blurig::ui
