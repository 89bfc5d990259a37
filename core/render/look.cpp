// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/look.h"

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

constexpr Words<LookKind, lookKinds.size()> kindWords{{{LookKind::Region, "region"},
                                                       {LookKind::Signed, "signed"},
                                                       {LookKind::Pixels, "pixels"},
                                                       {LookKind::Outline, "outline"},
                                                       {LookKind::Masked, "masked"},
                                                       {LookKind::Overlay, "overlay"}}};

Raster dimmed(const Raster& photo) {
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(*photo.rgba);
    for (std::size_t i = 0; i < pixels->size(); ++i)
        if (i % 4 != 3)
            (*pixels)[i] = dimmedLevel((*pixels)[i]);
    return {photo.width, photo.height, std::move(pixels)};
}

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

std::string_view name(LookKind kind) {
    return wordOf(kindWords, kind);
}

LookKind parseLookKind(std::string_view text) {
    if (const auto kind = valueOf(kindWords, text))
        return *kind;
    throw Error(ErrorCode::Argument, "look", fmt::format("there is no look \"{}\"", text),
                "Choose " + listOf(kindWords));
}

bool showsTopArea(LookKind kind) {
    return kind == LookKind::Masked || kind == LookKind::Outline;
}

Ground groundOf(LookKind kind) {
    switch (kind) {
    case LookKind::Region:
    case LookKind::Signed:
        return Ground::Dimmed;
    case LookKind::Overlay:
        return Ground::Grey;
    case LookKind::Masked:
    case LookKind::Outline:
        return Ground::Photo;
    case LookKind::Pixels:
        break;
    }
    return Ground::None;
}

std::uint8_t dimmedLevel(std::uint8_t level) {
    static constexpr std::array<std::uint8_t, 256> table = [] {
        std::array<std::uint8_t, 256> levels{};
        for (std::size_t i = 0; i < levels.size(); ++i)
            levels[i] = static_cast<std::uint8_t>(0.55 * static_cast<double>(i) + 0.5);
        return levels;
    }();
    return table[level];
}

Raster groundRaster(const Raster& photo, Ground ground) {
    switch (ground) {
    case Ground::Dimmed:
        return dimmed(photo);
    case Ground::Grey:
        return grey(photo);
    case Ground::Photo:
    case Ground::None:
        break;
    }
    return photo;
}

Raster lookRaster(const Array& plane, const Look& look) {
    MapStyle style{.colors = look.colors, .limit = look.range.limit, .low = look.range.low};
    switch (look.kind) {
    case LookKind::Masked:
        return darkOutside(topArea(plane, look.topArea));
    case LookKind::Region:
        style.zero = MapZero::Low;
        style.alpha = MapAlpha::ByMagnitude;
        style.alphaExponent = 0.8;
        style.opacity = look.opacity;
        break;
    case LookKind::Signed:
    case LookKind::Overlay:
        style.alpha = MapAlpha::ByMagnitude;
        style.opacity = look.opacity;
        break;
    case LookKind::Pixels:
        break;
    case LookKind::Outline:
        assert(false);
        break;
    }
    return renderMap(plane, style);
}

Raster drawMap(const Array& plane, const Look& how, const Raster& photo, int scale) {
    assert(photo.width == plane.width() && photo.height == plane.height());
    const auto enlarged = [&](const Raster& picture) {
        return scaled(picture, picture.width * scale, picture.height * scale);
    };
    const Ground ground = groundOf(how.kind);
    if (how.kind == LookKind::Outline)
        return withOutlines(enlarged(photo), outlines(topArea(plane, how.topArea)), scale);
    const Raster painted = lookRaster(plane, how);
    return enlarged(ground == Ground::None ? painted : blend(groundRaster(photo, ground), painted));
}

} // namespace blurig
