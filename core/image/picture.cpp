// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/picture.h"

#include "core/image/pixels.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace blurig {
namespace {

template <typename Sample>
void copyRegion(const std::vector<Sample>& samples, std::size_t rowSamples, int x, int y, int width, int height,
                float* planes) {
    constexpr float scale = 1.0F / static_cast<float>(std::numeric_limits<Sample>::max());
    const std::size_t plane = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    for (int row = 0; row < height; ++row) {
        const Sample* from =
            samples.data() + static_cast<std::size_t>(y + row) * rowSamples + 3 * static_cast<std::size_t>(x);
        float* to = planes + static_cast<std::size_t>(row) * static_cast<std::size_t>(width);
        for (int column = 0; column < width; ++column, ++to, from += 3)
            for (std::size_t channel = 0; channel < 3; ++channel)
                to[channel * plane] = static_cast<float>(from[channel]) * scale;
    }
}

} // namespace

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

Array Picture::region(int x, int y, int width, int height) const {
    assert(m_pixels && x >= 0 && y >= 0 && width > 0 && height > 0);
    assert(x + width <= m_pixels->width && y + height <= m_pixels->height);
    std::vector<float> planes(3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (m_pixels->has16Bits())
        copyRegion(m_pixels->samples16, m_pixels->rowSamples(), x, y, width, height, planes.data());
    else
        copyRegion(m_pixels->samples8, m_pixels->rowSamples(), x, y, width, height, planes.data());
    return Array::fromHost(pictureLayout(3, height, width), std::move(planes));
}

} // namespace blurig
