// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/causality.h"

#include "core/path/even_grid.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

struct Plane {
    std::span<const float> values;
    std::int64_t height = 0;
    std::int64_t width = 0;

    double at(std::int64_t y, std::int64_t x) const { // mirrored
        y = y < 0 ? 0 : std::min(y, height - 1);
        x = x < 0 ? 0 : std::min(x, width - 1);
        return double{values[static_cast<std::size_t>(y * width + x)]};
    }
};

// 1: a maximum, -1: a minimum, 0: neither, by more than `least` to every other neighbour.
int kindOf(const Plane& plane, std::int64_t y, std::int64_t x, double least) {
    const double here = plane.at(y, x);
    bool maximum = true;
    bool minimum = true;
    bool any = false; // a neighbour that is another pixel
    for (std::int64_t dy = -1; dy <= 1; ++dy)
        for (std::int64_t dx = -1; dx <= 1; ++dx) {
            const std::int64_t ny = std::clamp<std::int64_t>(y + dy, 0, plane.height - 1);
            const std::int64_t nx = std::clamp<std::int64_t>(x + dx, 0, plane.width - 1);
            if (ny == y && nx == x)
                continue;
            any = true;
            const double difference = here - plane.at(ny, nx);
            maximum = maximum && difference > least;
            minimum = minimum && difference < -least;
        }
    return !any ? 0 : maximum ? 1 : minimum ? -1 : 0;
}

} // namespace

std::vector<SignalExtremum> extremaIn(std::span<const float> signal, double threshold) {
    std::vector<SignalExtremum> extrema;
    if (signal.size() < 3)
        return extrema;
    const auto [low, high] = std::ranges::minmax(signal);
    const double least = threshold * (double{high} - double{low});
    int before = 0;
    std::size_t from = 0;
    for (std::size_t place = 1; place < signal.size(); ++place) {
        const double step = double{signal[place]} - double{signal[from]};
        if (std::abs(step) <= least)
            continue;
        const int direction = step > 0 ? 1 : -1;
        if (before != 0 && direction != before)
            extrema.push_back({from, before > 0});
        before = direction;
        from = place;
    }
    return extrema;
}

Enhancement& Enhancement::operator+=(const Enhancement& other) {
    extrema += other.extrema;
    enhanced += other.enhanced;
    return *this;
}

std::vector<PictureExtremum> extremaOf(const Array& picture, const Array& tangent, double threshold) {
    assert(picture.layout().axes.size() == 2 && picture.layout() == tangent.layout());
    const auto size = static_cast<std::size_t>(picture.height() * picture.width());
    std::vector<PictureExtremum> extrema;
    for (std::int64_t channel = 0; channel < picture.channels(); ++channel) {
        const std::size_t first = static_cast<std::size_t>(channel) * size;
        const Plane plane{picture.host().subspan(first, size), picture.height(), picture.width()};
        const std::span<const float> change = tangent.host().subspan(first, size);
        const auto [low, high] = std::ranges::minmax(plane.values);
        const double least = threshold * (double{high} - double{low});
        const double greatest = std::ranges::max(change, {}, [](float value) { return std::abs(value); });
        const double leastChange = threshold * std::abs(greatest);
        for (std::int64_t y = 0; y < plane.height; ++y)
            for (std::int64_t x = 0; x < plane.width; ++x)
                if (const int kind = kindOf(plane, y, x, least); kind != 0)
                    extrema.push_back(
                        {channel, y, x, kind > 0,
                         kind * double{change[static_cast<std::size_t>(y * plane.width + x)]} > leastChange});
    }
    return extrema;
}

Enhancement enhancementOf(const Array& picture, const Array& tangent, double threshold) {
    const auto extrema = extremaOf(picture, tangent, threshold);
    return {.extrema = static_cast<int>(extrema.size()),
            .enhanced = static_cast<int>(std::ranges::count_if(extrema, &PictureExtremum::enhanced))};
}

Enhancement enhancementAlong(const Path& path, int places) {
    const EvenGrid grid = evenGrid(path, places);
    Enhancement found;
    for (int i = 0; i < places; ++i) { // not at the far end
        const PathSample sample = path.sample(grid.positions[static_cast<std::size_t>(i)]);
        // The direction alone: its rate is positive, or 0 at the input, where the direction is what counts.
        found += enhancementOf(sample.point, sample.direction);
    }
    return found;
}

} // namespace blurig
