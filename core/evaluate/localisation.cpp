// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/localisation.h"

#include "core/evaluate/annotation.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

namespace blurig {

LocalisedMap::LocalisedMap(std::span<const float> values)
    : m_places(values.size()) {
    std::iota(m_places.begin(), m_places.end(), std::uint32_t{0});
    std::ranges::stable_sort(m_places, std::greater<>(), [values](std::uint32_t place) { return values[place]; });
    m_values.reserve(values.size());
    for (const std::uint32_t place : m_places)
        m_values.push_back(values[place]);
}

// From the greatest value on; a threshold takes all equal ones.
std::optional<Localisation> LocalisedMap::against(const Mask& mask) const {
    const std::size_t size = m_values.size();
    assert(size == mask.inside.size());
    const std::size_t marked = insideOf(mask);
    if (marked == 0 || marked == size)
        return std::nullopt;
    const double low = double{m_values.back()};
    const double range = double{m_values.front()} - low;
    Localisation found{.area = static_cast<double>(marked) / static_cast<double>(size)};
    std::size_t hits = 0;
    std::size_t within = 0; // the area of the annotation's size
    std::size_t bestHits = 0;
    std::size_t bestTaken = 0;
    double ranks = 0; // of the marked pixels, ascending from 0 on; equal values share their mean
    double error = 0;
    for (std::size_t taken = 0; taken < size;) {
        const float value = m_values[taken];
        const std::size_t first = taken;
        const std::size_t before = hits;
        while (taken < size && m_values[taken] == value) {
            hits += mask.inside[m_places[taken]];
            if (++taken == marked)
                within = hits;
        }
        const auto count = static_cast<double>(taken - first);
        const auto inside = static_cast<double>(hits - before);
        const double stretched = range > 0 ? (double{value} - low) / range : 0.5;
        error += inside * (1 - stretched) + (count - inside) * stretched;
        ranks += inside * (static_cast<double>(2 * size - first - taken - 1) / 2);
        if (first == 0)
            found.pointing = inside / count;
        if (hits * (bestTaken + marked) > bestHits * (taken + marked)) { // F1 = 2 hits / (taken + marked)
            bestHits = hits;
            bestTaken = taken;
        }
    }
    const auto area = static_cast<double>(marked);
    const auto outside = static_cast<double>(size - marked);
    found.rocAuc = (ranks - area * (area - 1) / 2) / (area * outside);
    found.f1 = static_cast<double>(within) / area;
    found.mae = 2 * static_cast<double>(marked - within) / static_cast<double>(size);
    found.bestF1 = 2 * static_cast<double>(bestHits) / static_cast<double>(bestTaken + marked);
    found.minMaxMae = error / static_cast<double>(size);
    return found;
}

std::optional<Localisation> localisation(std::span<const float> values, const Mask& mask) {
    return LocalisedMap(values).against(mask);
}

} // namespace blurig
