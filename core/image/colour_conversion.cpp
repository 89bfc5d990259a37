// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/colour_conversion.h"

#include "core/error.h"
#include "core/words.h"

#include <fmt/format.h>

namespace blurig {

namespace {

constexpr Words<ColourConversion, 2> words{
    {{ColourConversion::AsStored, "as-stored"}, {ColourConversion::ToSrgb, "srgb"}}};

} // namespace

std::string_view name(ColourConversion conversion) {
    return wordOf(words, conversion);
}

ColourConversion parseColours(std::string_view text, const std::string& where) {
    if (const auto conversion = valueOf(words, text))
        return *conversion;
    throw Error(ErrorCode::Argument, where, fmt::format("there is no conversion of colours \"{}\"", text),
                "Give " + listOf(words));
}

} // namespace blurig
