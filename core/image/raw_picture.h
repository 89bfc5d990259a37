// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/image/stated_colours.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// The encoded bytes and the name that every message carries.
struct PictureSource {
    std::span<const std::byte> bytes;
    std::string name;

    const std::uint8_t* data() const { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }
    std::size_t size() const { return bytes.size(); }
};

// How the colours of a pixel relate to its alpha, which is the fourth sample.
enum class Alpha { None, Straight, Premultiplied };

// The samples of a pixel before its alpha. Grey is RGB of three equal samples; Cmyk is four, where 0 is no ink.
enum class PixelKind { Grey, Rgb, Cmyk };

// What a decoder hands over: interleaved, 8 or 16 bits a sample, not yet upright.
struct RawPicture {
    int width = 0;
    int height = 0;
    PixelKind kind = PixelKind::Rgb;
    Alpha alpha = Alpha::None;
    std::vector<std::uint8_t> samples8; // this or the next
    std::vector<std::uint16_t> samples16;
    int orientation = 1; // as EXIF numbers them, 1 to 8
    std::vector<std::string> notes;
    std::optional<StatedColours> stated;

    std::size_t channels() const { return (kind == PixelKind::Cmyk ? 4U : 3U) + (alpha == Alpha::None ? 0U : 1U); }
    std::size_t rowSamples() const { return channels() * static_cast<std::size_t>(width); }
    std::size_t samples() const { return rowSamples() * static_cast<std::size_t>(height); }
};

// Throws PictureSize outside 2 x 2 to 100 million pixels. Every decoder calls this before it decodes.
void requireSize(const PictureSource& source, std::uint64_t width, std::uint64_t height);

// DamagedPicture: "is a damaged PNG file: <detail>", with the remedy.
Error damaged(const PictureSource& source, const std::string& format, const std::string& detail);

// NotAPicture: a sound file of a kind that is not read ("holds floating-point samples").
Error unsupported(const PictureSource& source, const std::string& happened);

} // namespace blurig
