// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/render/clip_range.h"
#include "core/render/color_map.h"
#include "core/render/raster.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace blurig {

// How a map becomes a picture, in the order in which looks are offered.
enum class LookKind {
    Region,  // magnitudes over the dimmed photo: where the evidence lies
    Signed,  // two hues over the dimmed photo; zero is transparent
    Pixels,  // the map alone, each of its pixels
    Outline, // the photo with the outline of the map's top area
    Masked,  // the photo darkened outside the map's top area
    Overlay, // the map over the grey photo
};
inline constexpr std::array lookKinds{LookKind::Region,  LookKind::Signed, LookKind::Pixels,
                                      LookKind::Outline, LookKind::Masked, LookKind::Overlay};
std::string_view name(LookKind kind);          // "region", "signed", "pixels", "outline", "masked", "overlay"
LookKind parseLookKind(std::string_view text); // throws Error (Argument)
bool showsTopArea(LookKind kind);              // and then no colours of the map

inline constexpr std::array<std::uint8_t, 3> outlineColor{255, 214, 10}; // between two dark lines, seen on any photo

struct Look {
    LookKind kind = LookKind::Region;
    const ColorMap* colors = nullptr;
    ClipRange range; // of the whole plane, whatever part of it is drawn
    double opacity = 1.0;
    double topArea = 20; // per cent
};

// What a look paints of a plane (1 x H x W), before it lies on a ground; of Outline nothing, its line is drawn on the
// enlarged photo. The same in the window, in commands and in figures.
//   Region: alpha = opacity t^0.8 with t = (|v| - low) / (limit - low) in [0, 1], in t's colour.
//   Signed, Overlay: alpha = opacity |v| / limit; a magnitude below `low` is painted as zero.
Raster lookRaster(const Array& plane, const Look& look);

enum class Ground { None, Dimmed, Grey, Photo }; // what a look lies on
Ground groundOf(LookKind kind);
Raster groundRaster(const Raster& photo, Ground ground);
std::uint8_t dimmedLevel(std::uint8_t level); // of the photo in Ground::Dimmed

// plane: 1 x H x W. photo: W x H. The picture is `scale` times as large as they are, so that an outline is fine.
Raster drawMap(const Array& plane, const Look& how, const Raster& photo, int scale);

} // namespace blurig
