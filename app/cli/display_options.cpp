// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/display_options.h"

#include "app/cli/error_place.h"

#include <CLI/App.hpp>
#include <fmt/ranges.h>

namespace blurig {

std::string Display::description() const {
    return fmt::format("{} over channels, colours {} clipped at {} %",
                       reduction == ChannelReduction::Sum ? "sum" : "sum of absolute values", colors->id,
                       clipPercentile);
}

void DisplayOptions::declare(CLI::App& app) {
    std::vector<std::string> ids;
    for (const ColorMap& map : colorMaps())
        ids.push_back(map.id);
    m_choice.colorMap = ids.front();
    app.add_option("--color-map", m_choice.colorMap, fmt::format("Colours of maps: {}", fmt::join(ids, ", ")))
        ->type_name("ID")
        ->capture_default_str()
        ->group("Display");
    app.add_option("--channels", m_choice.reduction, "How channels become one plane")
        ->type_name("sum|absolute")
        ->capture_default_str()
        ->group("Display");
    app.add_option("--clip", m_choice.clipPercentile, "Percentile of the magnitude where colours end")
        ->type_name("PERCENT")
        ->capture_default_str()
        ->group("Display");
    app.add_option("--opacity", m_choice.opacity, "Of the map over the picture, 0 to 1")
        ->type_name("X")
        ->capture_default_str()
        ->group("Display");
}

Display DisplayOptions::display() const {
    const auto inside = [](double value, double low, double high) { return value >= low && value <= high; };
    if (!inside(m_choice.clipPercentile, 0, 100))
        throw Error(ErrorCode::Argument, "--clip", "is not a percentile", "Give a number from 0 to 100");
    if (!inside(m_choice.opacity, 0, 1))
        throw Error(ErrorCode::Argument, "--opacity", "is not an opacity", "Give a number from 0 to 1");
    const ColorMap& colors =
        asOption("--color-map", [this]() -> const ColorMap& { return colorMapById(m_choice.colorMap); });
    const ChannelReduction reduction =
        asOption("--channels", [this] { return parseChannelReduction(m_choice.reduction); });
    return {&colors, reduction, m_choice.clipPercentile, m_choice.opacity};
}

} // namespace blurig
