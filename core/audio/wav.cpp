// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/wav.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace blurig {
namespace {

class Writer {
public:
    explicit Writer(std::size_t bytes) { m_bytes.reserve(bytes); }

    void word(std::string_view letters) {
        for (const char letter : letters)
            m_bytes.push_back(static_cast<std::byte>(letter));
    }
    void number(std::uint32_t value, int bytes) { // little-endian
        for (int i = 0; i < bytes; ++i)
            m_bytes.push_back(static_cast<std::byte>(value >> (8 * i) & 255U));
    }
    std::vector<std::byte> take() && { return std::move(m_bytes); }

private:
    std::vector<std::byte> m_bytes;
};

} // namespace

std::vector<std::byte> encodeWav(std::span<const float> samples, int rate, WavSamples kind) {
    const bool floats = kind == WavSamples::Float32;
    const std::uint32_t width = floats ? 4 : 2;
    const auto bytes = static_cast<std::uint32_t>(samples.size()) * width;
    const auto hertz = static_cast<std::uint32_t>(rate);
    Writer to(bytes + 64);
    to.word("RIFF");
    to.number(bytes + (floats ? 48 : 36), 4);
    to.word("WAVEfmt ");
    to.number(16, 4);
    to.number(floats ? 3 : 1, 2); // IEEE float or PCM
    to.number(1, 2);
    to.number(hertz, 4);
    to.number(hertz * width, 4);
    to.number(width, 2);
    to.number(8 * width, 2);
    if (floats) { // number of frames, which every kind but PCM states
        to.word("fact");
        to.number(4, 4);
        to.number(static_cast<std::uint32_t>(samples.size()), 4);
    }
    to.word("data");
    to.number(bytes, 4);
    for (const float sample : samples) {
        if (floats)
            to.number(std::bit_cast<std::uint32_t>(sample), 4);
        else
            to.number(static_cast<std::uint32_t>(std::lround(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F))), 2);
    }
    return std::move(to).take();
}

} // namespace blurig
