// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/raw_picture.h"

#include <fmt/format.h>

namespace blurig {
namespace {

constexpr std::uint64_t maxPixels = 100'000'000;

} // namespace

void requireSize(const PictureSource& source, std::uint64_t width, std::uint64_t height) {
    if (width < 2 || height < 2)
        throw Error(ErrorCode::PictureSize, source.name,
                    fmt::format("is {} x {} pixels, which is too small", width, height),
                    "Choose a picture of at least 2 x 2 pixels");
    if (width > maxPixels || height > maxPixels || width * height > maxPixels)
        throw Error(ErrorCode::PictureSize, source.name,
                    fmt::format("is {} x {} pixels, more than the limit of 100 million", width, height),
                    "Make it smaller in an image editor");
}

Error damaged(const PictureSource& source, const std::string& format, const std::string& detail) {
    return {ErrorCode::DamagedPicture, source.name, "is a damaged " + format + " file: " + detail,
            "Copy or download it again, or save it again with an image editor"};
}

Error unsupported(const PictureSource& source, const std::string& happened) {
    return {ErrorCode::NotAPicture, source.name, happened, "Save it as PNG with an image editor"};
}

} // namespace blurig
