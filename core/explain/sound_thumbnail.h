// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"

#include <filesystem>

namespace blurig {

// A sound's spectrogram by the front end's defaults, as a small picture for lists of files. Throws what reading throws.
Raster soundThumbnail(const std::filesystem::path& file);

} // namespace blurig
