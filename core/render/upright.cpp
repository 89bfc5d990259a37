// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/upright.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace blurig {

namespace {

constexpr std::int64_t stripWidth = 1200;
constexpr std::int64_t stripHeight = 120;

Array flipped(const Array& array) {
    ArrayLayout layout = array.layout();
    const auto rows = static_cast<std::size_t>(layout.axes[0].size);
    const auto width = static_cast<std::size_t>(layout.axes[1].size);
    const std::span<const float> from = array.host();
    std::vector<float> values(from.size());
    for (std::size_t line = 0; line < from.size() / width; ++line) {
        const std::size_t channel = line / rows;
        const std::size_t to = channel * rows + (rows - 1 - line % rows);
        std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(line * width), width,
                    values.begin() + static_cast<std::ptrdiff_t>(to * width));
    }
    return Array::fromHost(std::move(layout), std::move(values));
}

Array strip(const Array& signal) {
    ArrayLayout layout = signal.layout();
    const std::int64_t length = layout.axes[1].size;
    const std::int64_t width = std::min(length, stripWidth);
    layout.axes[0].size = stripHeight;
    layout.axes[1].size = width;
    layout.axes[1].step *= static_cast<double>(length) / static_cast<double>(width);
    std::vector<float> values;
    for (std::int64_t channel = 0; channel < layout.channels; ++channel) {
        const std::span<const float> line =
            signal.host().subspan(static_cast<std::size_t>(channel * length), static_cast<std::size_t>(length));
        std::vector<float> row;
        for (std::int64_t column = 0; column < width; ++column) {
            const auto from = static_cast<std::size_t>(column * length / width);
            const auto to = static_cast<std::size_t>((column + 1) * length / width);
            row.push_back(*std::ranges::max_element(line.subspan(from, to - from), {},
                                                    [](float value) { return std::abs(value); }));
        }
        for (std::int64_t y = 0; y < stripHeight; ++y)
            values.insert(values.end(), row.begin(), row.end());
    }
    return Array::fromHost(std::move(layout), std::move(values));
}

} // namespace

bool isSpectrogram(const ArrayLayout& layout) {
    return layout.axes.size() == 2 && layout.axes[0].name == "frequency";
}

bool isSignal(const ArrayLayout& layout) {
    const std::vector<Axis>& axes = layout.axes;
    return axes.size() == 2 && axes[0].name == "row" && axes[0].size == 1 && axes[1].name == "time";
}

Array upright(const Array& array) {
    if (isSpectrogram(array.layout()))
        return flipped(array);
    return isSignal(array.layout()) ? strip(array) : array;
}

} // namespace blurig
