// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

// What a sound file states of itself.
struct SoundSource {
    std::string format; // "a WAV"
    int rate = 0;       // Hz
    int channels = 0;
    std::int64_t frames = 0; // decoded, at that rate

    double seconds() const { return rate > 0 ? static_cast<double>(frames) / rate : 0; }
    bool operator==(const SoundSource&) const = default;
};

// A decoded sound, mixed to one channel (the mean of all), at the rate that was asked for. Immutable once shared.
struct Sound {
    Array samples; // 1 x 1 x T, time in s; full scale is -1 to 1
    int rate = 0;  // Hz
    SoundSource source;
    std::string name;               // the file's path, or what stands for it
    std::string sha256;             // of the file's bytes
    std::vector<std::string> notes; // what decoding had to decide: "6 channels mixed to one", "is silent", ...

    bool empty() const { return samples.empty(); }
    std::int64_t length() const { return empty() ? 0 : samples.layout().axes.back().size; } // samples
    double seconds() const { return rate > 0 ? static_cast<double>(length()) / rate : 0; }
};

constexpr std::int64_t longestSound = std::int64_t{1} << 28; // samples at the rate asked for: 4.6 hours at 16 kHz

struct SoundOptions {
    int rate = 0;                              // Hz; 0: the file's own
    std::function<void(double)> progress = {}; // share that is decoded
    std::stop_token stop = {};
};

// Admits WAV, AIFF, FLAC, Ogg and MP3 by signature, whatever the name says; decodes in blocks and keeps only what it
// returns. Throws Error: UnreadableFile, NotASound, DamagedSound (cut off, or samples that are no numbers), SoundLength
// (no samples, or more than longestSound), Memory; and Cancelled. A wrong length in the header of a WAV is a note.
Sound readSound(const std::filesystem::path& file, const SoundOptions& options = {});

// Samples that come from elsewhere, at least one.
Sound soundOf(std::vector<float> samples, int rate, std::string name);

bool isSound(const std::filesystem::path& file);        // by its first bytes; false where it cannot be read
bool isNamedAsSound(const std::filesystem::path& file); // by the ending of its name alone, for lists of files

} // namespace blurig
