// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/score_curves.h"

#include "core/path/greatest_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace blurig::ui {

namespace {

constexpr std::size_t curvesShown = 5; // beyond it, lines cannot be told apart
constexpr std::size_t longestName = 28;

// Okabe and Ito's colours for the colour-blind, those that stand out on light and on dark ground.
const std::array<QColor, 6> colors{QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x72, 0xB2), QColor(0x00, 0x9E, 0x73),
                                   QColor(0xCC, 0x79, 0xA7), QColor(0xE6, 0x9F, 0x00), QColor(0x56, 0xB4, 0xE9)};

const QColor explainedColor(0x7A, 0x7A, 0x80); // of several classes together, which have their own

// The target's classes come first, those that are subtracted after those that are not.
double rankOf(const Target& target, ClassIndex index) {
    for (const WeightedClass& one : target.classes)
        if (one.index == index)
            return one.weight > 0 ? 2 : 1;
    return 0;
}

QString shortened(const QString& name) {
    return name.size() <= static_cast<qsizetype>(longestName) ? name : name.left(longestName - 1) + QChar(0x2026);
}

ScoreCurve curveOf(const PathState& path, const Target& target, ScoreCurve curve) {
    for (const auto& node : path.nodes)
        if (const auto scores = node->classScores.host(); !scores.empty()) {
            double sum = 0;
            for (const WeightedClass& one : target.classes)
                sum += one.weight * static_cast<double>(scores[static_cast<std::size_t>(one.index)]);
            curve.sigmas.push_back(node->position);
            curve.scores.push_back(sum);
        }
    return curve;
}

} // namespace

std::vector<QColor> ClassColors::of(const std::vector<ClassIndex>& shown) {
    std::array<bool, colors.size()> taken{};
    for (const ClassIndex index : shown)
        if (const auto known = m_known.find(index); known != m_known.end())
            taken[known->second] = true;
    std::vector<QColor> result;
    for (const ClassIndex index : shown) {
        if (!m_known.contains(index)) {
            const auto free = std::find(taken.begin(), taken.end(), false);
            const auto color =
                free == taken.end() ? m_known.size() % colors.size() : static_cast<std::size_t>(free - taken.begin());
            taken[color] = true;
            m_known.emplace(index, color);
        }
        result.push_back(colors[m_known.at(index)]);
    }
    return result;
}

std::vector<ScoreCurve> scoreCurves(const PathState& path, const Target& target, const ModelCard& card,
                                    ClassColors& classColors) {
    const std::vector<float> greatest = greatestScores(path);
    std::vector<ClassIndex> order(greatest.size());
    std::iota(order.begin(), order.end(), ClassIndex{0});
    const std::size_t wanted = std::min(curvesShown, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(wanted), order.end(),
                      [&](ClassIndex a, ClassIndex b) {
                          const double rankA = rankOf(target, a);
                          const double rankB = rankOf(target, b);
                          const float scoreA = greatest[static_cast<std::size_t>(a)];
                          const float scoreB = greatest[static_cast<std::size_t>(b)];
                          return rankA != rankB ? rankA > rankB : (scoreA != scoreB ? scoreA > scoreB : a < b);
                      });
    order.resize(wanted);
    const std::vector<QColor> shownColors = classColors.of(order);
    const bool several = target.classes.size() > 1 || target.classes.front().weight != 1;
    std::vector<ScoreCurve> curves;
    if (several)
        curves.push_back(curveOf(path, target,
                                 {.name = shortened(QString::fromStdString(targetName(target, card))),
                                  .color = explainedColor,
                                  .isTarget = true}));
    for (std::size_t i = 0; i < wanted; ++i)
        curves.push_back(curveOf(path, {{{order[i], 1.0}}},
                                 {.name = shortened(QString::fromStdString(shortClassName(order[i], card))),
                                  .color = shownColors[i],
                                  .isTarget = !several && order[i] == target.classes.front().index}));
    return curves;
}

NodeMarks nodeMarks(const PathState& path) {
    NodeMarks marks;
    for (const auto& node : path.nodes)
        (node->gradient.empty() ? marks.forwards : marks.gradients).push_back(node->position);
    return marks;
}

std::vector<ScaleShare> scaleShares(const PathState& path) {
    std::vector<ScaleShare> shares;
    for (const PathCell& cell : path.cells)
        shares.push_back({.from = path.path->toPosition(path.variable, cell.from),
                          .to = path.path->toPosition(path.variable, cell.to),
                          .amount = std::abs(cell.mass)});
    return shares;
}

} // namespace blurig::ui
