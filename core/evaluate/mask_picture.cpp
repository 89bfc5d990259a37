// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/mask_picture.h"

#include "core/image/picture.h"
#include "core/record/png_file.h"

#include <algorithm>

namespace blurig {

Annotation readMaskPicture(const std::filesystem::path& file) {
    const Picture picture = readPicture(file);
    Annotation annotation{.file = file.string(), .width = picture.width(), .height = picture.height()};
    const auto rgb = picture.rgb8();
    Mask mask{.width = picture.width(), .height = picture.height()};
    mask.inside.resize(rgb.size() / 3);
    for (std::size_t i = 0; i < mask.inside.size(); ++i)
        mask.inside[i] = std::max({rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]}) >= 128 ? 1 : 0;
    annotation.objects.push_back({.mask = std::move(mask)});
    return annotation;
}

void writeMaskPicture(const std::filesystem::path& file, const Mask& mask) {
    auto rgba = std::make_shared<std::vector<std::uint8_t>>(4 * mask.inside.size(), std::uint8_t{255});
    for (std::size_t i = 0; i < mask.inside.size(); ++i)
        if (mask.inside[i] == 0)
            std::fill_n(rgba->begin() + static_cast<std::ptrdiff_t>(4 * i), 3, std::uint8_t{0});
    writePng(file, {.width = mask.width, .height = mask.height, .rgba = std::move(rgba)});
}

} // namespace blurig
