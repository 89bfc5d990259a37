// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>

namespace blurig {

// Internal to the room. Bytes of samples in a WAV: what its header states, and how many the file holds from there on.
struct WavLength {
    std::int64_t stated = 0;
    std::int64_t held = 0;
};

// None where the file has no plain "data" chunk (RF64 states its length elsewhere). Moves the file's position.
std::optional<WavLength> wavLength(std::FILE& file);

} // namespace blurig
