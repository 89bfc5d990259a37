// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/array_file.h"

#include "core/error.h"
#include "core/record/npy.h"
#include "core/record/tiff_file.h"

#include <algorithm>
#include <cctype>

namespace blurig {

void writeArray(const std::filesystem::path& file, const Array& array) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".npy")
        writeNpy(file, array);
    else if (ending == ".tif" || ending == ".tiff")
        writeTiff(file, array);
    else
        throw Error(ErrorCode::Argument, file.string(), "its extension is not that of a supported array format",
                    "Use the extension .npy, .tif or .tiff");
}

} // namespace blurig
