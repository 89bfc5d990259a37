// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/score_curves.h"

#include "core/path/greatest_scores.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace blurig::ui {

namespace {

constexpr std::size_t curvesShown = 5; // beyond it, lines cannot be told apart
constexpr std::size_t longestName = 28;

// Okabe and Ito's colours for the colour-blind, those that stand out on light and on dark ground.
const std::array<QColor, 6> colors{QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x72, 0xB2), QColor(0x00, 0x9E, 0x73),
                                   QColor(0xCC, 0x79, 0xA7), QColor(0xE6, 0x9F, 0x00), QColor(0x56, 0xB4, 0xE9)};

bool isTarget(const Target& target, ClassIndex index) {
    return std::any_of(target.classes.begin(), target.classes.end(),
                       [&](const WeightedClass& one) { return one.index == index; });
}

// First synonym only: "tabby, tabby cat" is "tabby".
QString shortName(ClassIndex index, const ModelCard& card) {
    const QString name = QString::fromStdString(className(index, card)).section(QLatin1String(", "), 0, 0);
    return name.size() <= static_cast<qsizetype>(longestName) ? name : name.left(longestName - 1) + QChar(0x2026);
}

} // namespace

std::vector<ScoreCurve> scoreCurves(const PathState& path, const Target& target, const ModelCard& card) {
    const std::vector<float> greatest = greatestScores(path);
    std::vector<ClassIndex> order(greatest.size());
    std::iota(order.begin(), order.end(), ClassIndex{0});
    const std::size_t wanted = std::min(curvesShown, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(wanted), order.end(),
                      [&](ClassIndex a, ClassIndex b) {
                          const bool aFirst = isTarget(target, a);
                          const bool bFirst = isTarget(target, b);
                          const float scoreA = greatest[static_cast<std::size_t>(a)];
                          const float scoreB = greatest[static_cast<std::size_t>(b)];
                          return aFirst != bFirst ? aFirst : (scoreA != scoreB ? scoreA > scoreB : a < b);
                      });
    std::vector<ScoreCurve> curves(wanted);
    for (std::size_t i = 0; i < wanted; ++i) {
        const ClassIndex index = order[i];
        curves[i].name = shortName(index, card);
        curves[i].color = colors[i % colors.size()];
        curves[i].isTarget = isTarget(target, index);
        for (const auto& node : path.nodes) {
            if (const auto scores = node->classScores.host(); !scores.empty()) {
                curves[i].sigmas.push_back(node->position);
                curves[i].scores.push_back(static_cast<double>(scores[static_cast<std::size_t>(index)]));
            }
        }
    }
    return curves;
}

NodeMarks nodeMarks(const PathState& path) {
    NodeMarks marks;
    for (const auto& node : path.nodes)
        (node->gradient.empty() ? marks.forwards : marks.gradients).push_back(node->position);
    return marks;
}

} // namespace blurig::ui
