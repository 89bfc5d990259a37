// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/clip_range.h"

#include "core/render/map_render.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace blurig {

namespace {

double lowEnd(const Array& plane, double percentile) {
    const std::span<const float> values = plane.host();
    const double below = std::floor(std::clamp(percentile, 0.0, 100.0) / 100.0 * static_cast<double>(values.size()));
    if (values.empty() || below < 1)
        return 0;
    std::vector<float> magnitudes(values.size());
    std::transform(values.begin(), values.end(), magnitudes.begin(), [](float value) { return std::abs(value); });
    const auto nth = magnitudes.begin() +
                     std::min(static_cast<std::ptrdiff_t>(below), static_cast<std::ptrdiff_t>(magnitudes.size()) - 1);
    std::nth_element(magnitudes.begin(), nth, magnitudes.end());
    return *nth;
}

} // namespace

ClipRange clipRange(const Array& plane, double lowPercentile, double highPercentile) {
    const double limit = clipLimit(plane, highPercentile);
    return {.low = lowEnd(plane, lowPercentile), .limit = limit > 0 ? limit : 1.0};
}

ClipRange widestRange(std::span<const ClipRange> ranges) {
    return {.low = std::ranges::min(ranges, {}, &ClipRange::low).low,
            .limit = std::ranges::max(ranges, {}, &ClipRange::limit).limit};
}

double percentileOf(const Array& plane, double magnitude) {
    const std::span<const float> values = plane.host();
    const auto below = std::ranges::count_if(
        values, [magnitude](float value) { return static_cast<double>(std::abs(value)) < magnitude; });
    return values.empty() ? 0.0 : 100.0 * static_cast<double>(below) / static_cast<double>(values.size());
}

} // namespace blurig
