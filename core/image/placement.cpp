// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/placement.h"

#include "core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace blurig {
namespace {

Placement squash(int x, int y, int width, int height, const PictureSpec& spec) {
    return {.x = x, .y = y, .width = width, .height = height, .resizedWidth = spec.width, .resizedHeight = spec.height};
}

// torchvision's CenterCrop: Python's round, half to even; a picture that is too small is padded evenly.
std::int64_t centred(std::int64_t resized, int input) {
    const std::int64_t rest = resized - input;
    return rest >= 0 ? static_cast<std::int64_t>(std::nearbyint(static_cast<double>(rest) / 2.0)) : -(-rest / 2);
}

Placement resizeThenCentre(int width, int height, std::int64_t resizedWidth, std::int64_t resizedHeight,
                           const PictureSpec& spec) {
    return {.width = width,
            .height = height,
            .resizedWidth = resizedWidth,
            .resizedHeight = resizedHeight,
            .left = centred(resizedWidth, spec.width),
            .top = centred(resizedHeight, spec.height)};
}

// torchvision's Resize: the long side is cut down to whole pixels.
Placement shortestSide(int width, int height, const PictureSpec& spec) {
    const std::int64_t size = spec.resize.size > 0 ? spec.resize.size : std::max(spec.width, spec.height);
    return width <= height ? resizeThenCentre(width, height, size, size * height / width, spec)
                           : resizeThenCentre(width, height, size * width / height, size, spec);
}

// The square that EfficientNet's own preprocessing cuts out: its side rounded down, its corner rounded up.
Placement cropThenResize(int width, int height, const PictureSpec& spec) {
    const int shortSide = std::min(width, height);
    const int side = std::clamp(static_cast<int>(shortSide * spec.resize.cropFraction), 1, shortSide);
    return squash((width - side + 1) / 2, (height - side + 1) / 2, side, side, spec);
}

Placement pad(int width, int height, const PictureSpec& spec) {
    const double scale = std::min(static_cast<double>(spec.width) / width, static_cast<double>(spec.height) / height);
    const auto resized = [scale](int side, int limit) {
        return std::clamp<std::int64_t>(std::llround(side * scale), 1, limit);
    };
    return resizeThenCentre(width, height, resized(width, spec.width), resized(height, spec.height), spec);
}

Placement rectangle(int width, int height, const PictureSpec& spec, const PixelRect& r) {
    // Clipped as a real number first: any double, and no NaN, fits into an int afterwards.
    const auto edge = [](double at, int limit) {
        return static_cast<int>(std::round(std::clamp(at, 0.0, double(limit))));
    };
    const bool finite = std::isfinite(r.x) && std::isfinite(r.y) && std::isfinite(r.width) && std::isfinite(r.height);
    const int left = finite ? edge(r.x, width) : 0;
    const int top = finite ? edge(r.y, height) : 0;
    const int right = finite ? edge(r.x + r.width, width) : 0;
    const int bottom = finite ? edge(r.y + r.height, height) : 0;
    if (right - left < 2 || bottom - top < 2)
        throw Error(
            ErrorCode::Argument, "",
            fmt::format("the rectangle {:g} x {:g} at ({:g}, {:g}) covers less than 2 x 2 pixels of the picture "
                        "of {} x {}",
                        r.width, r.height, r.x, r.y, width, height),
            "Choose a larger part of the picture");
    return squash(left, top, right - left, bottom - top, spec);
}

} // namespace

Placement placementOf(int pictureWidth, int pictureHeight, const PictureSpec& spec, const Crop& crop) {
    const int width = pictureWidth;
    const int height = pictureHeight;
    switch (crop.rule) {
    case CropRule::WholePadded:
        return pad(width, height, spec);
    case CropRule::WholeSquashed:
        return squash(0, 0, width, height, spec);
    case CropRule::Rectangle:
        return rectangle(width, height, spec, crop.rectangle);
    case CropRule::Card:
        break;
    }
    switch (spec.resize.rule) {
    case ResizeRule::CropThenResize:
        return cropThenResize(width, height, spec);
    case ResizeRule::Squash:
        return squash(0, 0, width, height, spec);
    case ResizeRule::Pad:
        return pad(width, height, spec);
    case ResizeRule::ShortestSide:
        break;
    }
    return shortestSide(width, height, spec);
}

} // namespace blurig
