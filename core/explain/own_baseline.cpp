// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/own_baseline.h"

#include "core/image/preprocess.h"
#include "core/record/session_file.h"

namespace blurig {

Baseline readOwnBaseline(const std::filesystem::path& file, const std::string& sha256, const PictureSpec& spec,
                         ColourConversion colours) {
    const Picture picture = readPicture(file, {.colours = colours});
    requireSameFile("picture", file.string(), sha256, picture.sha256(), "the baseline");
    return {.name = "own image " + file.filename().string() + " (sha256 " + picture.sha256() + ")",
            .image = prepareInput(picture, spec, {}).z,
            .sha256 = picture.sha256()};
}

} // namespace blurig
