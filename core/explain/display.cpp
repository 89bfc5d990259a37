// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/display.h"

#include "core/record/look_defaults.h"
#include "core/render/map_render.h"
#include "core/render/smoothing.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

Array Display::numbers(const Array& map) const {
    return signPart(reduceChannels(map, reduction), part);
}

Array Display::plane(const Array& map) const {
    return smoothed(numbers(map), smoothing);
}

Display Display::ofValues() const {
    return look == LookKind::Region ? displayOf(displayOfLook("pixels"), Reading::Lenient) : *this;
}

ClipRange Display::range(const Array& plane) const {
    return clipRange(plane, clipLowPercentile, clipPercentile);
}

Look Display::drawing(const ClipRange& range) const {
    return {.kind = look, .colors = colors, .range = range, .opacity = opacity, .topArea = topArea};
}

SheetBar Display::bar(const std::optional<ClipRange>& range, const std::string& target) const {
    const bool isSigned = part == SignPart::Signed;
    const bool fromLow = look == LookKind::Region;
    SheetBar bar{.colors = colors, .low = fromLow ? "low" : "0", .middle = isSigned ? "0" : "", .high = "high"};
    if (isSigned)
        bar.low = range ? fmt::format("{:.2g}", -range->limit) : "low";
    else if (fromLow && range)
        bar.low = fmt::format("{:.2g}", range->low);
    if (range)
        bar.high = fmt::format("{:.2g}", range->limit);
    if (target.empty())
        return bar;
    bar.highWords = part == SignPart::Negative   ? "speaks against " + target
                    : part == SignPart::Absolute ? "for or against " + target
                                                 : "supports " + target;
    if (isSigned)
        bar.lowWords = "speaks against " + target;
    return bar;
}

std::string Display::description() const {
    std::string words = reduction == ChannelReduction::Sum ? "sum over channels" : "sum of absolute values";
    if (part != SignPart::Signed && reduction == ChannelReduction::Sum)
        words += fmt::format(", {}", name(part));
    words += fmt::format(", colours {} clipped at ", colors->id);
    words += clipLowPercentile > 0 ? fmt::format("{} and {} %", clipLowPercentile, clipPercentile)
                                   : fmt::format("{} %", clipPercentile);
    if (smoothing > 0)
        words += fmt::format(", smoothed {} px (of 224) for viewing", smoothing);
    if (look == LookKind::Masked)
        words += fmt::format(", top {} % of the picture", topArea);
    if (look == LookKind::Outline)
        words += fmt::format(", outlined where the map has its top {} %", topArea);
    return words;
}

Display displayOf(const DisplayChoice& choice, Reading reading) {
    Display display;
    display.reduction =
        readWord(reading, display.reduction, [&choice] { return parseChannelReduction(choice.reduction); });
    display.part =
        shownPart(readWord(reading, display.part, [&choice] { return parseSignPart(choice.part); }), display.reduction);
    if (reading == Reading::Strict && !choice.colorMap.empty())
        colorMapById(choice.colorMap);
    display.look = readWord(reading, display.look, [&choice] { return parseLookKind(choice.look); });
    if (display.look == LookKind::Region && display.part == SignPart::Signed)
        display.part = SignPart::Absolute; // a region has no sign
    display.colors = &fittingColorMap(choice.colorMap, colorsFor(display.part));
    display.clipLowPercentile = choice.clipLowPercentile;
    display.clipPercentile = choice.clipPercentile;
    display.smoothing = std::clamp(choice.smoothing, 0.0, greatestSmoothing);
    display.opacity = choice.opacity;
    display.topArea = choice.topArea;
    return display;
}

} // namespace blurig
