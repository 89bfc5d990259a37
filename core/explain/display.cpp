// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/display.h"

#include "core/render/map_render.h"

#include <fmt/format.h>

namespace blurig {

Array Display::plane(const Array& map) const {
    return signPart(reduceChannels(map, reduction), part);
}

ClipRange Display::range(const Array& plane) const {
    return clipRange(plane, clipLowPercentile, clipPercentile);
}

MapDrawing Display::drawing(const ClipRange& range) const {
    return {.colors = colors, .range = range, .style = style, .opacity = opacity, .topArea = topArea};
}

SheetBar Display::bar(const std::optional<ClipRange>& range, const std::string& target) const {
    const bool isSigned = part == SignPart::Signed;
    SheetBar bar{.colors = colors, .low = "0", .middle = isSigned ? "0" : "", .high = "high"};
    if (isSigned)
        bar.low = range ? fmt::format("{:.2g}", -range->limit) : "low";
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
    if (style == DrawingStyle::Masked)
        words += fmt::format(", top {} % of the picture", topArea);
    if (style == DrawingStyle::Contour)
        words += fmt::format(", outlined where the smoothed map has its top {} %", topArea);
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
    display.colors = &fittingColorMap(choice.colorMap, colorsFor(display.part));
    display.clipLowPercentile = choice.clipLowPercentile;
    display.clipPercentile = choice.clipPercentile;
    display.style = readWord(reading, display.style, [&choice] { return parseDrawingStyle(choice.style); });
    display.opacity = choice.opacity;
    display.topArea = choice.topArea;
    return display;
}

} // namespace blurig
