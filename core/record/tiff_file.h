// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace blurig {

// C x H x W as 32-bit float grey, not compressed, one page a channel: ImageJ opens it as a stack, tifffile,
// scikit-image and napari as an array of that shape. A batch continues with the pages of its next array.
std::vector<std::byte> encodeTiff(const Array& array);
void writeTiff(const std::filesystem::path& file, const Array& array); // throws Error (UnwritableFile)

// 32-bit float grey, a page a channel, all of one size. Throws Error (UnreadableFile, Argument).
Array readTiff(const std::filesystem::path& file);

} // namespace blurig
