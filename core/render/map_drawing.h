// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/clip_range.h"
#include "core/render/color_map.h"
#include "core/render/raster.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace blurig {

// How a map and the photo make one picture: the map alone, the map over the grey photo, the photo darkened outside the
// map's top area, the photo with the outline of the smoothed map's top area.
enum class DrawingStyle { Map, Overlay, Masked, Contour };
inline constexpr std::array drawingStyles{DrawingStyle::Map, DrawingStyle::Overlay, DrawingStyle::Masked,
                                          DrawingStyle::Contour};
std::string_view name(DrawingStyle style); // "map", "overlay", "masked", "contour"
DrawingStyle parseDrawingStyle(std::string_view text);
bool showsTopArea(DrawingStyle style); // and then no colours of the map

inline constexpr std::array<std::uint8_t, 3> outlineColor{255, 214, 10}; // between two dark lines, seen on any photo

struct MapDrawing {
    const ColorMap* colors = nullptr;
    ClipRange range;
    DrawingStyle style = DrawingStyle::Map;
    double opacity = 0.8; // of an overlay
    double topArea = 20;  // per cent
};

// plane: 1 x H x W. photo: W x H. The picture is `scale` times as large as they are, so that an outline is fine.
Raster drawMap(const Array& plane, const MapDrawing& how, const Raster& photo, int scale);

} // namespace blurig
