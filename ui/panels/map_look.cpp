// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/map_look.h"

#include <algorithm>

namespace blurig::ui {

const ColorMap& colorsOf(const DisplayChoice& display) {
    const auto maps = colorMaps();
    const auto found = std::find_if(maps.begin(), maps.end(), [&](const ColorMap& map) {
        return map.kind == ColorMap::Kind::Diverging && (display.colorMap.empty() || map.id == display.colorMap);
    });
    return found == maps.end() ? maps.front() : *found;
}

ChannelReduction reductionOf(const DisplayChoice& display) {
    return display.reduction == "absolute" ? ChannelReduction::Absolute : ChannelReduction::Sum;
}

double limitOf(const Array& map, const DisplayChoice& display) {
    const double limit = clipLimit(reduceChannels(map, reductionOf(display)), display.clipPercentile);
    return limit > 0 ? limit : 1.0;
}

} // namespace blurig::ui
