// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/annotation.h"

#include "core/evaluate/photo_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

std::size_t pixels(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

// The pixels whose centres lie in [from, to).
std::pair<int, int> centresWithin(double from, double to, int size) {
    const auto first = [size](double place) {
        return static_cast<int>(std::clamp(std::ceil(place - 0.5), 0.0, static_cast<double>(size)));
    };
    return {first(from), first(to)};
}

void paint(Mask& mask, const Box& box) {
    const auto [left, right] = centresWithin(box.left, box.right, mask.width);
    const auto [top, bottom] = centresWithin(box.top, box.bottom, mask.height);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            mask.inside[pixels(mask.width, y) + static_cast<std::size_t>(x)] = 1;
}

} // namespace

Mask boxMask(const Box& box, int width, int height) {
    Mask mask{.width = width, .height = height, .inside = std::vector<std::uint8_t>(pixels(width, height))};
    paint(mask, box);
    return mask;
}

std::size_t insideOf(const Mask& mask) {
    return static_cast<std::size_t>(std::ranges::count(mask.inside, std::uint8_t{1}));
}

Mask maskOf(const std::vector<AnnotatedObject>& objects, int width, int height, std::vector<std::string>& notes) {
    Mask all{.width = width, .height = height, .inside = std::vector<std::uint8_t>(pixels(width, height))};
    for (const AnnotatedObject& object : objects) {
        if (object.mask.width > 0) {
            if (object.mask.width != width || object.mask.height != height) {
                notes.push_back(fmt::format("the mask of \"{}\" has {} x {} pixels, the photo {} x {}: left out",
                                            object.name, object.mask.width, object.mask.height, width, height));
                continue;
            }
            for (std::size_t i = 0; i < all.inside.size(); ++i)
                all.inside[i] |= object.mask.inside[i];
            continue;
        }
        const Box& box = object.box;
        if (box.right <= 0 || box.bottom <= 0 || box.left >= width || box.top >= height || box.right <= box.left ||
            box.bottom <= box.top) {
            notes.push_back(fmt::format("the box of \"{}\" holds no pixel of the photo: left out", object.name));
            continue;
        }
        if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
            notes.push_back(fmt::format("the box of \"{}\" reaches outside of the photo: cut", object.name));
        paint(all, box);
    }
    return all;
}

Mask inModelPixels(const Mask& photo, const InputGeometry& geometry) {
    Mask mask{.width = geometry.modelWidth,
              .height = geometry.modelHeight,
              .inside = std::vector<std::uint8_t>(pixels(geometry.modelWidth, geometry.modelHeight))};
    const std::vector<int> columns = photoPlaces(geometry.source.x, geometry.scaleX(), mask.width, photo.width);
    const std::vector<int> rows = photoPlaces(geometry.source.y, geometry.scaleY(), mask.height, photo.height);
    auto inside = mask.inside.begin();
    for (const int row : rows)
        for (const int column : columns) {
            if (row >= 0 && column >= 0)
                *inside = photo.inside[pixels(photo.width, row) + static_cast<std::size_t>(column)];
            ++inside;
        }
    return mask;
}

} // namespace blurig
