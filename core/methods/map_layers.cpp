// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/map_layers.h"

#include "core/error.h"
#include "core/model/edit_distance.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace blurig {

namespace {

constexpr std::size_t nearNames = 4;

bool isMap(const InnerValue& value, AxisOrder axes) {
    if (value.sizes.size() != 3)
        return false;
    const std::size_t height = axes == AxisOrder::Nhwc ? 0 : 1;
    return value.sizes[height] > 1 && value.sizes[height + 1] > 1;
}

bool isInModule(const std::string& layer, std::string_view module) {
    return layer.size() > module.size() && layer.starts_with(module) &&
           (layer[module.size()] == '.' || layer[module.size()] == ':');
}

std::vector<std::string> namesNear(std::string_view name, std::span<const InnerValue> layers) {
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const InnerValue& layer : layers)
        near.emplace_back(editDistance(std::string(name), layer.name), layer.name);
    const std::size_t count = std::min(nearNames, near.size());
    std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(near[i].second);
    return names;
}

} // namespace

std::vector<InnerValue> mapLayers(std::span<const InnerValue> values, AxisOrder axes) {
    std::vector<InnerValue> layers;
    std::ranges::copy_if(values, std::back_inserter(layers), [axes](const auto& value) { return isMap(value, axes); });
    return layers;
}

std::vector<InnerValue> finalMapLayers(std::span<const InnerValue> values, AxisOrder axes) {
    std::vector<InnerValue> layers = mapLayers(values, axes);
    std::erase_if(layers, [](const InnerValue& layer) { return layer.untilAttention; });
    std::ranges::reverse(layers);
    return layers;
}

InnerValue mapLayerNamed(std::string_view name, std::span<const InnerValue> values, AxisOrder axes) {
    const std::vector<InnerValue> layers = mapLayers(values, axes);
    if (const auto found = std::ranges::find(layers, name, &InnerValue::name); found != layers.end())
        return *found;
    const auto last = std::find_if(layers.rbegin(), layers.rend(),
                                   [name](const InnerValue& layer) { return isInModule(layer.name, name); });
    if (last != layers.rend())
        return *last;
    throw Error(ErrorCode::Argument, "layer",
                fmt::format("the model has no layer \"{}\" with height and width{}", name,
                            axes == AxisOrder::Nhwc ? " when read as NHWC" : ""),
                layers.empty() ? "Read its layers with the other axis order, or choose another method"
                               : fmt::format("Near names: {}; blurig info MODEL --layers lists all {}",
                                             fmt::join(namesNear(name, layers), ", "), layers.size()));
}

std::string sizesText(const InnerValue& value) {
    return fmt::format("{}", fmt::join(value.sizes, " x "));
}

} // namespace blurig
