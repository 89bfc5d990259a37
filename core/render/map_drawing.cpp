// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/map_drawing.h"

#include "core/error.h"
#include "core/render/map_render.h"
#include "core/render/raster_mat.h"
#include "core/render/top_area.h"
#include "core/words.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <cassert>

namespace blurig {

namespace {

constexpr Words<DrawingStyle, 4> styleWords{{{DrawingStyle::Map, "map"},
                                             {DrawingStyle::Overlay, "overlay"},
                                             {DrawingStyle::Masked, "masked"},
                                             {DrawingStyle::Contour, "contour"}}};

Raster withOutlines(const Raster& picture, const std::vector<Outline>& areas, int scale) {
    cv::Mat4b pixels = matOf(picture);
    std::vector<std::vector<cv::Point>> lines;
    for (const Outline& area : areas) {
        std::vector<cv::Point>& line = lines.emplace_back();
        for (const Corner& corner : area)
            line.emplace_back(corner.x * scale, corner.y * scale);
    }
    const auto& [red, green, blue] = outlineColor;
    cv::polylines(pixels, lines, true, cv::Scalar(0, 0, 0, 255), 4, cv::LINE_AA);
    cv::polylines(pixels, lines, true, cv::Scalar(red, green, blue, 255), 2, cv::LINE_AA);
    return rasterOf(pixels);
}

} // namespace

std::string_view name(DrawingStyle style) {
    return wordOf(styleWords, style);
}

DrawingStyle parseDrawingStyle(std::string_view text) {
    if (const auto style = valueOf(styleWords, text))
        return *style;
    throw Error(ErrorCode::Argument, "style", fmt::format("there is no style \"{}\"", text),
                "Choose " + listOf(styleWords));
}

bool showsTopArea(DrawingStyle style) {
    return style == DrawingStyle::Masked || style == DrawingStyle::Contour;
}

Raster drawMap(const Array& plane, const MapDrawing& how, const Raster& photo, int scale) {
    assert(photo.width == plane.width() && photo.height == plane.height());
    const auto enlarged = [&](const Raster& picture) {
        return scaled(picture, picture.width * scale, picture.height * scale);
    };
    const MapStyle colors{.colors = how.colors, .limit = how.range.limit, .low = how.range.low};
    switch (how.style) {
    case DrawingStyle::Map:
        break;
    case DrawingStyle::Overlay: {
        MapStyle veil = colors;
        veil.alpha = MapAlpha::ByMagnitude;
        veil.opacity = how.opacity;
        return enlarged(blend(grey(photo), renderMap(plane, veil)));
    }
    case DrawingStyle::Masked:
        return enlarged(blend(photo, darkOutside(topArea(plane, how.topArea))));
    case DrawingStyle::Contour:
        return withOutlines(enlarged(photo), outlines(topArea(smoothedForOutline(plane), how.topArea)), scale);
    }
    return enlarged(renderMap(plane, colors));
}

} // namespace blurig
