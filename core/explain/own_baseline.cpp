// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/own_baseline.h"

#include "core/image/preprocess.h"
#include "core/record/session_file.h"

namespace blurig {

Baseline readOwnBaseline(const OwnBaselineFile& own, const ModelInfo& model) {
    if (own.file.empty())
        return {};
    const Picture picture = readPicture(own.file, {.colours = own.colours});
    requireSameFile("picture", own.file.string(), own.sha256, picture.sha256(), "the baseline");
    return {.name = "own image " + own.file.filename().string() + " (sha256 " + picture.sha256() + ")",
            .image = prepareInput(picture, pictureSpec(model), {}).z,
            .sha256 = picture.sha256()};
}

} // namespace blurig
