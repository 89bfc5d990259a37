// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/magnitude_rank.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <vector>

namespace blurig {

namespace {

// Positive floats are in the order of their bits, so the leading ones make bins in order.
constexpr int binBits = 12;

std::uint32_t magnitudeBits(float value) {
    return std::bit_cast<std::uint32_t>(value) & 0x7FFFFFFFU;
}

std::uint32_t binOf(float value) {
    return magnitudeBits(value) >> (31 - binBits);
}

} // namespace

float magnitudeOfRank(std::span<const float> values, std::size_t rank) {
    assert(rank < values.size());
    std::array<std::size_t, std::size_t{1} << binBits> counts{};
    for (const float value : values)
        ++counts[binOf(value)];
    std::uint32_t bin = 0;
    for (; rank >= counts[bin]; ++bin)
        rank -= counts[bin];
    std::vector<std::uint32_t> inside;
    inside.reserve(counts[bin]);
    for (const float value : values)
        if (binOf(value) == bin)
            inside.push_back(magnitudeBits(value));
    const auto nth = inside.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(inside.begin(), nth, inside.end());
    return std::bit_cast<float>(*nth);
}

} // namespace blurig
