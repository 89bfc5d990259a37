// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/array_file.h"

#include "core/error.h"
#include "core/lower_ending.h"
#include "core/record/npy.h"
#include "core/record/tiff_file.h"

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

bool isNamedAsTiff(const std::filesystem::path& file) {
    const std::string ending = lowerEnding(file);
    return ending == ".tif" || ending == ".tiff";
}

} // namespace

void writeArray(const std::filesystem::path& file, const Array& array) {
    if (lowerEnding(file) == ".npy")
        writeNpy(file, array);
    else if (isNamedAsTiff(file))
        writeTiff(file, array);
    else
        throw Error(ErrorCode::Argument, file.string(), "its extension is not that of a supported array format",
                    "Use the extension .npy, .tif or .tiff");
}

Array readMap(const std::filesystem::path& file) {
    Array map = isNamedAsTiff(file) ? readTiff(file) : readNpy(file);
    if (!std::ranges::all_of(map.host(), [](float value) { return std::isfinite(value); }))
        throw Error(ErrorCode::Argument, file.string(), "holds values that are not numbers (NaN or infinity)",
                    "Give maps of finite numbers");
    return map;
}

} // namespace blurig
