// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/sound_format.h"

#include "core/array/file_kind.h"

#include <algorithm>
#include <array>

namespace blurig {
namespace {

using namespace std::string_view_literals;
using Bytes = std::span<const std::byte>;

bool isWav(Bytes b) {
    return (beginsWith(b, "RIFF"sv) || beginsWith(b, "RF64"sv) || beginsWith(b, "RIFX"sv)) &&
           beginsWith(b, "WAVE"sv, 8);
}
bool isAiff(Bytes b) {
    return beginsWith(b, "FORM"sv) && (beginsWith(b, "AIFF"sv, 8) || beginsWith(b, "AIFC"sv, 8));
}
bool isFlac(Bytes b) {
    return beginsWith(b, "fLaC"sv);
}
bool isOgg(Bytes b) {
    return beginsWith(b, "OggS"sv);
}
// A tag, or a frame: eleven bits of one, then a version, a layer, a bit rate and a sampling rate that exist.
bool isMp3(Bytes b) {
    if (beginsWith(b, "ID3"sv))
        return true;
    if (b.size() < 4 || b[0] != std::byte{0xff})
        return false;
    const auto second = static_cast<unsigned>(b[1]);
    const auto third = static_cast<unsigned>(b[2]);
    return (second & 0xe0U) == 0xe0U && (second & 0x18U) != 0x08U && (second & 0x06U) != 0 &&
           (third & 0xf0U) != 0xf0U && (third & 0x0cU) != 0x0cU;
}

constexpr std::array wavNames{".wav"sv, ".wave"sv, ".rf64"sv};
constexpr std::array aiffNames{".aif"sv, ".aiff"sv, ".aifc"sv};
constexpr std::array flacNames{".flac"sv};
constexpr std::array oggNames{".ogg"sv, ".oga"sv, ".opus"sv};
constexpr std::array mp3Names{".mp3"sv};

constexpr std::array<SoundFormat, 5> formats{{
    {"a WAV", wavNames, isWav},
    {"an AIFF", aiffNames, isAiff},
    {"a FLAC", flacNames, isFlac},
    {"an Ogg", oggNames, isOgg},
    {"an MP3", mp3Names, isMp3},
}};

} // namespace

std::span<const SoundFormat> soundFormats() {
    return formats;
}

const SoundFormat* soundFormatOf(Bytes beginning) {
    const auto found =
        std::ranges::find_if(formats, [&](const SoundFormat& format) { return format.matches(beginning); });
    return found == formats.end() ? nullptr : &*found;
}

} // namespace blurig
