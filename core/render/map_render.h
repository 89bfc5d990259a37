// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/render/color_map.h"
#include "core/render/raster.h"

#include <array>
#include <string_view>

namespace blurig {

enum class ChannelReduction { Sum, Absolute }; // sum over channels, or sum of absolute values
inline constexpr std::array channelReductions{ChannelReduction::Sum, ChannelReduction::Absolute};
std::string_view name(ChannelReduction reduction); // "sum", "absolute"
ChannelReduction parseChannelReduction(std::string_view text);

// C x H x W to 1 x H x W.
Array reduceChannels(const Array& map, ChannelReduction reduction);

// The value of |map| below which `percentile` per cent of all pixels lie; the colour range is then [-limit, limit].
// 0 only for a map that is zero everywhere.
double clipLimit(const Array& plane, double percentile);

// ByMagnitude: alpha = opacity * (distance of the colour from zero's)^alphaExponent, to lie over a photo.
enum class MapAlpha { Opaque, ByMagnitude };
// Where colours begin: at zero, what is below `low` is painted as zero; or at `low`, of a sequential map.
enum class MapZero { Zero, Low };

struct MapStyle {
    const ColorMap* colors = nullptr;
    double limit = 1.0; // diverging: [-limit, limit]; sequential: [0, limit]
    MapAlpha alpha = MapAlpha::Opaque;
    double opacity = 1.0;
    double low = 0.0;
    MapZero zero = MapZero::Zero;
    double alphaExponent = 1.0;
};

// A value that is not finite is a programming error: it never gets this far.
Raster renderMap(const Array& plane, const MapStyle& style);
// z in its range to 8 bits; 1 or 3 channels.
Raster renderInput(const Array& z);
Raster grey(const Raster& picture);                         // luma, for what lies under an overlay
Raster blend(const Raster& below, const Raster& above);     // equal sizes, by above's alpha
Raster scaled(const Raster& raster, int width, int height); // nearest when enlarged, area when reduced

} // namespace blurig
