// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace blurig {

// Internal to the room: when a job over many photos tells of itself. Once a second at most, and the more rarely the
// longer it takes to make a summary: the job waits for it.
class NewsPace {
public:
    template <typename Tell> void tell(Tell make) {
        const Clock::time_point begin = Clock::now();
        if (begin - m_told < m_rest)
            return;
        make();
        m_told = Clock::now();
        m_rest = std::max<Clock::duration>(std::chrono::seconds(1), 20 * (m_told - begin));
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_told;
    Clock::duration m_rest{}; // none before the first
};

} // namespace blurig
