// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/display_options.h"

#include "app/cli/error_place.h"
#include "app/cli/option_list.h"

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

DisplayOptions::DisplayOptions(DrawingStyle style) {
    m_choice.style = name(style);
}

void DisplayOptions::declare(OptionList& options) {
    const auto option = [&](const char* flag, auto& value, const std::string& help, const std::string& type) {
        options.add({.name = flag, .help = help, .value = type, .group = "Display"}, value);
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
    const Display display = asOption("--color-map", [this] { return displayOf(m_choice, Reading::Strict); });
    if (!m_choice.colorMap.empty() && display.colors->id != m_choice.colorMap)
        throw Error(ErrorCode::Argument, "--color-map",
                    fmt::format("{} does not fit values that are {}", m_choice.colorMap, name(display.part)),
                    fmt::format("Choose one of {}", fmt::join(fittingIds(colorsFor(display.part)), ", ")));
    return display;
}

} // namespace blurig
