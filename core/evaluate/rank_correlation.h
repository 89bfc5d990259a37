// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>
#include <vector>

namespace blurig {

// Places by value, ascending; equal values keep their order.
template <typename Value> std::vector<std::size_t> ascendingOrder(std::span<const Value> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [values](std::size_t index) { return values[index]; });
    return order;
}

// Ranks from 0 on; equal values share their mean rank. `order`: ascendingOrder(values).
template <typename Value>
std::vector<double> ranksOf(std::span<const Value> values, const std::vector<std::size_t>& order) {
    std::vector<double> result(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        for (std::size_t i = from; i < to; ++i)
            result[order[i]] = static_cast<double>(from + to - 1) / 2;
        from = to;
    }
    return result;
}

// Pearson's of ranks; none where all of one are equal.
std::optional<double> correlationOfRanks(const std::vector<double>& a, const std::vector<double>& b);

// Spearman's rank correlation of as many values; none below two, or where all of one are equal.
std::optional<double> rankCorrelation(std::span<const double> a, std::span<const double> b);

} // namespace blurig
