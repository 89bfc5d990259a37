// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace blurig {

// What is done with a colour profile or gamma that a picture states.
enum class ColourConversion {
    AsStored, // nothing, as the readers did that most models were trained with
    ToSrgb,   // converted to sRGB (perceptual intent); what states nothing is sRGB already
};

std::string_view name(ColourConversion conversion); // "as-stored", "srgb"
// `where` names the source in the error (Argument).
ColourConversion parseColours(std::string_view text, const std::string& where);

} // namespace blurig
