// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"

#include <filesystem>

namespace blurig {

// PASCAL VOC's XML, as ImageNet has it: the object's name is a WordNet id, boxes count pixels from 1 with both ends
// inside. Entities are not expanded, and nothing outside of the file is read. Throws Error (UnreadableFile, Argument).
Annotation readVocAnnotation(const std::filesystem::path& file);

} // namespace blurig
