// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/map_look.h"

#include "core/explain/display.h"

namespace blurig::ui {

namespace {

Display known(const DisplayChoice& display) {
    return displayOf(display, Reading::Lenient);
}

} // namespace

const ColorMap& colorsOf(const DisplayChoice& display) {
    return *known(display).colors;
}

ChannelReduction reductionOf(const DisplayChoice& display) {
    return known(display).reduction;
}

SignPart partOf(const DisplayChoice& display) {
    return known(display).part;
}

DrawingStyle styleOf(const DisplayChoice& display) {
    return known(display).style;
}

Array planeOf(const Array& map, const DisplayChoice& display) {
    return known(display).plane(map);
}

ClipRange rangeOf(const Array& map, const DisplayChoice& display) {
    const Display how = known(display);
    return how.range(how.plane(map));
}

ImagePane::MapLook lookOf(const DisplayChoice& display, const ClipRange& range) {
    return {.colors = &colorsOf(display),
            .range = range,
            .style = styleOf(display),
            .opacity = display.opacity,
            .topArea = display.topArea};
}

} // namespace blurig::ui
