// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <random>

namespace blurig {

// Random numbers from a seed, the same on every machine: the standard fixes the generator, but none of its
// distributions.
class SeededRandom {
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_generator(seed) {}

    double uniform();  // in [0, 1): the upper 53 bits
    double gaussian(); // mean 0, variance 1 (Box and Muller)

private:
    std::mt19937_64 m_generator;
    std::optional<double> m_second; // Gaussian numbers come in pairs
};

} // namespace blurig
