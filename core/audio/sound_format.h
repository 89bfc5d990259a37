// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace blurig {

// Internal to the room.
struct SoundFormat {
    std::string_view name; // "a WAV"
    std::span<const std::string_view> extensions;
    bool (*matches)(std::span<const std::byte> beginning);
};

constexpr std::size_t soundSignatureBytes = 16;

std::span<const SoundFormat> soundFormats();
const SoundFormat* soundFormatOf(std::span<const std::byte> beginning); // null where it is none

} // namespace blurig
