// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/guided_walk.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace blurig {

namespace {

constexpr double closeEnough = 1e-9; // of distances, relative and absolute
constexpr double excluded = std::numeric_limits<double>::infinity();

Array toArray(const ArrayLayout& layout, const std::vector<double>& values) {
    std::vector<float> rounded(values.size());
    std::ranges::transform(values, rounded.begin(), [](double value) { return static_cast<float>(value); });
    return Array::fromHost(layout, std::move(rounded));
}

bool isClose(double a, double b) {
    return std::abs(a - b) <= std::max(closeEnough * std::max(std::abs(a), std::abs(b)), closeEnough);
}

// Halves are summed apart, blocks of up to 128 by eight accumulators: NumPy's order. The path is chaotic: one rounding
// that differs, and these maps part from the package's.
double pairwiseSum(std::span<const double> values) {
    constexpr std::size_t lanes = 8;
    constexpr std::size_t block = 128;
    if (values.size() > block) {
        const std::size_t half = values.size() / 2 / lanes * lanes;
        return pairwiseSum(values.first(half)) + pairwiseSum(values.subspan(half));
    }
    if (values.size() < lanes)
        return std::accumulate(values.begin(), values.end(), 0.0);
    std::array<double, lanes> sums{};
    const std::size_t whole = values.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; ++i)
        sums[i % lanes] += values[i];
    const double sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(whole), values.end(), sum);
}

// The value that this share of the others does not exceed.
double quantile(std::vector<double> values, double share) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
    std::ranges::nth_element(values, place);
    return *place;
}

} // namespace

GuidedWalk::GuidedWalk(const Array& input, const Array& baseline, int steps, double fraction, double maxDistance)
    : m_layout(input.layout())
    , m_input(input.host().begin(), input.host().end())
    , m_baseline(baseline.host().begin(), baseline.host().end())
    , m_point(m_baseline)
    , m_map(m_input.size())
    , m_steps(steps)
    , m_fraction(fraction)
    , m_maxDistance(maxDistance)
    , m_length(distance()) {
    if (m_length == 0)
        m_step = m_steps;
}

Array GuidedWalk::point() const {
    return toArray(m_layout, m_point);
}

Array GuidedWalk::map() const {
    return toArray(m_layout, m_map);
}

double GuidedWalk::sum() const {
    return std::accumulate(m_map.begin(), m_map.end(), 0.0);
}

std::vector<double> GuidedWalk::straight(double alpha) const {
    std::vector<double> point(m_input.size());
    for (std::size_t i = 0; i < point.size(); ++i)
        point[i] = m_baseline[i] + (m_input[i] - m_baseline[i]) * alpha;
    return point;
}

double GuidedWalk::distance() const {
    std::vector<double> ways(m_point.size());
    std::ranges::transform(m_point, m_input, ways.begin(), [](double a, double b) { return std::abs(a - b); });
    return pairwiseSum(ways);
}

void GuidedWalk::catchUp(double alpha) {
    const std::vector<double> least = straight(alpha);
    for (std::size_t i = 0; i < m_point.size(); ++i) {
        const double whole = m_input[i] - m_baseline[i];
        if (whole != 0 && (m_point[i] - m_baseline[i]) / whole < alpha)
            m_point[i] = least[i];
    }
}

bool GuidedWalk::moveLeast(const std::vector<double>& ends, double target, std::vector<double>& ranks) {
    const double current = distance();
    const double toGo = current - target;
    if (toGo <= 0 || isClose(current, target))
        return true;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        if (m_point[i] == ends[i])
            ranks[i] = excluded;
    const double threshold = quantile(ranks, m_fraction);
    std::vector<std::size_t> chosen;
    std::vector<double> ways(ranks.size());
    for (std::size_t i = 0; i < ranks.size(); ++i)
        if (ranks[i] <= threshold && ranks[i] != excluded) {
            chosen.push_back(i);
            ways[i] = std::abs(m_point[i] - ends[i]);
        }
    const double reach = pairwiseSum(ways);
    const bool suffices = reach >= toGo;
    for (const std::size_t i : chosen)
        m_point[i] = suffices ? m_point[i] + (ends[i] - m_point[i]) * (toGo / reach) : ends[i];
    return suffices || chosen.empty();
}

void GuidedWalk::step(std::span<const float> gradient) {
    assert(!isDone() && gradient.size() == m_point.size());
    const std::vector<double> before = m_point;
    const double alpha = static_cast<double>(m_step + 1) / m_steps;
    const std::vector<double> ends = straight(std::min(alpha + m_maxDistance, 1.0));
    std::vector<double> ranks(gradient.size());
    std::ranges::transform(gradient, ranks.begin(), [](float value) { return std::abs(static_cast<double>(value)); });
    catchUp(std::max(alpha - m_maxDistance, 0.0));
    while (!moveLeast(ends, m_length * (1 - alpha), ranks)) {
    }
    for (std::size_t i = 0; i < m_point.size(); ++i)
        m_map[i] += (m_point[i] - before[i]) * static_cast<double>(gradient[i]);
    ++m_step;
}

} // namespace blurig
