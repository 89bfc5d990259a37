// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/run_mask.h"

#include "core/evaluate/coco_mask.h"
#include "core/evaluate/photo_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace blurig {

namespace {

constexpr double leastRadius = 0.71; // half of a pixel's diagonal: the disc holds a centre wherever it is

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double y) {
        low = std::min(low, y);
        high = std::max(high, y);
    }
};

void takeDisc(Extent& extent, double x, double middleX, double middleY, double radius) {
    const double away = x - middleX;
    if (std::abs(away) > radius)
        return;
    const double half = std::sqrt(radius * radius - away * away);
    extent.take(middleY - half);
    extent.take(middleY + half);
}

void takeEdge(Extent& extent, double x, double x1, double y1, double x2, double y2) {
    if (x1 != x2 && x >= std::min(x1, x2) && x <= std::max(x1, x2))
        extent.take(y1 + (x - x1) / (x2 - x1) * (y2 - y1));
}

// What the stroke, which is convex, covers of the vertical line at x.
Extent extentAt(const BrushStroke& stroke, double x, double radius) {
    Extent extent;
    takeDisc(extent, x, stroke.fromX, stroke.fromY, radius);
    takeDisc(extent, x, stroke.toX, stroke.toY, radius);
    const double length = std::hypot(stroke.toX - stroke.fromX, stroke.toY - stroke.fromY);
    if (length == 0)
        return extent;
    const double acrossX = radius * (stroke.fromY - stroke.toY) / length;
    const double acrossY = radius * (stroke.toX - stroke.fromX) / length;
    for (const double side : {-1.0, 1.0})
        takeEdge(extent, x, stroke.fromX + side * acrossX, stroke.fromY + side * acrossY, stroke.toX + side * acrossX,
                 stroke.toY + side * acrossY);
    return extent;
}

// A piece, joined to the last where there is no gap between them.
template <typename Runs> void append(Runs& runs, std::int64_t from, std::int64_t to) {
    if (from >= to)
        return;
    if (!runs.empty() && from <= runs.back().to)
        runs.back().to = std::max(runs.back().to, to);
    else
        runs.push_back({from, to});
}

template <typename Runs> Runs united(const Runs& a, const Runs& b) {
    Runs both;
    both.reserve(a.size() + b.size());
    for (std::size_t i = 0, k = 0; i < a.size() || k < b.size();) {
        const auto& next = k == b.size() || (i < a.size() && a[i].from <= b[k].from) ? a[i++] : b[k++];
        append(both, next.from, next.to);
    }
    return both;
}

template <typename Runs> Runs difference(const Runs& a, const Runs& b) {
    Runs left;
    std::size_t k = 0;
    for (const auto& run : a) {
        std::int64_t from = run.from;
        while (k < b.size() && b[k].to <= from)
            ++k;
        for (std::size_t cut = k; cut < b.size() && b[cut].from < run.to; ++cut) {
            append(left, from, b[cut].from);
            from = b[cut].to;
        }
        append(left, from, run.to);
    }
    return left;
}

// "640x480 ": and what follows.
bool readSize(std::string_view& text, int& width, int& height) {
    const char* const end = text.data() + text.size();
    const auto wide = std::from_chars(text.data(), end, width);
    if (wide.ec != std::errc() || wide.ptr == end || *wide.ptr != 'x')
        return false;
    const auto high = std::from_chars(wide.ptr + 1, end, height);
    if (high.ec != std::errc() || high.ptr == end || *high.ptr != ' ')
        return false;
    text.remove_prefix(static_cast<std::size_t>(high.ptr + 1 - text.data()));
    constexpr std::int64_t most = 100'000'000; // as pictures
    return width > 0 && height > 0 && std::int64_t{width} * height <= most;
}

} // namespace

RunMask::RunMask(int width, int height)
    : m_width(width)
    , m_height(height) {}

RunMask::RunMask(const Mask& mask)
    : m_width(mask.width)
    , m_height(mask.height) {
    std::int64_t place = 0;
    for (int x = 0; x < m_width; ++x)
        for (int y = 0; y < m_height; ++y, ++place)
            if (mask.inside[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) +
                            static_cast<std::size_t>(x)] != 0)
                append(m_runs, place, place + 1);
}

RunMask::Runs RunMask::runsOfStroke(const BrushStroke& stroke) const {
    const double radius = std::max(stroke.radius, leastRadius);
    const auto within = [](double place, int size) {
        return static_cast<std::int64_t>(std::clamp(place, 0.0, static_cast<double>(size)));
    };
    const auto left = within(std::floor(std::min(stroke.fromX, stroke.toX) - radius), m_width);
    const auto right = within(std::ceil(std::max(stroke.fromX, stroke.toX) + radius), m_width);
    Runs runs;
    for (std::int64_t x = left; x < right; ++x) {
        const Extent extent = extentAt(stroke, static_cast<double>(x) + 0.5, radius);
        if (extent.low > extent.high)
            continue;
        const auto top = within(std::ceil(extent.low - 0.5), m_height);
        const auto bottom = within(std::floor(extent.high - 0.5) + 1, m_height);
        append(runs, x * m_height + top, x * m_height + bottom);
    }
    return runs;
}

RunMask RunMask::with(const BrushStroke& stroke) const {
    RunMask painted(m_width, m_height);
    painted.m_runs = united(m_runs, runsOfStroke(stroke));
    return painted;
}

RunMask RunMask::without(const BrushStroke& stroke) const {
    RunMask erased(m_width, m_height);
    erased.m_runs = difference(m_runs, runsOfStroke(stroke));
    return erased;
}

Mask RunMask::mask() const {
    Mask mask{.width = m_width,
              .height = m_height,
              .inside =
                  std::vector<std::uint8_t>(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height))};
    for (const Run& run : m_runs)
        for (std::int64_t place = run.from; place < run.to; ++place)
            mask.inside[static_cast<std::size_t>(place % m_height * m_width + place / m_height)] = 1;
    return mask;
}

std::string RunMask::text() const {
    std::vector<std::uint32_t> counts;
    std::int64_t at = 0;
    for (const Run& run : m_runs) {
        counts.push_back(static_cast<std::uint32_t>(run.from - at));
        counts.push_back(static_cast<std::uint32_t>(run.to - run.from));
        at = run.to;
    }
    if (const std::int64_t all = std::int64_t{m_width} * m_height; at < all)
        counts.push_back(static_cast<std::uint32_t>(all - at));
    return fmt::format("{}x{} {}", m_width, m_height, compressed(counts));
}

std::optional<RunMask> RunMask::ofText(std::string_view text) {
    RunMask read;
    if (!readSize(text, read.m_width, read.m_height))
        return std::nullopt;
    std::vector<std::uint32_t> counts;
    try {
        counts = blurig::runsOf(text);
    } catch (const std::invalid_argument&) {
        return std::nullopt;
    }
    const std::int64_t all = std::int64_t{read.m_width} * read.m_height;
    std::int64_t at = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > all - at)
            return std::nullopt;
        if (i % 2 == 1)
            append(read.m_runs, at, at + counts[i]);
        at += counts[i];
    }
    return at == all ? std::optional(read) : std::nullopt;
}

Mask inModelPixels(const RunMask& photo, const InputGeometry& geometry) {
    const auto width = static_cast<std::size_t>(geometry.modelWidth);
    Mask mask{.width = geometry.modelWidth,
              .height = geometry.modelHeight,
              .inside = std::vector<std::uint8_t>(width * static_cast<std::size_t>(geometry.modelHeight))};
    const std::vector<int> columns =
        photoPlaces(geometry.source.x, geometry.scaleX(), geometry.modelWidth, photo.m_width);
    const std::vector<int> rows =
        photoPlaces(geometry.source.y, geometry.scaleY(), geometry.modelHeight, photo.m_height);
    for (std::size_t x = 0; x < columns.size(); ++x) {
        if (columns[x] < 0)
            continue;
        const std::int64_t top = std::int64_t{columns[x]} * photo.m_height;
        auto run = std::ranges::lower_bound(photo.m_runs, top + 1, {}, &RunMask::Run::to);
        for (std::size_t y = 0; y < rows.size(); ++y) {
            if (rows[y] < 0)
                continue;
            while (run != photo.m_runs.end() && run->to <= top + rows[y])
                ++run;
            if (run == photo.m_runs.end())
                break;
            mask.inside[y * width + x] = run->from <= top + rows[y] ? 1 : 0;
        }
    }
    return mask;
}

} // namespace blurig
