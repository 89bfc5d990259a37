// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/colour_conversion.h"

#include "core/error.h"

#include <fmt/format.h>

namespace blurig {

std::string_view name(ColourConversion conversion) {
    return conversion == ColourConversion::ToSrgb ? "srgb" : "as-stored";
}

ColourConversion parseColours(std::string_view text, const std::string& where) {
    for (const ColourConversion conversion : {ColourConversion::AsStored, ColourConversion::ToSrgb})
        if (name(conversion) == text)
            return conversion;
    throw Error(ErrorCode::Argument, where, fmt::format("there is no conversion of colours \"{}\"", text),
                "Give as-stored or srgb");
}

} // namespace blurig
