// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"

#include <filesystem>

namespace blurig {

// A mask as a picture of the photo's size: what is brighter than half is inside.
Annotation readMaskPicture(const std::filesystem::path& file); // throws Error as readPicture
// PNG, white inside. Throws Error (UnwritableFile).
void writeMaskPicture(const std::filesystem::path& file, const Mask& mask);

} // namespace blurig
