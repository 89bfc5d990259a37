// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/annotation_file.h"

#include "core/error.h"
#include "core/evaluate/coco_annotation.h"
#include "core/evaluate/mask_picture.h"
#include "core/evaluate/voc_annotation.h"
#include "core/image/picture.h"
#include "core/lower_ending.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace fs = std::filesystem;

namespace {

Annotation ofCoco(const fs::path& file, const Picture& photo) {
    const fs::path stem = fs::path(photo.name()).stem();
    const CocoFile coco = readCocoAnnotations(file);
    const auto found =
        std::ranges::find_if(coco.photos, [&](const auto& known) { return fs::path(known.first).stem() == stem; });
    if (found == coco.photos.end())
        throw Error(ErrorCode::Argument, file.string(),
                    fmt::format("says nothing about a photo called \"{}\"", stem.string()),
                    "Give the file that holds this photo's annotations");
    return found->second;
}

} // namespace

Annotation readAnnotation(const fs::path& file, const Picture& photo) {
    const std::string ending = lowerEnding(file);
    Annotation read = ending == ".xml"    ? readVocAnnotation(file)
                      : ending == ".json" ? ofCoco(file, photo)
                                          : readMaskPicture(file);
    if (read.width > 0 && read.height > 0 && (read.width != photo.width() || read.height != photo.height()))
        throw Error(ErrorCode::Argument, file.string(),
                    fmt::format("is for a photo of {} x {} pixels, but this one has {} x {}", read.width, read.height,
                                photo.width(), photo.height()),
                    "Give the annotation of this photo");
    return read;
}

} // namespace blurig
