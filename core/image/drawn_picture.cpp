// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/drawn_picture.h"

#include "core/image/pixels.h"

#include <utility>

namespace blurig {

Picture drawnPicture(int width, int height, std::vector<std::uint8_t> rgb, std::string name, std::string sha256) {
    auto pixels = std::make_shared<Picture::Pixels>();
    pixels->width = width;
    pixels->height = height;
    pixels->samples8 = std::move(rgb);
    return Picture(std::move(pixels), std::move(name), std::move(sha256), {}, ColourConversion::AsStored);
}

} // namespace blurig
