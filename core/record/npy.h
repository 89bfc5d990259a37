// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <filesystem>

namespace blurig {

// NumPy's format, float32, C order: [N x] C x H x W. Throws Error (UnwritableFile); a file is written whole or not at
// all.
void writeNpy(const std::filesystem::path& file, const Array& array);
// float32 or float64, C order, C x H x W, or H x W as one channel. Throws Error (UnreadableFile, Argument).
Array readNpy(const std::filesystem::path& file);

} // namespace blurig
