// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace blurig {

enum class WavSamples { Integer16, Float32 };

// A WAV of one channel. 16-bit samples beyond full scale are clipped; floats are written as they are.
std::vector<std::byte> encodeWav(std::span<const float> samples, int rate, WavSamples kind);

} // namespace blurig
