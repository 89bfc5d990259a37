// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/colour_conversion.h"
#include "core/image/picture_spec.h"
#include "core/methods/baseline.h"

#include <filesystem>
#include <string>

namespace blurig {

// The picture of a baseline "own", its colours treated as the explained picture's, prepared by the card's rule; its
// name holds the file's hash. `sha256`: that the file must have; empty: any. Throws what reading and preparing a
// picture throws, and Error (Argument) for another file than the recorded one.
Baseline readOwnBaseline(const std::filesystem::path& file, const std::string& sha256, const PictureSpec& spec,
                         ColourConversion colours);

} // namespace blurig
