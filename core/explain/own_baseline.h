// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/colour_conversion.h"
#include "core/methods/baseline.h"
#include "core/model/model_info.h"

#include <filesystem>
#include <string>

namespace blurig {

// The picture of a baseline "own"; read when a run begins.
struct OwnBaselineFile {
    std::filesystem::path file;                            // empty: none
    std::string sha256;                                    // that it must have; empty: any
    ColourConversion colours = ColourConversion::AsStored; // as the explained picture's

    bool operator==(const OwnBaselineFile&) const = default;
};

// Prepared by the rule of the model's card; its name holds the file's hash. Empty where there is no file. Throws what
// reading and preparing a picture throws, and Error (Argument) for another file than the recorded one.
Baseline readOwnBaseline(const OwnBaselineFile& own, const ModelInfo& model);

} // namespace blurig
