// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/localisation.h"

#include "core/evaluate/rank_correlation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>

namespace blurig {

namespace {

// Of the first `positives` of so many, `hits` are marked, of `marked` in all.
double f1Of(double hits, double positives, double marked) {
    return positives + marked > 0 ? 2 * hits / (positives + marked) : 0;
}

} // namespace

LocalisedMap::LocalisedMap(std::vector<float> values)
    : m_values(std::move(values))
    , m_descending(m_values.size())
    , m_ranks(ranksOf(std::span<const float>(m_values), ascendingOrder(std::span<const float>(m_values)))) {
    std::iota(m_descending.begin(), m_descending.end(), std::size_t{0});
    std::ranges::stable_sort(m_descending, std::greater<>(), [this](std::size_t place) { return m_values[place]; });
}

std::optional<Localisation> LocalisedMap::against(const Mask& mask) const {
    assert(m_values.size() == mask.inside.size());
    const auto size = static_cast<double>(m_values.size());
    const auto marked = static_cast<double>(std::ranges::count(mask.inside, std::uint8_t{1}));
    if (marked == 0 || marked == size)
        return std::nullopt;
    Localisation found{.area = marked / size};

    const double low = double{m_values[m_descending.back()]};
    const double high = double{m_values[m_descending.front()]};
    double ranks = 0; // of the marked pixels, from 0 on
    double error = 0;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const double stretched = high > low ? (double{m_values[i]} - low) / (high - low) : 0.5;
        error += std::abs(stretched - mask.inside[i]);
        if (mask.inside[i] != 0)
            ranks += m_ranks[i];
    }
    found.rocAuc = (ranks - marked * (marked - 1) / 2) / (marked * (size - marked));
    found.minMaxMae = error / size;

    // From the greatest value on; a threshold takes all equal ones.
    const auto area = static_cast<std::size_t>(marked);
    double hits = 0;
    double within = 0; // the area of the annotation's size
    for (std::size_t taken = 0; taken < m_values.size();) {
        const float value = m_values[m_descending[taken]];
        const std::size_t first = taken;
        while (taken < m_values.size() && m_values[m_descending[taken]] == value) {
            const std::uint8_t inside = mask.inside[m_descending[taken]];
            hits += inside;
            if (taken++ < area)
                within += inside;
        }
        if (first == 0)
            found.pointing = hits / static_cast<double>(taken);
        found.bestF1 = std::max(found.bestF1, f1Of(hits, static_cast<double>(taken), marked));
    }
    found.f1 = within / marked;
    found.mae = 2 * (marked - within) / size;
    return found;
}

std::optional<Localisation> localisation(std::span<const float> values, const Mask& mask) {
    return LocalisedMap({values.begin(), values.end()}).against(mask);
}

} // namespace blurig
