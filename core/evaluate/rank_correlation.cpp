// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/rank_correlation.h"

#include <cassert>
#include <cmath>

namespace blurig {

std::optional<double> correlationOfRanks(const std::vector<double>& a, const std::vector<double>& b) {
    const double mean = static_cast<double>(a.size() - 1) / 2; // whatever the ties
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean) * (b[i] - mean);
        aa += (a[i] - mean) * (a[i] - mean);
        bb += (b[i] - mean) * (b[i] - mean);
    }
    if (aa == 0 || bb == 0)
        return std::nullopt;
    return ab / std::sqrt(aa * bb);
}

std::optional<double> rankCorrelation(std::span<const double> a, std::span<const double> b) {
    assert(a.size() == b.size());
    if (a.size() < 2)
        return std::nullopt;
    return correlationOfRanks(ranksOf(a, ascendingOrder(a)), ranksOf(b, ascendingOrder(b)));
}

} // namespace blurig
