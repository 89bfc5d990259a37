// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/pixels.h"

#include <cstdint>
#include <span>

namespace blurig {

// The orientation (1 to 8) that an EXIF block states; 1 where it states none. `exif` begins with the TIFF header
// ("II" or "MM"), with or without "Exif\0\0" before it.
int exifOrientation(std::span<const std::uint8_t> exif);

// Turns and mirrors the pixels so that a picture stored in this orientation stands upright.
void makeUpright(Picture::Pixels& pixels, int orientation);

} // namespace blurig
