// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/colour_conversion.h"
#include "core/image/input_spec.h"
#include "core/methods/baseline.h"

#include <filesystem>

namespace blurig {

// The picture of a baseline "own", its colours treated as the explained picture's, prepared by the card's rule; its
// name holds the file's hash. Throws what reading and preparing a picture throws.
Baseline readOwnBaseline(const std::filesystem::path& file, const InputSpec& spec, ColourConversion colours);

} // namespace blurig
