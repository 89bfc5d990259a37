// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/wav_length.h"

#include <array>
#include <string_view>

namespace blurig {
namespace {

std::int64_t littleEndian(const unsigned char* at) {
    return std::int64_t{at[0]} | std::int64_t{at[1]} << 8 | std::int64_t{at[2]} << 16 | std::int64_t{at[3]} << 24;
}

} // namespace

std::optional<WavLength> wavLength(std::FILE& file) {
    std::array<unsigned char, 8> chunk{};
    const auto id = [&chunk] { return std::string_view(reinterpret_cast<const char*>(chunk.data()), 4); };
    if (std::fseek(&file, 0, SEEK_END) != 0)
        return std::nullopt;
    const std::int64_t end = std::ftell(&file);
    std::int64_t at = 0;
    const auto readAt = [&](std::int64_t place) {
        return std::fseek(&file, place, SEEK_SET) == 0 && std::fread(chunk.data(), 1, 8, &file) == 8;
    };
    if (!readAt(0) || id() != "RIFF")
        return std::nullopt;
    for (at = 12; readAt(at); at += 8 + littleEndian(chunk.data() + 4) + littleEndian(chunk.data() + 4) % 2)
        if (id() == "data")
            return WavLength{.stated = littleEndian(chunk.data() + 4), .held = end - at - 8};
    return std::nullopt;
}

} // namespace blurig
