// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/sound_drawing.h"

#include "core/render/map_render.h"
#include "core/render/upright.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace blurig {

namespace {

constexpr std::int64_t lineWidth = 1200; // at most
constexpr int lineHeight = 120;
constexpr std::uint8_t groundGrey = 24;
constexpr std::uint8_t lineGrey = 208;

Array firstChannel(const Array& sound) {
    ArrayLayout layout = sound.layout();
    layout.channels = 1;
    const std::span<const float> values = sound.host().first(static_cast<std::size_t>(layout.elements()));
    return Array::fromHost(std::move(layout), {values.begin(), values.end()});
}

// Row of a value between full scale at the top and at the bottom.
int rowOf(float value, float full) {
    const double share = 0.5 - 0.5 * static_cast<double>(std::clamp(value / full, -1.0F, 1.0F));
    return static_cast<int>(std::lround(share * (lineHeight - 1)));
}

// Each column spans the values of its part.
Raster waveLine(std::span<const float> samples) {
    const auto length = static_cast<std::int64_t>(samples.size());
    const auto width = static_cast<std::size_t>(std::clamp<std::int64_t>(length, 2, lineWidth));
    float full = 1e-6F; // silence is a line
    for (const float sample : samples)
        full = std::max(full, std::abs(sample));
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(4 * width * lineHeight, groundGrey);
    for (std::size_t column = 0; column < width; ++column) {
        const std::size_t from = column * samples.size() / width;
        const std::size_t to = std::max(from + 1, (column + 1) * samples.size() / width);
        const auto [least, greatest] = std::ranges::minmax(samples.subspan(from, to - from));
        for (int row = rowOf(greatest, full); row <= rowOf(least, full); ++row)
            std::fill_n(pixels->begin() +
                            static_cast<std::ptrdiff_t>(4 * (static_cast<std::size_t>(row) * width + column)),
                        3, lineGrey);
    }
    for (std::size_t alpha = 3; alpha < pixels->size(); alpha += 4)
        (*pixels)[alpha] = 255;
    return {static_cast<int>(width), lineHeight, std::move(pixels)};
}

} // namespace

Raster soundDrawing(const Array& sound) {
    const Array one = firstChannel(sound);
    return isSignal(one.layout()) ? waveLine(one.host()) : renderInput(upright(one));
}

} // namespace blurig
