// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/curve_labels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace blurig::ui {

namespace {

constexpr int columns = 60;
constexpr int rows = 30;
// In em, the unit of distances too.
constexpr double clear = 0.2;       // kept around a label
constexpr double sample = 0.5;      // between points of a curve
constexpr double unambiguous = 1.5; // another curve should be so much farther than its own
constexpr double overCurve = 40;    // the price of lying over a curve
constexpr double overLabel = 400;
constexpr double throughLabel = 15; // the same of the way to its curve
constexpr double distinct = 0.6;    // from all others, a point of a curve is unmistakable

// So dense that a label cannot lie between two points.
QPolygonF sampled(const QPolygonF& line, double step) {
    QPolygonF points;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QPointF along = line[i + 1] - line[i];
        const int parts = std::max(1, static_cast<int>(std::ceil(std::hypot(along.x(), along.y()) / step)));
        for (int part = 0; part < parts; ++part)
            points << line[i] + along * (static_cast<double>(part) / parts);
    }
    if (!line.isEmpty())
        points << line.back();
    return points;
}

double distance(const QRectF& box, QPointF point) {
    return std::hypot(std::max({box.left() - point.x(), 0.0, point.x() - box.right()}),
                      std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()}));
}

double distance(const QRectF& box, const QPolygonF& points) {
    double least = std::numeric_limits<double>::infinity();
    for (const QPointF& point : points)
        least = std::min(least, distance(box, point));
    return least;
}

// Of one line, the points that can best be told from the other lines.
QPolygonF distinctPart(const std::vector<QPolygonF>& lines, std::size_t own, double em) {
    std::vector<double> clearances;
    for (const QPointF& point : lines[own]) {
        double clearance = distinct * em; // more is as good
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (i != own)
                clearance = std::min(clearance, distance(QRectF(point, QSizeF(0, 0)), lines[i]));
        clearances.push_back(clearance);
    }
    const double most = clearances.empty() ? 0 : *std::ranges::max_element(clearances);
    QPolygonF part;
    for (std::size_t i = 0; i < clearances.size(); ++i)
        if (clearances[i] >= 0.8 * most)
            part << lines[own][static_cast<qsizetype>(i)];
    return part;
}

QPointF nearest(const QRectF& box, const QPolygonF& points) {
    return *std::ranges::min_element(points, {}, [&box](QPointF point) { return distance(box, point); });
}

bool crosses(const QLineF& way, const QRectF& rect) {
    constexpr int steps = 12;
    for (int i = 0; i <= steps; ++i)
        if (rect.contains(way.pointAt(static_cast<double>(i) / steps)))
            return true;
    return false;
}

QLineF wayTo(QPointF on, const QRectF& box) {
    return {QPointF(std::clamp(on.x(), box.left(), box.right()), std::clamp(on.y(), box.top(), box.bottom())), on};
}

} // namespace

std::vector<CurveLabel> placeLabels(const std::vector<QPolygonF>& curves, const std::vector<QSizeF>& sizes,
                                    const LabelRoom& in) {
    std::vector<QPolygonF> lines;
    for (const std::vector<QPolygonF>* some : {&curves, &in.lines})
        for (const QPolygonF& line : *some)
            lines.push_back(sampled(line, sample * in.em));
    std::vector<QRectF> taken = in.taken;
    const auto priceOf = [&](std::size_t own, const QPolygonF& part, const QRectF& box) {
        const double margin = clear * in.em;
        const QRectF around = box.adjusted(-margin, -margin, margin, margin);
        double other = std::numeric_limits<double>::infinity();
        double price = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const double away = distance(around, lines[i]) / in.em;
            price += away == 0 ? overCurve : 0;
            other = i == own ? other : std::min(other, away);
        }
        const double ownAway = distance(around, part) / in.em;
        price += ownAway + std::max(0.0, unambiguous - (other - ownAway));
        const QRectF apart = around.adjusted(-2 * margin, 0, 2 * margin, 0); // from words on the same line
        const QLineF way = wayTo(nearest(box, part), box);
        for (const QRectF& rect : taken)
            price += rect.intersects(apart) ? overLabel : crosses(way, rect) ? throughLabel : 0;
        return price;
    };
    std::vector<CurveLabel> labels;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        QRectF best(in.room.topLeft(), sizes[i]);
        double least = std::numeric_limits<double>::infinity();
        const QPolygonF part = distinctPart(lines, i, in.em);
        const QSizeF free = in.room.size() - sizes[i];
        for (int cell = 0; cell < columns * rows && !part.isEmpty(); ++cell) {
            const QPointF at(free.width() * (cell % columns) / (columns - 1),
                             free.height() * static_cast<double>(cell / columns) / (rows - 1));
            const QRectF box(in.room.topLeft() + at, sizes[i]);
            if (const double price = priceOf(i, part, box); price < least) {
                least = price;
                best = box;
            }
        }
        taken.push_back(best);
        const QPointF on = part.isEmpty() ? best.center() : nearest(best, part);
        labels.push_back({.place = best, .way = wayTo(on, best)});
    }
    return labels;
}

} // namespace blurig::ui
