// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace blurig {

// How long the rest of many photos takes, by those that were computed and not known already.
class TimeLeft {
public:
    void computedOne() { ++m_computed; }

    std::optional<double> of(std::size_t photos) const { // s; none before the first
        if (m_computed == 0)
            return std::nullopt;
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - m_begin;
        return elapsed.count() / static_cast<double>(m_computed) * static_cast<double>(photos);
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::size_t m_computed = 0;
};

} // namespace blurig
