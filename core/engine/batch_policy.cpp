// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/batch_policy.h"

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace blurig {

namespace {
constexpr double worthGrowing = 0.97; // of the time an input took in half the batch
}

std::size_t machineMemory() {
    return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE));
}

std::size_t BatchPolicy::peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

BatchPolicy::BatchPolicy(std::size_t memoryBudget, int begin)
    : m_budget(memoryBudget)
    , m_peak(peakMemory())
    , m_next(begin) {}

void BatchPolicy::setMemoryBudget(std::size_t bytes) {
    m_budget = bytes;
    m_next = std::min(m_next, limit());
}

int BatchPolicy::limit() const {
    if (m_perInput == 0)
        return most;
    return static_cast<int>(std::clamp<std::size_t>(m_budget / m_perInput, 1, most));
}

void BatchPolicy::took(int inputs, double seconds, std::size_t peak) {
    // A batch that sets both records shows what the inputs need that it has more than any before.
    if (inputs > m_largest) {
        if (peak > m_peak)
            m_perInput = std::max(m_perInput, (peak - m_peak) / static_cast<std::size_t>(inputs - m_largest));
        m_largest = inputs;
    }
    m_peak = std::max(m_peak, peak);

    Size& size = m_sizes[inputs];
    const double perInput = seconds / inputs;
    size.secondsPerInput = size.batches == 0 ? perInput : std::min(size.secondsPerInput, perInput);
    ++size.batches;
    // The first batch of a size also pays for fresh memory: two are needed to judge.
    if (inputs == m_next && m_growing && size.batches >= 2) {
        const auto half = m_sizes.find(inputs / 2);
        if (half != m_sizes.end() && size.secondsPerInput > worthGrowing * half->second.secondsPerInput) {
            m_growing = false;
            m_next = inputs / 2;
        } else if (2 * seconds <= longestBatch) {
            m_next = 2 * inputs;
        }
    }
    if (inputs <= m_next && seconds > longestBatch) // a slow model, or a machine that has become so
        m_next = std::max(first, static_cast<int>(longestBatch / perInput));
    m_next = std::min(m_next, limit());
}

} // namespace blurig
