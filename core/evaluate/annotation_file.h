// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"

#include <filesystem>

namespace blurig {

class Picture;

// Of a file with what is marked in one photo, by its ending: PASCAL VOC's XML, COCO's JSON (the photo is found by its
// name without the ending), or a mask as a picture. Throws Error: what reading throws; Argument where nothing in it is
// of this photo, or it is for a photo of another size.
Annotation readAnnotation(const std::filesystem::path& file, const Picture& photo);

} // namespace blurig
