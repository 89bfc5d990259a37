// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/agreement.h"

#include <opencv2/quality/qualityssim.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

namespace blurig {

namespace {

constexpr double topPart = 0.1;

std::vector<std::size_t> ascending(std::span<const float> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [values](std::size_t index) { return values[index]; });
    return order;
}

std::vector<double> ranks(std::span<const float> values, const std::vector<std::size_t>& order) {
    std::vector<double> result(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        for (std::size_t i = from; i < to; ++i)
            result[order[i]] = static_cast<double>(from + to - 1) / 2;
        from = to;
    }
    return result;
}

std::optional<double> correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const double mean = static_cast<double>(a.size() - 1) / 2; // of ranks, whatever the ties
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean) * (b[i] - mean);
        aa += (a[i] - mean) * (a[i] - mean);
        bb += (b[i] - mean) * (b[i] - mean);
    }
    if (aa == 0 || bb == 0)
        return std::nullopt;
    return ab / std::sqrt(aa * bb);
}

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
    , m_ascending(ascending(plane.host()))
    , m_ranks(ranks(plane.host(), m_ascending)) {
    assert(plane.channels() == 1);
}

Agreement agreementOf(const RankedMap& a, const RankedMap& b) {
    assert(a.m_plane.height() == b.m_plane.height() && a.m_plane.width() == b.m_plane.width());
    return {.spearman = correlation(a.m_ranks, b.m_ranks),
            .topShare = shareOfTop(a.m_ascending, b.m_ascending),
            .ssim = cv::quality::QualitySSIM::compute(stretched(a.m_plane), stretched(b.m_plane), cv::noArray())[0]};
}

} // namespace blurig
