// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"

#include <cstdint>
#include <span>

namespace blurig {

// What an EXIF block says: the orientation (1 to 8) into raw.orientation, and Adobe RGB into raw.stated where nothing
// stands there yet. A block that cannot be read leaves a note. `exif` begins with the TIFF header ("II" or "MM"), with
// or without "Exif\0\0" before it.
void readExif(RawPicture& raw, std::span<const std::uint8_t> exif);

} // namespace blurig
