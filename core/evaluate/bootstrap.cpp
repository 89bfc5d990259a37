// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/bootstrap.h"

#include "core/methods/seeded_random.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace blurig {

Json meanJson(const std::optional<MeanWithInterval>& known) {
    if (!known)
        return nullptr;
    return {{"mean", numberJson(known->mean)},
            {"low", numberJson(known->low)},
            {"high", numberJson(known->high)},
            {"photos", known->photos}};
}

std::vector<std::size_t> resampled(std::size_t count, SeededRandom& random) {
    std::vector<std::size_t> places(count);
    for (std::size_t& place : places)
        place = std::min(count - 1, static_cast<std::size_t>(random.uniform() * static_cast<double>(count)));
    return places;
}

std::pair<double, double> percentileInterval(std::vector<double> values) {
    std::ranges::sort(values);
    const auto at = [&values](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
    };
    return {at(0.025), at(0.975)};
}

std::optional<MeanWithInterval> meanOf(std::span<const double> values, int resamples) {
    if (values.size() < 2)
        return std::nullopt;
    const auto count = static_cast<double>(values.size());
    SeededRandom random(bootstrapSeed);
    std::vector<double> means;
    means.reserve(static_cast<std::size_t>(resamples));
    for (int i = 0; i < resamples; ++i) {
        double sum = 0;
        for (const std::size_t place : resampled(values.size(), random))
            sum += values[place];
        means.push_back(sum / count);
    }
    const auto [low, high] = percentileInterval(std::move(means));
    return MeanWithInterval{std::accumulate(values.begin(), values.end(), 0.0) / count, low, high,
                            static_cast<int>(values.size())};
}

} // namespace blurig
