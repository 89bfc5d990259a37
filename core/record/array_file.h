// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <filesystem>

namespace blurig {

// By the name's ending: .npy (writeNpy), .tif or .tiff (writeTiff). Throws Error (Argument, UnwritableFile).
void writeArray(const std::filesystem::path& file, const Array& array);

// What another program wrote: TIFF by its ending, else NPY. Throws Error (UnreadableFile, Argument), also where a value
// is not finite.
Array readMap(const std::filesystem::path& file);

} // namespace blurig
