// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/color_map.h"

#include "core/error.h"
#include "core/render/lab.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace blurig {

namespace {

// Straight lines in CIELAB through the control points, at a constant pace: equal steps look equally large.
Lab interpolate(std::span<const Lab> points, double position) {
    double total = 0;
    for (std::size_t index = 0; index + 1 < points.size(); ++index)
        total += difference(points[index], points[index + 1]);
    double rest = position * total;
    for (std::size_t index = 0; index + 1 < points.size(); ++index) {
        const Lab& from = points[index];
        const Lab& to = points[index + 1];
        const double length = difference(from, to);
        if (rest <= length || index + 2 == points.size()) {
            const double t = std::min(rest / length, 1.0);
            return {std::lerp(from.lightness, to.lightness, t), std::lerp(from.a, to.a, t), std::lerp(from.b, to.b, t)};
        }
        rest -= length;
    }
    return points.back();
}

// Arms run from the neutral centre outwards. Entries 127 and 128 are both the centre itself, so that zero has no tint
// and a value and its negative lie equally far from it.
ColorMap diverging(std::string id, std::string label, std::span<const Lab> low, std::span<const Lab> high) {
    ColorMap map{std::move(id), std::move(label), ColorMap::Kind::Diverging, {}};
    for (std::size_t step = 0; step < 128; ++step) {
        const double position = static_cast<double>(step) / 127.0;
        map.colors[127 - step] = srgb(interpolate(low, position));
        map.colors[128 + step] = srgb(interpolate(high, position));
    }
    return map;
}

ColorMap sequential(std::string id, std::string label, std::span<const Lab> points) {
    ColorMap map{std::move(id), std::move(label), ColorMap::Kind::Sequential, {}};
    for (std::size_t index = 0; index < map.colors.size(); ++index)
        map.colors[index] = srgb(interpolate(points, static_cast<double>(index) / 255.0));
    return map;
}

// Two arms of one lightness and chroma at each step, so that neither sign looks stronger. Dark ends reach further than
// saturated ones would: lightness carries the magnitude, hue only the sign.
std::vector<Lab> arm(double hue, double endHue) {
    return {labFromPolar(97, 0, hue), labFromPolar(77, 28, hue), labFromPolar(56, 47, (hue + endHue) / 2),
            labFromPolar(34, 43, endHue)};
}

std::vector<ColorMap> makeColorMaps() {
    const std::vector<Lab> greyPoints{{0, 0, 0}, {100, 0, 0}};
    const std::vector<Lab> middleToBlack{{58, 0, 0}, {4, 0, 0}};
    const std::vector<Lab> middleToWhite{{58, 0, 0}, {100, 0, 0}};
    // Cividis (Nunez, Anderton and Renslow 2018) at five points: alike for readers with and without colour blindness.
    const std::vector<Lab> cividis{lab({0, 32, 77}), lab({65, 77, 107}), lab({124, 123, 120}), lab({187, 174, 109}),
                                   lab({255, 234, 70})};
    return {
        diverging("blue-orange", "Blue – orange", arm(268, 285), arm(68, 55)),
        diverging("green-purple", "Green – purple", arm(150, 150), arm(318, 318)),
        diverging("black-white", "Black – white", middleToBlack, middleToWhite),
        diverging("red-green", "Red – green (not colour-blind safe)", arm(30, 30), arm(140, 140)),
        sequential("cividis", "Cividis", cividis),
        sequential("grey", "Grey", greyPoints),
    };
}

} // namespace

std::span<const ColorMap> colorMaps() {
    static const std::vector<ColorMap> maps = makeColorMaps();
    return maps;
}

const ColorMap& colorMapById(std::string_view id) {
    std::vector<std::string_view> ids;
    for (const ColorMap& map : colorMaps()) {
        if (map.id == id)
            return map;
        ids.push_back(map.id);
    }
    throw Error(ErrorCode::Argument, "colour map", fmt::format("there is no colour map \"{}\"", id),
                fmt::format("Choose one of {}", fmt::join(ids, ", ")));
}

const ColorMap& fittingColorMap(std::string_view id, ColorMap::Kind kind) {
    const auto maps = colorMaps();
    const auto named =
        std::ranges::find_if(maps, [&](const ColorMap& map) { return map.id == id && map.kind == kind; });
    return named != maps.end() ? *named : *std::ranges::find(maps, kind, &ColorMap::kind);
}

} // namespace blurig
