// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace blurig {

// Internal to the room. Samples at one rate, in blocks, to another: libsoxr at its quality HQ, as librosa has it. Equal
// rates pass through.
class Resampler {
public:
    Resampler(int fromRate, int toRate); // throws std::bad_alloc
    ~Resampler();
    Resampler(const Resampler&) = delete;
    Resampler& operator=(const Resampler&) = delete;

    void add(std::span<const float> samples, std::vector<float>& to); // appends what is ready
    // Appends the rest; `to` then has toRate / fromRate times the samples that were added, rounded up.
    void finish(std::vector<float>& to);

private:
    struct Stream;
    void process(std::span<const float> samples, std::vector<float>& to);

    std::unique_ptr<Stream> m_stream; // null: pass through
    double m_ratio;
    std::size_t m_added = 0;
};

} // namespace blurig
