// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/agreement.h"

#include "core/evaluate/rank_correlation.h"

#include <opencv2/quality/qualityssim.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>
#include <vector>

namespace blurig {

namespace {

constexpr double topPart = 0.1;

double shareOfTop(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    const auto count = static_cast<std::size_t>(std::ceil(topPart * static_cast<double>(a.size())));
    const auto first = static_cast<std::ptrdiff_t>(a.size() - count);
    std::vector<bool> inA(a.size());
    std::for_each(a.begin() + first, a.end(), [&inA](std::size_t index) { inA[index] = true; });
    const auto common = std::count_if(b.begin() + first, b.end(), [&inA](std::size_t index) { return inA[index]; });
    return static_cast<double>(common) / static_cast<double>(count);
}

cv::Mat stretched(const Array& plane) { // to 0..255, for which OpenCV's constants are made
    const std::span<const float> values = plane.host();
    const auto [low, high] = std::ranges::minmax(values);
    cv::Mat result(static_cast<int>(plane.height()), static_cast<int>(plane.width()), CV_32F);
    const float scale = high > low ? 255.0F / (high - low) : 0.0F;
    std::ranges::transform(values, result.ptr<float>(), [low = low, scale](float v) { return (v - low) * scale; });
    return result;
}

} // namespace

RankedMap::RankedMap(const Array& plane)
    : m_plane(plane)
    , m_ascending(ascendingOrder(plane.host()))
    , m_ranks(ranksOf(plane.host(), m_ascending)) {
    assert(plane.channels() == 1);
}

Agreement agreementOf(const RankedMap& a, const RankedMap& b) {
    assert(a.m_plane.height() == b.m_plane.height() && a.m_plane.width() == b.m_plane.width());
    return {.spearman = correlationOfRanks(a.m_ranks, b.m_ranks),
            .topShare = shareOfTop(a.m_ascending, b.m_ascending),
            .ssim = cv::quality::QualitySSIM::compute(stretched(a.m_plane), stretched(b.m_plane), cv::noArray())[0]};
}

} // namespace blurig
