// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/raster_mat.h"

#include <cstring>

namespace blurig {

cv::Mat4b matOf(const Raster& raster) {
    cv::Mat4b pixels(raster.height, raster.width);
    std::memcpy(pixels.data, raster.rgba->data(), raster.rgba->size());
    return pixels;
}

Raster rasterOf(const cv::Mat4b& pixels) {
    const cv::Mat4b whole = pixels.isContinuous() ? pixels : pixels.clone();
    const std::size_t size = whole.total() * 4;
    return {whole.cols, whole.rows, std::make_shared<std::vector<std::uint8_t>>(whole.data, whole.data + size)};
}

} // namespace blurig
