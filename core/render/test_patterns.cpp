// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/test_patterns.h"

#include "core/render/raster_mat.h"
#include "core/render/text_drawing.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace blurig {

namespace {

cv::Vec4b grey(double level) { // 0 to 1
    const auto value = static_cast<std::uint8_t>(std::lround(255 * std::clamp(level, 0.0, 1.0)));
    return {value, value, value, 255};
}

template <typename Level> Raster painted(const Level& levelAt) {
    cv::Mat4b pixels(patternSide, patternSide);
    for (int y = 0; y < patternSide; ++y)
        for (int x = 0; x < patternSide; ++x)
            pixels(y, x) = grey(levelAt(x + 0.5, y + 0.5));
    return rasterOf(pixels);
}

template <int period> Raster grating() {
    return painted([](double x, double) { return 0.5 + 0.4 * std::cos(2 * std::numbers::pi * x / period); });
}

// Halves: periods of 8 px at the left, of 32 px at the right.
Raster twoGratings() {
    return painted([](double x, double) {
        const double period = x < patternSide / 2.0 ? 8 : 32;
        return 0.5 + 0.4 * std::cos(2 * std::numbers::pi * x / period);
    });
}

// A row for each standard deviation, 2 to 32 px: the LoG band answers to a blob at its own scale.
Raster blobs() {
    constexpr std::array sizes{2.0, 4.0, 8.0, 16.0, 32.0};
    const double height = static_cast<double>(patternSide) / sizes.size();
    return painted([&](double x, double y) {
        const auto row = std::min(sizes.size() - 1, static_cast<std::size_t>(y / height));
        const double size = sizes[row];
        const double distance = std::max(height, 6 * size); // between blobs
        const double dx = std::remainder(x - distance / 2, distance);
        const double dy = y - (static_cast<double>(row) + 0.5) * height;
        return 0.15 + 0.75 * std::exp(-(dx * dx + dy * dy) / (2 * size * size));
    });
}

// Each band has an edge that is smooth over 0, 4, 16 and 64 px.
Raster edges() {
    constexpr std::array widths{0.0, 4.0, 16.0, 64.0};
    return painted([&](double x, double y) {
        const auto band = std::min(widths.size() - 1, static_cast<std::size_t>(y * widths.size() / patternSide));
        const double from = x - patternSide / 2.0;
        if (widths[band] == 0)
            return from < 0 ? 0.15 : 0.85;
        return 0.5 + 0.35 * std::erf(from / widths[band]);
    });
}

Raster text() {
    cv::Mat4b pixels(patternSide, patternSide, cv::Vec4b(235, 235, 235, 255));
    int base = 0;
    for (const double height : {6.0, 10.0, 16.0, 28.0, 48.0, 80.0}) {
        base += static_cast<int>(height * 1.6) + 4;
        drawText(pixels, "Scale and space", {12, base}, {.height = height, .stroke = std::max(1.0, height / 8)});
    }
    return rasterOf(pixels);
}

constexpr std::array patterns{
    TestPattern{"grating-4", "Grating, period 4 px", grating<4>},
    TestPattern{"grating-8", "Grating, period 8 px", grating<8>},
    TestPattern{"grating-16", "Grating, period 16 px", grating<16>},
    TestPattern{"grating-32", "Grating, period 32 px", grating<32>},
    TestPattern{"grating-64", "Grating, period 64 px", grating<64>},
    TestPattern{"two-gratings", "Two gratings, periods 8 and 32 px", twoGratings},
    TestPattern{"blobs", "Blobs of 2 to 32 px", blobs},
    TestPattern{"edges", "Edges, sharp to 64 px wide", edges},
    TestPattern{"text", "Text of 6 to 80 px", text},
};

} // namespace

std::span<const TestPattern> testPatterns() {
    return patterns;
}

const TestPattern* findTestPattern(std::string_view id) {
    const auto found = std::ranges::find_if(patterns, [id](const TestPattern& pattern) { return id == pattern.id; });
    return found == patterns.end() ? nullptr : &*found;
}

} // namespace blurig
