// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/map_look.h"

#include "core/explain/display.h"
#include "core/record/look_defaults.h"

#include <QCoreApplication>

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

LookKind lookKindOf(const DisplayChoice& display) {
    return known(display).look;
}

DisplayChoice displayOfValues(const DisplayChoice& display) {
    return lookKindOf(display) == LookKind::Region ? displayOfLook("signed") : display;
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
            .kind = lookKindOf(display),
            .opacity = display.opacity,
            .topArea = display.topArea,
            .badge = display.smoothing > 0 ? QCoreApplication::translate("Captions", "smoothed %1 px for viewing")
                                                 .arg(QString::number(display.smoothing))
                                           : QString()};
}

} // namespace blurig::ui
