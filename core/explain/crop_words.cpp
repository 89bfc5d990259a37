// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/crop_words.h"

#include "core/words.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace blurig {

namespace {

constexpr Words<CropRule, 4> ruleWords{{{CropRule::Card, "card"},
                                        {CropRule::WholePadded, "padded"},
                                        {CropRule::WholeSquashed, "squashed"},
                                        {CropRule::Rectangle, "rectangle"}}};

Error badCrop(std::string_view text) {
    return Error(ErrorCode::Argument, "crop", fmt::format("\"{}\" is not a crop", text),
                 "Give card, padded, squashed, or X,Y,WIDTH,HEIGHT in pixels of the picture");
}

PixelRect parseRectangle(std::string_view text) {
    std::array<double, 4> numbers{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        if (index > 0 && (at == end || *at++ != ','))
            throw badCrop(text);
        const auto [next, error] = std::from_chars(at, end, numbers[index]);
        if (error != std::errc{})
            throw badCrop(text);
        at = next;
    }
    if (at != end)
        throw badCrop(text);
    return {numbers[0], numbers[1], numbers[2], numbers[3]};
}

} // namespace

std::string_view name(CropRule rule) {
    return wordOf(ruleWords, rule);
}

Crop parseCrop(std::string_view text) {
    const std::optional<CropRule> rule = valueOf(ruleWords, text);
    return rule && rule != CropRule::Rectangle ? Crop{*rule, {}} : Crop{CropRule::Rectangle, parseRectangle(text)};
}

std::string toText(const Crop& crop) {
    const PixelRect& part = crop.rectangle;
    return crop.rule == CropRule::Rectangle ? fmt::format("{},{},{},{}", part.x, part.y, part.width, part.height)
                                            : std::string(name(crop.rule));
}

Crop cropOf(const CropChoice& choice, Reading reading) {
    Crop crop;
    const std::optional<CropRule> rule = valueOf(ruleWords, choice.rule);
    if (!rule && reading == Reading::Strict)
        throw badCrop(choice.rule);
    crop.rule = rule.value_or(CropRule::Card);
    if (crop.rule == CropRule::Rectangle)
        crop.rectangle = {choice.x, choice.y, choice.width, choice.height};
    return crop;
}

CropChoice choiceOf(const Crop& crop) {
    const bool isRectangle = crop.rule == CropRule::Rectangle;
    const PixelRect part = isRectangle ? crop.rectangle : PixelRect();
    return {std::string(name(crop.rule)), part.x, part.y, part.width, part.height};
}

} // namespace blurig
