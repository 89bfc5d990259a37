// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/map_render.h"

#include "core/error.h"
#include "core/render/magnitude_rank.h"
#include "core/wide_vectors.h"
#include "core/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace blurig {

namespace {

constexpr Words<ChannelReduction, 2> reductionWords{
    {{ChannelReduction::Sum, "sum"}, {ChannelReduction::Absolute, "absolute"}}};

// A pixel as it lies in memory, so that one store writes four bytes.
inline std::uint32_t word(int red, int green, int blue, int alpha) {
    static_assert(std::endian::native == std::endian::little);
    return static_cast<std::uint32_t>(red | green << 8 | blue << 16) | static_cast<std::uint32_t>(alpha) << 24;
}

// Without a branch, so that the loops below become vector code. The comparison comes before the conversion and sends
// NaN to 0: converting it would be undefined.
inline int level(float value, float scale, float most) {
    const float wanted = value * scale + 0.5F;
    const float above = wanted > 0.0F ? wanted : 0.0F;
    const float within = above < most + 0.5F ? above : most + 0.5F;
    return static_cast<int>(within);
}

// The colour table's entry of each value. Apart from the look-up, which is not vector code.
// `zero` is the magnitude at which the colours of a sequential map begin.
BLURIG_WIDE_VECTORS void entriesOf(std::span<const float> values, float scale, float low, float zero,
                                   ColorMap::Kind kind, int* entries) {
    const std::size_t count = values.size();
    const float* from = values.data();
    if (kind == ColorMap::Kind::Sequential) {
        for (std::size_t i = 0; i < count; ++i)
            entries[i] = level((std::abs(from[i]) < low ? 0.0F : from[i] - zero) * scale, 255.0F, 255.0F);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const float value = std::abs(from[i]) < low ? 0.0F : from[i];
        const int steps = level(std::abs(value) * scale, 127.0F, 127.0F);
        entries[i] = value < 0.0F ? 127 - steps : 128 + steps;
    }
}

BLURIG_WIDE_VECTORS void addTo(float* sums, const float* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        sums[i] += values[i];
}

BLURIG_WIDE_VECTORS void addMagnitudesTo(float* sums, const float* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        sums[i] += std::abs(values[i]);
}

// Opaque pixels of three channels.
BLURIG_WIDE_VECTORS void wordsOf(const float* red, const float* green, const float* blue, std::size_t count, float low,
                                 float scale, std::uint8_t* to) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t pixel = word(level(red[i] - low, scale, 255.0F), level(green[i] - low, scale, 255.0F),
                                         level(blue[i] - low, scale, 255.0F), 255);
        std::memcpy(to + i * 4, &pixel, 4);
    }
}

} // namespace

std::string_view name(ChannelReduction reduction) {
    return wordOf(reductionWords, reduction);
}

ChannelReduction parseChannelReduction(std::string_view text) {
    if (const auto reduction = valueOf(reductionWords, text))
        return *reduction;
    throw Error(ErrorCode::Argument, "channels", fmt::format("there is no reduction \"{}\"", text),
                "Choose " + listOf(reductionWords));
}

Array reduceChannels(const Array& map, ChannelReduction reduction) {
    const std::span<const float> values = map.host();
    const auto channels = static_cast<std::size_t>(map.channels());
    const std::size_t pixels = values.size() / std::max<std::size_t>(channels, 1);
    std::vector<float> plane(pixels, 0.0F);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const float* from = values.data() + channel * pixels;
        if (reduction == ChannelReduction::Sum)
            addTo(plane.data(), from, pixels);
        else
            addMagnitudesTo(plane.data(), from, pixels);
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
    const double zero = style.zero == MapZero::Low ? style.low : 0.0;
    assert(zero == 0 || style.colors->kind == ColorMap::Kind::Sequential);
    const float scale = style.limit > zero ? static_cast<float>(1.0 / (style.limit - zero)) : 0.0F;

    // Alpha follows the colour's distance from the neutral entry, so one table serves both ways of drawing.
    std::array<std::uint32_t, 256> table{};
    for (std::size_t entry = 0; entry < table.size(); ++entry) {
        double alpha = style.opacity;
        if (style.alpha == MapAlpha::ByMagnitude)
            alpha *= std::pow(style.colors->kind == ColorMap::Kind::Sequential
                                  ? static_cast<double>(entry) / 255.0
                                  : static_cast<double>(entry < 128 ? 127 - entry : entry - 128) / 127.0,
                              style.alphaExponent);
        const auto& [red, green, blue] = style.colors->colors[entry];
        table[entry] = word(red, green, blue, static_cast<int>(std::lround(255.0 * std::clamp(alpha, 0.0, 1.0))));
    }

    auto pixels = std::make_shared<std::vector<std::uint8_t>>(values.size() * 4);
    std::uint8_t* to = pixels->data();
    constexpr std::size_t block = 1024; // stays in the first cache
    std::array<int, block> entries{};
    for (std::size_t begin = 0; begin < values.size(); begin += block) {
        const std::span<const float> part = values.subspan(begin, std::min(block, values.size() - begin));
        entriesOf(part, scale, static_cast<float>(style.low), static_cast<float>(zero), style.colors->kind,
                  entries.data());
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

    auto pixels = std::make_shared<std::vector<std::uint8_t>>(pixelCount * 4);
    const std::size_t next = z.channels() == 3 ? pixelCount : 0;
    const float* const red = values.data();
    wordsOf(red, red + next, red + 2 * next, pixelCount, low, scale, pixels->data());
    return {static_cast<int>(z.width()), static_cast<int>(z.height()), std::move(pixels)};
}

} // namespace blurig
