// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/background_thread.h"

#include "core/engine/worker_thread.h"

#include <utility>

namespace blurig::ui {

BackgroundThread::BackgroundThread(QObject* parent)
    : QObject(parent) {}

BackgroundThread::~BackgroundThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void BackgroundThread::run(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(task));
    }
    m_changed.notify_all();
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
}

void BackgroundThread::forgetWaiting() {
    const std::lock_guard lock(m_mutex);
    m_waiting.clear();
}

void BackgroundThread::work() {
    nameThread("background");
    yieldToInteraction();
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        Completion completion = task();
        task = {}; // what it holds goes before the lock comes
        lock.lock();
        if (!completion)
            continue;
        m_completions.push_back(std::move(completion));
        QMetaObject::invokeMethod(this, &BackgroundThread::complete, Qt::QueuedConnection);
    }
}

void BackgroundThread::complete() {
    std::deque<Completion> completions;
    {
        const std::lock_guard lock(m_mutex);
        completions.swap(m_completions);
    }
    for (const Completion& completion : completions)
        completion();
}

} // namespace blurig::ui
