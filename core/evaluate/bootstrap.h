// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/json/json.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace blurig {

class SeededRandom;

// A mean with its bootstrap interval (95 %, percentile).
struct MeanWithInterval {
    double mean = 0;
    double low = 0;
    double high = 0;
    int photos = 0;
};

inline constexpr std::uint64_t bootstrapSeed = 20200607; // any, but fixed

Json meanJson(const std::optional<MeanWithInterval>& known); // "mean", "low", "high", "photos"; or null

// Of one number a photo; none below two.
std::optional<MeanWithInterval> meanOf(std::span<const double> values, int resamples = 10000);

// As many places as there are, drawn with repetition.
std::vector<std::size_t> resampled(std::size_t count, SeededRandom& random);
// The middle 95 % of what resamples gave.
std::pair<double, double> percentileInterval(std::vector<double> values);

} // namespace blurig
