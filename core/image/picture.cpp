// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture.h"

#include "core/image/pixels.h"

#include <algorithm>

namespace blurig {

Picture::Picture(std::shared_ptr<const Pixels> pixels, std::string name, std::string sha256,
                 std::vector<std::string> notes, ColourConversion colours)
    : m_pixels(std::move(pixels))
    , m_name(std::move(name))
    , m_sha256(std::move(sha256))
    , m_notes(std::move(notes))
    , m_colours(colours) {}

int Picture::width() const {
    return m_pixels ? m_pixels->width : 0;
}

int Picture::height() const {
    return m_pixels ? m_pixels->height : 0;
}

std::span<const std::uint8_t> Picture::rgb8() const {
    if (!m_pixels)
        return {};
    const Pixels& p = *m_pixels;
    if (!p.has16Bits())
        return p.samples8;
    std::call_once(p.shown, [&p] {
        p.shown8.resize(p.samples16.size());
        std::transform(p.samples16.begin(), p.samples16.end(), p.shown8.begin(),
                       [](std::uint16_t v) { return static_cast<std::uint8_t>((v + 128U) / 257U); });
    });
    return p.shown8;
}

} // namespace blurig
