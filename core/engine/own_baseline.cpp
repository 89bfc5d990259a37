// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/own_baseline.h"

#include "core/image/preprocess.h"

namespace blurig {

Baseline readOwnBaseline(const std::filesystem::path& file, const InputSpec& spec, ColourConversion colours) {
    const Picture picture = readPicture(file, {.colours = colours});
    return {.name = "own image " + file.filename().string() + " (sha256 " + picture.sha256() + ")",
            .image = prepareInput(picture, spec, {}).z};
}

} // namespace blurig
