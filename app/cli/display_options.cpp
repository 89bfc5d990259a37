// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/display_options.h"

#include "app/cli/error_place.h"
#include "core/render/map_render.h"

#include <CLI/App.hpp>
#include <fmt/ranges.h>

namespace blurig {

namespace {

bool inside(double value, double low, double high) {
    return value >= low && value <= high;
}

std::vector<std::string> fittingIds(ColorMap::Kind kind) {
    std::vector<std::string> ids;
    for (const ColorMap& map : colorMaps())
        if (map.kind == kind)
            ids.push_back(map.id);
    return ids;
}

} // namespace

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

Display displayOf(const DisplayChoice& choice) {
    Display display;
    display.reduction = parseChannelReduction(choice.reduction);
    display.part = shownPart(parseSignPart(choice.part), display.reduction);
    if (!choice.colorMap.empty())
        colorMapById(choice.colorMap);
    display.colors = &fittingColorMap(choice.colorMap, colorsFor(display.part));
    display.clipLowPercentile = choice.clipLowPercentile;
    display.clipPercentile = choice.clipPercentile;
    display.style = parseDrawingStyle(choice.style);
    display.opacity = choice.opacity;
    display.topArea = choice.topArea;
    return display;
}

DisplayOptions::DisplayOptions(DrawingStyle style) {
    m_choice.style = name(style);
}

void DisplayOptions::declare(CLI::App& app) {
    const auto option = [&app](const char* flag, auto& value, const std::string& help, const std::string& type) {
        app.add_option(flag, value, help)->type_name(type)->capture_default_str()->group("Display");
    };
    option("--color-map", m_choice.colorMap,
           fmt::format("Colours of maps: {}; of maps with one sign: {} (default: the first)",
                       fmt::join(fittingIds(ColorMap::Kind::Diverging), ", "),
                       fmt::join(fittingIds(ColorMap::Kind::Sequential), ", ")),
           "ID");
    option("--channels", m_choice.reduction, "Reduction of the channels to one plane", "sum|absolute");
    option("--sign", m_choice.part, "Which values of the plane are shown", "signed|positive|negative|absolute");
    option("--clip", m_choice.clipPercentile, "Percentile of the magnitude at which the colours end", "PERCENT");
    option("--clip-low", m_choice.clipLowPercentile, "Percentile of the magnitude below which a pixel is drawn as zero",
           "PERCENT");
    option("--style", m_choice.style, "How the map and the picture are drawn", "map|overlay|masked|contour");
    option("--opacity", m_choice.opacity, "Opacity of the map over the picture, 0 to 1", "X");
    option("--top-area", m_choice.topArea, "Size of the top area of masked and contour, in percent of the picture",
           "PERCENT");
}

void DisplayOptions::checkNumbers() const {
    if (!inside(m_choice.clipPercentile, 0, 100))
        throw Error(ErrorCode::Argument, "--clip", "is not a percentile", "Give a number from 0 to 100");
    if (!inside(m_choice.clipLowPercentile, 0, m_choice.clipPercentile))
        throw Error(ErrorCode::Argument, "--clip-low", "is not a percentile below that of --clip",
                    fmt::format("Give a number from 0 to {}", m_choice.clipPercentile));
    if (!inside(m_choice.opacity, 0, 1))
        throw Error(ErrorCode::Argument, "--opacity", "is not an opacity", "Give a number from 0 to 1");
    if (!(m_choice.topArea > 0) || !inside(m_choice.topArea, 0, 100))
        throw Error(ErrorCode::Argument, "--top-area", "is not a share of the picture",
                    "Give a number above 0, up to 100");
}

Display DisplayOptions::display() const {
    checkNumbers();
    asOption("--channels", [this] { return parseChannelReduction(m_choice.reduction); });
    asOption("--sign", [this] { return parseSignPart(m_choice.part); });
    asOption("--style", [this] { return parseDrawingStyle(m_choice.style); });
    const Display display = asOption("--color-map", [this] { return displayOf(m_choice); });
    if (!m_choice.colorMap.empty() && display.colors->id != m_choice.colorMap)
        throw Error(ErrorCode::Argument, "--color-map",
                    fmt::format("{} does not fit values that are {}", m_choice.colorMap, name(display.part)),
                    fmt::format("Choose one of {}", fmt::join(fittingIds(colorsFor(display.part)), ", ")));
    return display;
}

} // namespace blurig
