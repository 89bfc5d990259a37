// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/map_render.h"
#include "core/render/raster_mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>

namespace blurig {

namespace {

bool opaque(const Raster& raster) {
    const std::vector<std::uint8_t>& bytes = *raster.rgba;
    for (std::size_t at = 3; at < bytes.size(); at += 4)
        if (bytes[at] != 255)
            return false;
    return true;
}

// Colours of transparent pixels must not bleed into an average: weigh each by its alpha first.
cv::Mat4f premultiplied(const cv::Mat4b& pixels) {
    cv::Mat4f result(pixels.size());
    std::transform(pixels.begin(), pixels.end(), result.begin(), [](const cv::Vec4b& pixel) {
        const float alpha = static_cast<float>(pixel[3]) / 255.0F;
        return cv::Vec4f(static_cast<float>(pixel[0]) * alpha, static_cast<float>(pixel[1]) * alpha,
                         static_cast<float>(pixel[2]) * alpha, static_cast<float>(pixel[3]));
    });
    return result;
}

cv::Mat4b straight(const cv::Mat4f& pixels) {
    cv::Mat4b result(pixels.size());
    std::transform(pixels.begin(), pixels.end(), result.begin(), [](const cv::Vec4f& pixel) {
        const float scale = pixel[3] > 0.0F ? 255.0F / pixel[3] : 0.0F;
        return cv::Vec4b(cv::saturate_cast<std::uint8_t>(pixel[0] * scale),
                         cv::saturate_cast<std::uint8_t>(pixel[1] * scale),
                         cv::saturate_cast<std::uint8_t>(pixel[2] * scale), cv::saturate_cast<std::uint8_t>(pixel[3]));
    });
    return result;
}

cv::Mat reduced(const cv::Mat& pixels, cv::Size size) {
    cv::Mat result;
    cv::resize(pixels, result, size, 0, 0, cv::INTER_AREA);
    return result;
}

} // namespace

Raster grey(const Raster& picture) {
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(*picture.rgba);
    for (std::size_t at = 0; at < pixels->size(); at += 4) {
        std::uint8_t* pixel = pixels->data() + at;
        // ITU-R 601, in thousandths
        const int luma = (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2] + 500) / 1000;
        pixel[0] = pixel[1] = pixel[2] = static_cast<std::uint8_t>(luma);
    }
    return {picture.width, picture.height, std::move(pixels)};
}

Raster blend(const Raster& below, const Raster& above) {
    assert(below.width == above.width && below.height == above.height);
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(*below.rgba);
    const std::vector<std::uint8_t>& over = *above.rgba;
    for (std::size_t at = 0; at < pixels->size(); at += 4) {
        std::uint8_t* to = pixels->data() + at;
        const int alpha = over[at + 3];
        // "over" of Porter and Duff; the sum of weights is 255 * 255 where the lower picture is opaque.
        const int belowWeight = to[3] * (255 - alpha);
        const int aboveWeight = 255 * alpha;
        const int weight = belowWeight + aboveWeight;
        if (weight == 0)
            continue;
        for (int channel = 0; channel < 3; ++channel)
            to[channel] = static_cast<std::uint8_t>(
                (to[channel] * belowWeight + over[at + static_cast<std::size_t>(channel)] * aboveWeight + weight / 2) /
                weight);
        to[3] = static_cast<std::uint8_t>((weight + 127) / 255);
    }
    return {below.width, below.height, std::move(pixels)};
}

Raster scaled(const Raster& raster, int width, int height) {
    assert(width > 0 && height > 0);
    cv::Mat pixels = matOf(raster);
    // Axis by axis: one may shrink while the other grows.
    const cv::Size smaller(std::min(width, raster.width), std::min(height, raster.height));
    if (smaller != pixels.size())
        pixels = opaque(raster) ? reduced(pixels, smaller) : cv::Mat(straight(reduced(premultiplied(pixels), smaller)));
    cv::Mat result = pixels;
    if (cv::Size(width, height) != pixels.size())
        cv::resize(pixels, result, {width, height}, 0, 0, cv::INTER_NEAREST_EXACT);
    return rasterOf(result);
}

} // namespace blurig
