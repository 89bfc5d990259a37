// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/latest_task.h"

#include <utility>

namespace blurig::ui {

void LatestTask::run(Work work) {
    forget();
    m_stop = {};
    m_wanted = true;
    m_thread.run([this, work = std::move(work), stop = m_stop.get_token()]() -> BackgroundThread::Completion {
        return [this, stop, completion = work(stop)] {
            if (stop.stop_requested())
                return;
            m_wanted = false;
            if (completion)
                completion();
        };
    });
}

void LatestTask::forget() {
    m_stop.request_stop();
    m_wanted = false;
    m_thread.forgetWaiting();
}

} // namespace blurig::ui
