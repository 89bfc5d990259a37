// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_options.h"

#include "core/error.h"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <array>
#include <charconv>

namespace blurig {

namespace {

Error badCrop(std::string_view text) {
    return Error(ErrorCode::Argument, "--crop", fmt::format("\"{}\" is not a crop", text),
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

void CropOption::declare(CLI::App& app) {
    app.add_option("--crop", m_text,
                   "Part of the picture that the model sees: card (the rule of its card), padded or squashed (the "
                   "whole picture), or a rectangle X,Y,WIDTH,HEIGHT in pixels of the picture")
        ->type_name("CROP")
        ->capture_default_str();
}

Crop CropOption::crop() const {
    return parseCrop(m_text);
}

void ColoursOption::declare(CLI::App& app) {
    app.add_option("--colours", m_text,
                   "Colours of a picture with a colour profile or gamma: used as-stored, like the pictures that most "
                   "models were trained on, or converted to srgb")
        ->type_name("as-stored|srgb")
        ->capture_default_str();
}

PictureOptions ColoursOption::options() const {
    return {.colours = parseColours(m_text, "--colours")};
}

Crop parseCrop(std::string_view text) {
    for (const CropRule rule : {CropRule::Card, CropRule::WholePadded, CropRule::WholeSquashed})
        if (name(rule) == text)
            return {rule, {}};
    return {CropRule::Rectangle, parseRectangle(text)};
}

std::string_view name(CropRule rule) {
    switch (rule) {
    case CropRule::Card:
        return "card";
    case CropRule::WholePadded:
        return "padded";
    case CropRule::WholeSquashed:
        return "squashed";
    case CropRule::Rectangle:
        break;
    }
    return "rectangle";
}

} // namespace blurig
