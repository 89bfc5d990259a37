// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/background_thread.h"

#include <functional>
#include <stop_token>

namespace blurig::ui {

// Work of the window of which the newest alone matters, on a thread of its own: what is older is asked to stop, and
// what it returns is dropped.
class LatestTask {
public:
    // As BackgroundThread's task; asked to stop once it is no longer wanted.
    using Work = std::function<BackgroundThread::Completion(const std::stop_token& stop)>;

    LatestTask() = default;
    ~LatestTask() { forget(); } // waits for what runs
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    void run(Work work); // in place of what was wanted before
    void forget();       // nothing is wanted
    bool running() const { return m_wanted; }

private:
    std::stop_source m_stop; // of the newest
    bool m_wanted = false;
    BackgroundThread m_thread;
};

} // namespace blurig::ui
