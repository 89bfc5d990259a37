// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace blurig {

// How many inputs a batch holds: begins small, so that a new target never waits long, and grows while a batch stays
// within `longestBatch` and the memory that it was seen to need within the budget. Never decides a result.
class BatchPolicy {
public:
    static constexpr double longestBatch = 0.1; // s
    static constexpr int first = 2;
    static constexpr int most = 8; // larger ones gain nothing on two cores

    explicit BatchPolicy(std::size_t memoryBudget); // bytes

    int next() const { return m_next; }
    void took(int inputs, double seconds);

private:
    std::size_t m_budget;
    std::size_t m_peakBefore;
    int m_memoryLimit = most;
    int m_next = first;
};

std::size_t machineMemory(); // bytes

} // namespace blurig
