// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/coco_mask.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace blurig {

namespace {

constexpr double finer = 5; // corners are placed, and edges walked, on a grid so many times finer

struct GridPoint {
    int x = 0;
    int y = 0;
};

int onGrid(double value) {
    return static_cast<int>(finer * value + 0.5);
}

// The points of an edge, one a step along its longer direction; from either end the same.
void walk(GridPoint from, GridPoint to, std::vector<GridPoint>& points) {
    const int across = std::abs(to.x - from.x);
    const int down = std::abs(from.y - to.y);
    const bool backwards = (across >= down && from.x > to.x) || (across < down && from.y > to.y);
    if (backwards)
        std::swap(from, to);
    const double slope = across >= down ? (across == 0 ? 0 : static_cast<double>(to.y - from.y) / across)
                                        : static_cast<double>(to.x - from.x) / down;
    const int steps = std::max(across, down);
    for (int step = 0; step <= steps; ++step) {
        const int along = backwards ? steps - step : step;
        if (across >= down)
            points.push_back({from.x + along, static_cast<int>(from.y + slope * along + 0.5)});
        else
            points.push_back({static_cast<int>(from.x + slope * along + 0.5), from.y + along});
    }
}

} // namespace

Mask maskOfRuns(std::span<const std::uint32_t> runs, int width, int height) {
    const std::size_t size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    Mask mask{.width = width, .height = height, .inside = std::vector<std::uint8_t>(size)};
    std::size_t at = 0;
    bool inside = false;
    for (const std::uint32_t run : runs) {
        if (run > size - at)
            throw std::invalid_argument("its runs are longer than the picture");
        if (inside)
            for (std::size_t i = at; i < at + run; ++i) // down the columns
                mask.inside[i % static_cast<std::size_t>(height) * static_cast<std::size_t>(width) +
                            i / static_cast<std::size_t>(height)] = 1;
        at += run;
        inside = !inside;
    }
    if (at != size)
        throw std::invalid_argument("its runs are shorter than the picture");
    return mask;
}

// Five bits a character from '0' on, the lowest first; the sixth says that more follow. From the fourth run on, a
// number is the difference to the run before the last.
std::vector<std::uint32_t> runsOf(std::string_view compressed) {
    std::vector<std::uint32_t> runs;
    for (std::size_t i = 0; i < compressed.size();) {
        std::int64_t value = 0;
        int shift = 0;
        bool more = true;
        while (more) {
            const int bits = i < compressed.size() ? compressed[i++] - 48 : -1;
            if (bits < 0 || bits > 63 || shift > 60)
                throw std::invalid_argument("its compressed runs are damaged");
            value |= static_cast<std::int64_t>(bits & 31) << shift;
            shift += 5;
            more = (bits & 32) != 0;
            if (!more && (bits & 16) != 0)
                value |= -(std::int64_t{1} << shift);
        }
        if (runs.size() > 2)
            value += runs[runs.size() - 2];
        if (value < 0 || value > 0xffffffffLL)
            throw std::invalid_argument("its compressed runs are damaged");
        runs.push_back(static_cast<std::uint32_t>(value));
    }
    return runs;
}

std::string compressed(std::span<const std::uint32_t> runs) {
    std::string text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::int64_t value = std::int64_t{runs[i]} - (i > 2 ? std::int64_t{runs[i - 2]} : 0);
        bool more = true;
        while (more) {
            const auto bits = static_cast<int>(value & 31);
            value >>= 5;
            more = (bits & 16) != 0 ? value != -1 : value != 0;
            text += static_cast<char>(48 + bits + (more ? 32 : 0));
        }
    }
    return text;
}

std::vector<std::uint32_t> runsOfPolygon(std::span<const double> corners, int width, int height) {
    std::vector<GridPoint> outline;
    const std::size_t count = corners.size() / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t next = (i + 1) % count;
        walk({onGrid(corners[2 * i]), onGrid(corners[2 * i + 1])},
             {onGrid(corners[2 * next]), onGrid(corners[2 * next + 1])}, outline);
    }
    // Where the outline steps over the middle of a column of pixels, the column changes sides.
    std::vector<std::uint32_t> places;
    for (std::size_t i = 1; i < outline.size(); ++i) {
        if (outline[i].x == outline[i - 1].x)
            continue;
        const int stepped = outline[i].x < outline[i - 1].x ? outline[i].x : outline[i].x - 1;
        const double column = (stepped + 0.5) / finer - 0.5;
        if (std::floor(column) != column || column < 0 || column > width - 1)
            continue;
        const double y = (std::min(outline[i].y, outline[i - 1].y) + 0.5) / finer - 0.5;
        const double row = std::ceil(std::clamp(y, 0.0, static_cast<double>(height)));
        places.push_back(static_cast<std::uint32_t>(column) * static_cast<std::uint32_t>(height) +
                         static_cast<std::uint32_t>(row));
    }
    places.push_back(static_cast<std::uint32_t>(width) * static_cast<std::uint32_t>(height));
    std::ranges::sort(places);
    std::vector<std::uint32_t> steps;
    std::uint32_t before = 0;
    for (const std::uint32_t place : places) {
        steps.push_back(place - before);
        before = place;
    }
    std::vector<std::uint32_t> runs{steps.front()};
    for (std::size_t i = 1; i < steps.size();) // two changes at one place cancel
        if (steps[i] > 0)
            runs.push_back(steps[i++]);
        else if (++i < steps.size())
            runs.back() += steps[i++];
    return runs;
}

} // namespace blurig
