// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/map_render.h"

#include "core/error.h"
#include "core/render/magnitude_rank.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace blurig {

namespace {

// A pixel as it lies in memory, so that one store writes four bytes.
std::uint32_t packed(const std::array<std::uint8_t, 3>& rgb, std::uint8_t alpha) {
    return std::bit_cast<std::uint32_t>(std::array<std::uint8_t, 4>{rgb[0], rgb[1], rgb[2], alpha});
}

// Without a branch, so that the loops below become vector code. The comparison comes before the conversion and sends
// NaN to 0: converting it would be undefined.
int level(float value, float steps) {
    const float wanted = value * steps + 0.5F;
    const float above = wanted > 0.0F ? wanted : 0.0F;
    const float within = above < steps + 0.5F ? above : steps + 0.5F;
    return static_cast<int>(within);
}

// The colour table's entry of each value. Apart from the look-up, which is not vector code.
void entriesOf(std::span<const float> values, float scale, float low, ColorMap::Kind kind, int* entries) {
    const std::size_t count = values.size();
    const float* from = values.data();
    if (kind == ColorMap::Kind::Sequential) {
        for (std::size_t i = 0; i < count; ++i)
            entries[i] = level((std::abs(from[i]) < low ? 0.0F : from[i]) * scale, 255.0F);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const float value = std::abs(from[i]) < low ? 0.0F : from[i];
        const int steps = level(std::abs(value) * scale, 127.0F);
        entries[i] = value < 0.0F ? 127 - steps : 128 + steps;
    }
}

} // namespace

std::string_view name(ChannelReduction reduction) {
    return reduction == ChannelReduction::Sum ? "sum" : "absolute";
}

ChannelReduction parseChannelReduction(std::string_view text) {
    for (const ChannelReduction reduction : channelReductions)
        if (name(reduction) == text)
            return reduction;
    throw Error(ErrorCode::Argument, "channels", fmt::format("there is no reduction \"{}\"", text),
                "Choose sum or absolute");
}

Array reduceChannels(const Array& map, ChannelReduction reduction) {
    const std::span<const float> values = map.host();
    const auto channels = static_cast<std::size_t>(map.channels());
    const std::size_t pixels = values.size() / std::max<std::size_t>(channels, 1);
    std::vector<float> plane(pixels, 0.0F);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const float* from = values.data() + channel * pixels;
        if (reduction == ChannelReduction::Sum) {
            for (std::size_t pixel = 0; pixel < pixels; ++pixel)
                plane[pixel] += from[pixel];
        } else {
            for (std::size_t pixel = 0; pixel < pixels; ++pixel)
                plane[pixel] += std::abs(from[pixel]);
        }
    }
    ArrayLayout layout = map.layout();
    layout.channels = 1;
    return Array::fromHost(layout, std::move(plane));
}

double clipLimit(const Array& plane, double percentile) {
    const std::span<const float> values = plane.host();
    if (values.empty())
        return 0;
    const double position = std::clamp(percentile, 0.0, 100.0) / 100.0 * static_cast<double>(values.size() - 1);
    const float limit = magnitudeOfRank(values, static_cast<std::size_t>(std::ceil(position)));
    // A map with few pixels above zero must not lose them to a percentile that is zero.
    return limit > 0.0F ? limit : magnitudeOfRank(values, values.size() - 1);
}

Raster renderMap(const Array& plane, const MapStyle& style) {
    assert(style.colors != nullptr && plane.channels() == 1);
    const std::span<const float> values = plane.host();
    const float scale = style.limit > 0 ? static_cast<float>(1.0 / style.limit) : 0.0F;

    // Alpha follows the colour's distance from the neutral entry, so one table serves both ways of drawing.
    std::array<std::uint32_t, 256> table{};
    for (std::size_t entry = 0; entry < table.size(); ++entry) {
        double alpha = style.opacity;
        if (style.alpha == MapAlpha::ByMagnitude)
            alpha *= style.colors->kind == ColorMap::Kind::Sequential
                         ? static_cast<double>(entry) / 255.0
                         : static_cast<double>(entry < 128 ? 127 - entry : entry - 128) / 127.0;
        table[entry] = packed(style.colors->colors[entry],
                              static_cast<std::uint8_t>(std::lround(255.0 * std::clamp(alpha, 0.0, 1.0))));
    }

    auto pixels = std::make_shared<std::vector<std::uint8_t>>(values.size() * 4);
    std::uint8_t* to = pixels->data();
    constexpr std::size_t block = 1024; // stays in the first cache
    std::array<int, block> entries{};
    for (std::size_t begin = 0; begin < values.size(); begin += block) {
        const std::span<const float> part = values.subspan(begin, std::min(block, values.size() - begin));
        entriesOf(part, scale, static_cast<float>(style.low), style.colors->kind, entries.data());
        for (std::size_t i = 0; i < part.size(); ++i)
            std::memcpy(to + (begin + i) * 4, &table[static_cast<std::size_t>(entries[i])], 4);
    }
    return {static_cast<int>(plane.width()), static_cast<int>(plane.height()), std::move(pixels)};
}

Raster renderInput(const Array& z) {
    assert(z.channels() == 1 || z.channels() == 3);
    const std::span<const float> values = z.host();
    const auto pixelCount = static_cast<std::size_t>(z.height() * z.width());
    const ValueRange& range = z.layout().range;
    const float low = static_cast<float>(range.low);
    const float scale = range.high > range.low ? static_cast<float>(255.0 / (range.high - range.low)) : 0.0F;

    auto pixels = std::make_shared<std::vector<std::uint8_t>>(pixelCount * 4, std::uint8_t{255});
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const float* from = values.data() + (z.channels() == 3 ? channel * pixelCount : 0);
        std::uint8_t* to = pixels->data() + channel;
        for (std::size_t pixel = 0; pixel < pixelCount; ++pixel) {
            const float level = (from[pixel] - low) * scale + 0.5F;
            const float above = level > 0.0F ? level : 0.0F;
            to[pixel * 4] = static_cast<std::uint8_t>(above < 255.0F ? above : 255.0F);
        }
    }
    return {static_cast<int>(z.width()), static_cast<int>(z.height()), std::move(pixels)};
}

} // namespace blurig
