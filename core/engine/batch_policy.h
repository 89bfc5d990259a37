// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>

namespace blurig {

// How many gradients of one model a batch holds: begins small, so that a new target never waits long, and doubles while
// that was measured to make an input cheaper, a batch stays within `longestBatch`, and the memory that it was seen to
// need within the budget. Kept for a model, it begins the next run with what was found. Never decides a result.
class BatchPolicy {
public:
    static constexpr double longestBatch = 0.1; // s
    static constexpr int first = 2; // one input would be run as two equal rows and take as long (Model)
    static constexpr int most = 64;

    explicit BatchPolicy(std::size_t memoryBudget, int begin = first); // bytes, of one batch

    int next() const { return m_next; }
    // `peak`: the process's greatest memory so far, bytes.
    void took(int inputs, double seconds, std::size_t peak = peakMemory());
    void setMemoryBudget(std::size_t bytes);

    static std::size_t peakMemory(); // bytes

private:
    struct Size {
        int batches = 0;
        double secondsPerInput = 0; // the least
    };

    int limit() const;

    std::size_t m_budget;
    std::size_t m_peak;
    std::size_t m_perInput = 0; // bytes, as far as seen
    int m_largest = 0;          // inputs of a batch so far
    std::map<int, Size> m_sizes;
    bool m_growing = true;
    int m_next;
};

std::size_t machineMemory(); // bytes

} // namespace blurig
