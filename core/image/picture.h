// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/colour_conversion.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// A decoded photo: RGB, upright (EXIF orientation applied), alpha composited on white. Immutable; copies share pixels.
class Picture {
public:
    struct Pixels; // 8 or 16 bits a sample, interleaved

    Picture() = default; // empty
    Picture(std::shared_ptr<const Pixels> pixels, std::string name, std::string sha256, std::vector<std::string> notes,
            ColourConversion colours);

    bool empty() const { return m_pixels == nullptr; }
    int width() const;
    int height() const;
    const std::string& name() const { return m_name; }     // the file's path, or what stands for it ("clipboard")
    const std::string& sha256() const { return m_sha256; } // of the encoded bytes, lower-case hex
    // What decoding had to decide, for the user: "16 bits a channel", "transparency shown on white", "rotated by
    // EXIF", a colour profile and how much it matters...
    const std::vector<std::string>& notes() const { return m_notes; }
    ColourConversion colours() const { return m_colours; } // as asked for, whether or not the file states any

    // height x width x 3, 8 bits, for display. Valid while any copy of this Picture lives.
    std::span<const std::uint8_t> rgb8() const;

    // The same bytes decoded in the same way; the file may be another.
    bool isSameAs(const Picture& other) const { return m_sha256 == other.m_sha256 && m_colours == other.m_colours; }

    const Pixels* pixels() const { return m_pixels.get(); } // for core/image

private:
    std::shared_ptr<const Pixels> m_pixels;
    std::string m_name;
    std::string m_sha256;
    std::vector<std::string> m_notes;
    ColourConversion m_colours = ColourConversion::AsStored;
};

struct PictureOptions {
    ColourConversion colours = ColourConversion::AsStored;
    bool turnedByExif = true; // false: as the file has its pixels, for annotations that count those
};

// Admits PNG, JPEG, WebP, TIFF, BMP, PNM and GIF by signature, whatever the name says; of several frames or pages the
// first. Sizes from 2 x 2 to 100 million pixels; the size is read before decoding. Throws Error: NotAPicture,
// PictureSize, Memory, and DamagedPicture for a file that is not whole, even where the part that is missing is small (a
// checksum, the end mark, a later frame): what is shown is never a guess. What is broken beside the pixels (a profile,
// EXIF, stray bytes) is a note.
Picture decodePicture(std::span<const std::byte> bytes, std::string name, const PictureOptions& options = {});
Picture readPicture(const std::filesystem::path& file, const PictureOptions& options = {}); // also UnreadableFile

// By the ending of its name alone, for lists of files.
bool isNamedAsPicture(const std::filesystem::path& file);

} // namespace blurig
