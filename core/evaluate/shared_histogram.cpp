// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/shared_histogram.h"

#include "core/evaluate/quantile.h"

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

constexpr double mostBins = 60;

double binsOf(const std::vector<double>& ascending, std::size_t longest) {
    const double range = ascending.back() - ascending.front();
    const double spread = quantile(ascending, 0.75) - quantile(ascending, 0.25);
    const auto count = static_cast<double>(longest);
    const double wanted =
        spread > 0 ? range / (2 * spread / std::cbrt(count)) : std::log2(count) + 1; // beyond int where spread is tiny
    return std::clamp(std::ceil(wanted), 1.0, mostBins);
}

} // namespace

int SharedHistogram::greatest() const {
    int most = 0;
    for (const std::vector<int>& series : counts)
        for (const int count : series)
            most = std::max(most, count);
    return most;
}

SharedHistogram sharedHistogram(const std::vector<std::vector<double>>& series) {
    std::vector<double> all;
    std::size_t longest = 0;
    for (const std::vector<double>& values : series) {
        all.insert(all.end(), values.begin(), values.end());
        longest = std::max(longest, values.size());
    }
    SharedHistogram histogram;
    histogram.counts.resize(series.size());
    if (all.empty())
        return histogram;
    std::ranges::sort(all);
    const double range = all.back() - all.front();
    const double bins = range > 0 ? binsOf(all, longest) : 1;
    histogram.low = range > 0 ? all.front() : all.front() - 0.5;
    histogram.width = range > 0 ? range / bins : 1;
    for (std::size_t i = 0; i < series.size(); ++i) {
        histogram.counts[i].resize(static_cast<std::size_t>(bins));
        for (const double value : series[i])
            ++histogram.counts[i][static_cast<std::size_t>(
                std::clamp(std::floor((value - histogram.low) / histogram.width), 0.0, bins - 1))];
    }
    return histogram;
}

} // namespace blurig
