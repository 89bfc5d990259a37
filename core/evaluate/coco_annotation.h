// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace blurig {

struct CocoFile {
    std::map<std::string, Annotation> photos; // by the photo's file name
    std::vector<std::string> notes;           // objects that were left out, and why
};

// COCO's JSON of instances: boxes, polygons, and masks of runs, compressed or not. What is crowd is left out. An
// object's name is its category's. Throws Error (UnreadableFile, Argument).
CocoFile readCocoAnnotations(const std::filesystem::path& file);

} // namespace blurig
