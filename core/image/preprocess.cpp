// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/preprocess.h"

#include "core/error.h"
#include "core/image/pixels.h"
#include "core/image/placement.h"
#include "core/image/resample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <new>

namespace blurig {
namespace {

template <typename Sample> std::array<float, 3> meanOf(const std::vector<Sample>& interleaved) {
    std::array<std::uint64_t, 3> sums{};
    for (std::size_t i = 0; i < interleaved.size(); i += 3)
        for (std::size_t channel = 0; channel < 3; ++channel)
            sums[channel] += interleaved[i + channel];
    const double full = static_cast<double>(interleaved.size()) / 3.0 * std::numeric_limits<Sample>::max();
    std::array<float, 3> mean{};
    std::transform(sums.begin(), sums.end(), mean.begin(),
                   [full](std::uint64_t sum) { return static_cast<float>(static_cast<double>(sum) / full); });
    return mean;
}

std::array<float, 3> meanColour(const Picture::Pixels& pixels) {
    return pixels.has16Bits() ? meanOf(pixels.samples16) : meanOf(pixels.samples8);
}

// The part of the model's input that the resized part of the picture covers, along one axis.
struct Span {
    int first = 0; // of the input
    int count = 0;
};

Span covered(std::int64_t resized, std::int64_t offset, int input) {
    const auto first = std::max<std::int64_t>(0, -offset);
    const auto end = std::min<std::int64_t>(input, resized - offset);
    return {static_cast<int>(first), static_cast<int>(end - first)};
}

// 3 x height x width in [0,1]
std::vector<float> place(const Picture::Pixels& pixels, const Placement& p, const PictureSpec& spec) {
    const Span columns = covered(p.resizedWidth, p.left, spec.width);
    const Span rows = covered(p.resizedHeight, p.top, spec.height);
    const ResizeFilter filter = spec.resize.filter;
    std::vector<float> part =
        resample(pixels, resampleAxis(p.x, p.width, p.resizedWidth, p.left + columns.first, columns.count, filter),
                 resampleAxis(p.y, p.height, p.resizedHeight, p.top + rows.first, rows.count, filter));
    if (columns.count == spec.width && rows.count == spec.height)
        return part;

    const std::array<float, 3> fill = meanColour(pixels);
    const std::size_t plane = static_cast<std::size_t>(spec.width) * static_cast<std::size_t>(spec.height);
    std::vector<float> canvas(3 * plane);
    auto from = part.cbegin();
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::fill_n(canvas.begin() + static_cast<std::ptrdiff_t>(channel * plane), plane, fill[channel]);
        for (int y = rows.first; y < rows.first + rows.count; ++y, from += columns.count)
            std::copy_n(from, columns.count,
                        canvas.begin() + static_cast<std::ptrdiff_t>(channel * plane) +
                            static_cast<std::ptrdiff_t>(y) * spec.width + columns.first);
    }
    return canvas;
}

// ITU-R BT.601 luma, which Pillow's mode "L" is.
std::vector<float> greyOf(const std::vector<float>& rgb) {
    const std::size_t plane = rgb.size() / 3;
    std::vector<float> grey(plane);
    for (std::size_t i = 0; i < plane; ++i)
        grey[i] = std::min(1.0F, 0.299F * rgb[i] + 0.587F * rgb[plane + i] + 0.114F * rgb[2 * plane + i]);
    return grey;
}

void mapInto(const ValueRange& range, std::vector<float>& values) {
    const auto low = static_cast<float>(range.low);
    const auto span = static_cast<float>(range.high - range.low);
    for (float& value : values)
        value = low + value * span;
}

InputGeometry geometryOf(const Placement& p, const PictureSpec& spec) {
    // Multiplied first: a whole picture then is as wide as it is, to the last bit.
    const auto inPicture = [](std::int64_t count, int length, std::int64_t resized) {
        return static_cast<double>(count) * length / static_cast<double>(resized);
    };
    return {.modelWidth = spec.width,
            .modelHeight = spec.height,
            .source = {.x = p.x + inPicture(p.left, p.width, p.resizedWidth),
                       .y = p.y + inPicture(p.top, p.height, p.resizedHeight),
                       .width = inPicture(spec.width, p.width, p.resizedWidth),
                       .height = inPicture(spec.height, p.height, p.resizedHeight)}};
}

} // namespace

PreparedInput prepareInput(const Picture& picture, const PictureSpec& spec, const Crop& crop) {
    assert(!picture.empty() && spec.width > 0 && spec.height > 0);
    if (spec.channels != 1 && spec.channels != 3)
        throw Error(ErrorCode::ModelInput, picture.name(),
                    fmt::format("is a picture, but the model takes {} channels", spec.channels),
                    "Choose a model that takes 1 or 3 channels");
    try {
        const Placement placement = placementOf(picture.width(), picture.height(), spec, crop);
        std::vector<float> values = place(*picture.pixels(), placement, spec);
        if (spec.channels == 1)
            values = greyOf(values);
        mapInto(spec.range, values);
        ArrayLayout layout = pictureLayout(spec.channels, spec.height, spec.width);
        layout.range = spec.range;
        return {Array::fromHost(std::move(layout), std::move(values)), geometryOf(placement, spec)};
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::Memory, picture.name(), "does not fit into the memory as the model's input",
                    "Close other programs, or choose a smaller input size");
    }
}

} // namespace blurig
