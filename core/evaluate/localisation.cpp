// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/localisation.h"

#include "core/evaluate/rank_correlation.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

// Of the first `positives` of so many, `hits` are marked, of `marked` in all.
double f1Of(double hits, double positives, double marked) {
    return positives + marked > 0 ? 2 * hits / (positives + marked) : 0;
}

} // namespace

std::optional<Localisation> localisation(std::span<const float> values, const Mask& mask) {
    assert(values.size() == mask.inside.size());
    const auto size = static_cast<double>(values.size());
    const auto marked = static_cast<double>(std::ranges::count(mask.inside, std::uint8_t{1}));
    if (marked == 0 || marked == size)
        return std::nullopt;
    Localisation found{.area = marked / size};

    const std::vector<std::size_t> ascending = ascendingOrder(values);
    const std::vector<double> ranks = ranksOf(values, ascending);
    double sum = 0; // of the marked pixels' ranks, from 0 on
    for (std::size_t i = 0; i < values.size(); ++i)
        if (mask.inside[i] != 0)
            sum += ranks[i];
    found.rocAuc = (sum - marked * (marked - 1) / 2) / (marked * (size - marked));

    // From the greatest value on; a threshold takes all equal ones.
    double hits = 0;
    for (std::size_t taken = 0; taken < values.size();) {
        const float value = values[ascending[values.size() - 1 - taken]];
        while (taken < values.size() && values[ascending[values.size() - 1 - taken]] == value)
            hits += mask.inside[ascending[values.size() - 1 - taken++]];
        found.bestF1 = std::max(found.bestF1, f1Of(hits, static_cast<double>(taken), marked));
    }

    std::vector<std::size_t> descending(values.size());
    for (std::size_t i = 0; i < descending.size(); ++i)
        descending[i] = i;
    std::ranges::stable_sort(descending, std::greater<>(), [values](std::size_t place) { return values[place]; });
    double within = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(marked); ++i)
        within += mask.inside[descending[i]];
    found.f1 = within / marked;
    found.mae = 2 * (marked - within) / size;

    const double low = double{values[ascending.front()]};
    const double high = double{values[ascending.back()]};
    double error = 0;
    double greatest = 0;
    double pointed = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double stretched = high > low ? (double{values[i]} - low) / (high - low) : 0.5;
        error += std::abs(stretched - mask.inside[i]);
        if (double{values[i]} == high) {
            ++greatest;
            pointed += mask.inside[i];
        }
    }
    found.minMaxMae = error / size;
    found.pointing = pointed / greatest;
    return found;
}

} // namespace blurig
