// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/display_options.h"

#include "app/cli/error_place.h"
#include "app/cli/option_list.h"
#include "core/record/look_defaults.h"
#include "core/render/smoothing.h"

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

void checkNumbers(const DisplayChoice& choice) {
    if (!inside(choice.clipPercentile, 0, 100))
        throw Error(ErrorCode::Argument, "--clip", "is not a percentile", "Give a number from 0 to 100");
    if (!inside(choice.clipLowPercentile, 0, choice.clipPercentile))
        throw Error(ErrorCode::Argument, "--clip-low", "is not a percentile below that of --clip",
                    fmt::format("Give a number from 0 to {}", choice.clipPercentile));
    if (!inside(choice.smoothing, 0, greatestSmoothing))
        throw Error(ErrorCode::Argument, "--smooth", "is not a smoothing",
                    fmt::format("Give a number from 0 to {}", greatestSmoothing));
    if (!inside(choice.opacity, 0, 1))
        throw Error(ErrorCode::Argument, "--opacity", "is not an opacity", "Give a number from 0 to 1");
    if (!(choice.topArea > 0) || !inside(choice.topArea, 0, 100))
        throw Error(ErrorCode::Argument, "--top-area", "is not a share of the picture",
                    "Give a number above 0, up to 100");
}

} // namespace

void DisplayOptions::declare(OptionList& options) {
    const auto words = [](const char* name, const std::string& help, const std::string& value) {
        return OptionWords{.name = name, .help = help, .value = value, .group = "Display"};
    };
    options.add(words("--look",
                      "How maps become pictures; it decides the defaults of the options below. region: magnitudes over "
                      "the dimmed photo; signed: two hues over it; pixels: the map alone; outline and masked: its top "
                      "area of the photo; overlay: over the grey photo",
                      "region|signed|pixels|outline|masked|overlay"),
                m_look);
    options.add(words("--smooth",
                      "Smoothing of what is painted, 0 to 8 px of a side of 224; arrays and numbers stay raw", "PX"),
                m_smoothing);
    options.add(words("--color-map",
                      fmt::format("Colours of maps: {}; of maps with one sign: {} (default: the first)",
                                  fmt::join(fittingIds(ColorMap::Kind::Diverging), ", "),
                                  fmt::join(fittingIds(ColorMap::Kind::Sequential), ", ")),
                      "ID"),
                m_colorMap);
    options.add(words("--channels", "Reduction of the channels to one plane", "sum|absolute"), m_reduction);
    options.add(words("--sign", "Which values of the plane are shown", "signed|positive|negative|absolute"), m_part);
    options.add(words("--clip", "Percentile of the magnitude at which the colours end", "PERCENT"), m_clip);
    options.add(words("--clip-low", "Percentile of the magnitude below which a pixel is drawn as zero", "PERCENT"),
                m_clipLow);
    options.add(words("--opacity", "Opacity of the map over the picture, 0 to 1", "X"), m_opacity);
    options.add(words("--top-area", "Size of the top area of outline and masked, in percent of the picture", "PERCENT"),
                m_topArea);
}

DisplayChoice DisplayOptions::choice() const {
    DisplayChoice choice = displayOfLook(m_look);
    choice.look = m_look;
    choice.colorMap = m_colorMap;
    choice.reduction = m_reduction.value_or(choice.reduction);
    if (m_part) { // which absolute values would not have
        choice.part = *m_part;
        if (!m_reduction)
            choice.reduction = std::string(name(ChannelReduction::Sum));
    }
    choice.smoothing = m_smoothing.value_or(choice.smoothing);
    choice.clipPercentile = m_clip.value_or(choice.clipPercentile);
    choice.clipLowPercentile = m_clipLow.value_or(choice.clipLowPercentile);
    choice.opacity = m_opacity.value_or(choice.opacity);
    choice.topArea = m_topArea.value_or(choice.topArea);
    return choice;
}

Display DisplayOptions::display() const {
    const DisplayChoice choice = this->choice();
    checkNumbers(choice);
    asOption("--channels", [&] { return parseChannelReduction(choice.reduction); });
    asOption("--sign", [&] { return parseSignPart(choice.part); });
    const LookKind look = asOption("--look", [&] { return parseLookKind(choice.look); });
    if (look == LookKind::Region && m_part == name(SignPart::Signed))
        throw Error(ErrorCode::Argument, "--sign", "a region has no sign",
                    "Choose --look signed, or --sign positive, negative or absolute");
    const Display display = asOption("--color-map", [&] { return displayOf(choice, Reading::Strict); });
    if (!choice.colorMap.empty() && display.colors->id != choice.colorMap)
        throw Error(ErrorCode::Argument, "--color-map",
                    fmt::format("{} does not fit values that are {}", choice.colorMap, name(display.part)),
                    fmt::format("Choose one of {}", fmt::join(fittingIds(colorsFor(display.part)), ", ")));
    return display;
}

} // namespace blurig
