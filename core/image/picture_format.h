// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"

#include <span>
#include <string_view>

namespace blurig {

// One kind of picture file that is read.
struct PictureFormat {
    std::string_view name;                        // "a JPEG": as it stands in a sentence
    std::span<const std::string_view> extensions; // lower case, with the dot
    bool (*matches)(std::span<const std::byte> bytes);
    RawPicture (*decode)(const PictureSource& source);
};

// All of them, one line each.
std::span<const PictureFormat> pictureFormats();

// The format whose signature the bytes begin with; null if none.
const PictureFormat* formatOf(std::span<const std::byte> bytes);

// Each throws Error: PictureSize before anything large is allocated, DamagedPicture for whatever is not whole.
RawPicture decodePng(const PictureSource& source);
RawPicture decodeJpeg(const PictureSource& source);
RawPicture decodeWebp(const PictureSource& source); // first frame
RawPicture decodeTiff(const PictureSource& source); // first page; integer samples
RawPicture decodeBmp(const PictureSource& source);
RawPicture decodePnm(const PictureSource& source); // P1 to P6
RawPicture decodeGif(const PictureSource& source); // first frame

} // namespace blurig
