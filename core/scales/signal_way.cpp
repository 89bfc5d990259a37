// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/signal_way.h"

#include "core/path/even_grid.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace blurig {

namespace {

// Changes (deaths and creations) first, then how far those that stay move.
using Cost = std::pair<int, double>;

// Puts two sequences of extrema together in their order, a maximum with a maximum: the least cost of all ways, by
// dynamic programming. Unmatched ones of `before` die, those of `after` are created.
void match(std::vector<FollowedExtremum>& before, std::vector<FollowedExtremum>& after) {
    const std::size_t rows = before.size() + 1;
    const std::size_t columns = after.size() + 1;
    std::vector<Cost> costs(rows * columns);
    const auto at = [&](std::size_t row, std::size_t column) -> Cost& { return costs[row * columns + column]; };
    const auto matched = [&](std::size_t row, std::size_t column) { // the ones before these places
        const SignalExtremum& a = before[row - 1].at;
        const SignalExtremum& b = after[column - 1].at;
        if (a.maximum != b.maximum)
            return Cost{std::numeric_limits<int>::max(), 0};
        const Cost& known = at(row - 1, column - 1);
        return Cost{known.first, known.second + std::abs(static_cast<double>(a.place) - static_cast<double>(b.place))};
    };
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            Cost least{row == 0 && column == 0 ? 0 : std::numeric_limits<int>::max(), 0};
            if (row > 0)
                least = std::min(least, {at(row - 1, column).first + 1, at(row - 1, column).second});
            if (column > 0)
                least = std::min(least, {at(row, column - 1).first + 1, at(row, column - 1).second});
            if (row > 0 && column > 0)
                least = std::min(least, matched(row, column));
            at(row, column) = least;
        }
    std::size_t row = before.size();
    std::size_t column = after.size();
    while (row > 0 || column > 0) {
        if (row > 0 && column > 0 && matched(row, column) == at(row, column)) {
            --row;
            --column;
        } else if (row > 0 && Cost{at(row - 1, column).first + 1, at(row - 1, column).second} == at(row, column)) {
            before[--row].dies = true;
        } else {
            after[--column].created = true;
        }
    }
}

template <typename Count> int countOver(const std::vector<SignalPlace>& places, Count counted) {
    int count = 0;
    for (const SignalPlace& place : places)
        count += static_cast<int>(std::ranges::count_if(place.extrema, counted));
    return count;
}

} // namespace

int SignalWay::created() const {
    return countOver(places, &FollowedExtremum::created);
}

int SignalWay::enhanced() const {
    return countOver(places, &FollowedExtremum::enhanced);
}

int SignalWay::extrema() const {
    return countOver(places, [](const FollowedExtremum&) { return true; });
}

SignalWay followSignal(const Path& path, int steps) {
    assert(steps > 0);
    SignalWay way;
    double inputRange = 0;
    for (const double position : evenGrid(path, steps).positions) {
        const PathSample sample = path.sample(position);
        assert(sample.point.channels() == 1 && sample.point.layout().axes.size() == 1);
        const auto values = sample.point.host();
        const auto change = sample.direction.host();
        const double greatest = std::ranges::max(change, {}, [](float value) { return std::abs(value); });
        const double least = 1e-6 * std::abs(greatest);
        SignalPlace place{.position = position, .values = {values.begin(), values.end()}};
        // A blurred signal may vary less than its values round: what counts is a millionth of the input's range.
        const auto [low, high] = std::ranges::minmax(values);
        const double range = double{high} - double{low};
        if (way.places.empty())
            inputRange = range;
        const double threshold = 1e-6 * (range > 0 ? std::max(1.0, inputRange / range) : 1.0);
        for (const SignalExtremum& extremum : extremaIn(values, threshold))
            place.extrema.push_back(
                {.at = extremum, .enhanced = (extremum.maximum ? 1 : -1) * double{change[extremum.place]} > least});
        if (!way.places.empty())
            match(way.places.back().extrema, place.extrema);
        way.places.push_back(std::move(place));
    }
    return way;
}

Array signalArray(std::vector<float> values) {
    const auto size = static_cast<std::int64_t>(values.size());
    return Array::fromHost({.channels = 1, .axes = {{.name = "x", .size = size}}}, std::move(values));
}

Array meanOfChannels(const Array& picture) {
    const auto size = static_cast<std::size_t>(picture.height() * picture.width());
    std::vector<float> mean(size);
    const auto values = picture.host();
    for (std::size_t i = 0; i < size; ++i) {
        double sum = 0;
        for (std::size_t channel = 0; channel < static_cast<std::size_t>(picture.channels()); ++channel)
            sum += double{values[channel * size + i]};
        mean[i] = static_cast<float>(sum / static_cast<double>(picture.channels()));
    }
    ArrayLayout layout = picture.layout();
    layout.channels = 1;
    return Array::fromHost(std::move(layout), std::move(mean));
}

Array rowOf(const Array& picture, std::int64_t row) {
    assert(row >= 0 && row < picture.height());
    const Array mean = meanOfChannels(picture);
    const auto values =
        mean.host().subspan(static_cast<std::size_t>(row * picture.width()), static_cast<std::size_t>(picture.width()));
    ArrayLayout layout{.channels = 1, .axes = {picture.layout().axes[1]}, .range = picture.layout().range};
    return Array::fromHost(std::move(layout), {values.begin(), values.end()});
}

} // namespace blurig
