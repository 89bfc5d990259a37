// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
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

// What a decoder hands over: RGB or RGBA, interleaved, 8 or 16 bits a sample, not yet upright.
struct RawPicture {
    int width = 0;
    int height = 0;
    Alpha alpha = Alpha::None;
    std::vector<std::uint8_t> samples8; // this or the next
    std::vector<std::uint16_t> samples16;
    int orientation = 1; // as EXIF numbers them, 1 to 8
    std::vector<std::string> notes;

    std::size_t channels() const { return alpha == Alpha::None ? 3 : 4; }
    std::size_t rowSamples() const { return channels() * static_cast<std::size_t>(width); }
    std::size_t samples() const { return rowSamples() * static_cast<std::size_t>(height); }
};

// Throws PictureSize outside 2 x 2 to 100 million pixels. Every decoder calls this before it decodes.
void requireSize(const PictureSource& source, std::uint64_t width, std::uint64_t height);

// DamagedPicture: "is a damaged PNG file: <detail>", with the remedy.
Error damaged(const PictureSource& source, const std::string& format, const std::string& detail);

// NotAPicture: a sound file of a kind that is not read ("holds floating-point samples").
Error unsupported(const PictureSource& source, const std::string& happened);

// For notes(): an ICC profile that says more than sRGB is not applied.
void noteColourProfile(RawPicture& raw, std::span<const std::uint8_t> profile);

} // namespace blurig
