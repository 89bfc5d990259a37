// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/map_look.h"

#include "core/render/map_drawing.h"

#include <algorithm>
#include <array>

namespace blurig::ui {

namespace {

// The value whose name is the word; the first where none is.
template <typename Value, std::size_t count> Value named(const std::string& word, const std::array<Value, count>& all) {
    const auto found = std::ranges::find_if(all, [&word](Value value) { return name(value) == word; });
    return found == all.end() ? all.front() : *found;
}

} // namespace

const ColorMap& colorsOf(const DisplayChoice& display) {
    return fittingColorMap(display.colorMap, colorsFor(partOf(display)));
}

ChannelReduction reductionOf(const DisplayChoice& display) {
    return named(display.reduction, channelReductions);
}

SignPart partOf(const DisplayChoice& display) {
    return shownPart(named(display.part, signParts), reductionOf(display));
}

DrawingStyle styleOf(const DisplayChoice& display) {
    return named(display.style, drawingStyles);
}

Array planeOf(const Array& map, const DisplayChoice& display) {
    return signPart(reduceChannels(map, reductionOf(display)), partOf(display));
}

ClipRange rangeOf(const Array& map, const DisplayChoice& display) {
    return clipRange(planeOf(map, display), display.clipLowPercentile, display.clipPercentile);
}

ImagePane::MapLook lookOf(const DisplayChoice& display, const ClipRange& range) {
    return {.colors = &colorsOf(display),
            .range = range,
            .style = styleOf(display),
            .opacity = display.opacity,
            .topArea = display.topArea};
}

} // namespace blurig::ui
