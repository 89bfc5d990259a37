// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/top_area.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

namespace blurig {

namespace {

constexpr std::uint8_t darkness = 190; // alpha of the black outside

bool onOneLine(const Corner& a, const Corner& b, const Corner& c) {
    return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y);
}

// The chain runs through the outermost pixels of an area that was doubled: the first of a pair stands for the pair's
// near edge, the second for its far edge.
Outline alongEdges(const std::vector<cv::Point>& chain) {
    Outline corners;
    for (const cv::Point& point : chain) {
        const Corner corner{(point.x + 1) / 2, (point.y + 1) / 2};
        if (!corners.empty() && corner == corners.back())
            continue;
        if (corners.size() > 1 && onOneLine(corners.end()[-2], corners.back(), corner))
            corners.pop_back();
        corners.push_back(corner);
    }
    // Where the chain began is a place like any other.
    if (corners.size() > 2 && corners.front() == corners.back())
        corners.pop_back();
    if (corners.size() > 2 && onOneLine(corners.end()[-2], corners.back(), corners.front()))
        corners.pop_back();
    if (corners.size() > 2 && onOneLine(corners.back(), corners[0], corners[1]))
        corners.erase(corners.begin());
    return corners;
}

} // namespace

Mask topArea(const Array& plane, double percent) {
    assert(plane.channels() == 1);
    const std::span<const float> values = plane.host();
    Mask mask{static_cast<int>(plane.width()), static_cast<int>(plane.height()), {}};
    mask.inside.resize(values.size());
    if (values.empty())
        return mask;
    const auto wanted = static_cast<std::ptrdiff_t>(
        std::lround(std::clamp(percent, 0.0, 100.0) / 100.0 * static_cast<double>(values.size())));
    std::vector<float> ranked(values.begin(), values.end());
    const auto last = ranked.begin() + std::max<std::ptrdiff_t>(wanted, 1) - 1;
    std::nth_element(ranked.begin(), last, ranked.end(), std::greater());
    const float least = *last;
    std::transform(values.begin(), values.end(), mask.inside.begin(),
                   [least](float value) { return static_cast<std::uint8_t>(value >= least && value > 0.0F ? 1 : 0); });
    return mask;
}

Raster darkOutside(const Mask& mask) {
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(mask.inside.size() * 4, std::uint8_t{0});
    for (std::size_t pixel = 0; pixel < mask.inside.size(); ++pixel)
        (*pixels)[pixel * 4 + 3] = mask.inside[pixel] ? std::uint8_t{0} : darkness;
    return {mask.width, mask.height, std::move(pixels)};
}

std::vector<Outline> outlines(const Mask& mask) {
    if (mask.inside.empty())
        return {};
    cv::Mat1b area(mask.height, mask.width);
    std::copy(mask.inside.begin(), mask.inside.end(), area.begin());
    cv::Mat1b doubled;
    cv::resize(area, doubled, {}, 2, 2, cv::INTER_NEAREST);
    cv::copyMakeBorder(doubled, doubled, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    std::vector<std::vector<cv::Point>> chains;
    cv::findContours(doubled, chains, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE, {-1, -1});
    std::vector<Outline> result;
    result.reserve(chains.size());
    for (const std::vector<cv::Point>& chain : chains)
        result.push_back(alongEdges(chain));
    return result;
}

} // namespace blurig
