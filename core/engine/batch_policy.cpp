// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/batch_policy.h"

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace blurig {
namespace {

std::size_t peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

} // namespace

std::size_t machineMemory() {
    return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE));
}

BatchPolicy::BatchPolicy(std::size_t memoryBudget)
    : m_budget(memoryBudget)
    , m_peakBefore(peakMemory()) {}

void BatchPolicy::took(int inputs, double seconds) {
    const std::size_t peak = peakMemory();
    if (peak > m_peakBefore) { // this batch set the record: its share is what one input needs
        const std::size_t perInput = std::max<std::size_t>(1, (peak - m_peakBefore) / static_cast<std::size_t>(inputs));
        const std::size_t limit = std::clamp<std::size_t>(m_budget / perInput, 1, most);
        m_memoryLimit = std::min(m_memoryLimit, static_cast<int>(limit));
    }
    m_peakBefore = peak;
    const double perInput = std::max(seconds / inputs, 1e-6);
    const int byTime = static_cast<int>(std::min(longestBatch / perInput, static_cast<double>(most)));
    m_next = std::clamp(std::min(byTime, 2 * inputs), 1, m_memoryLimit);
}

} // namespace blurig
