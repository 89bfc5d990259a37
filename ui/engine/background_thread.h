// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace blurig::ui {

// A thread for work of the window that needs no model, such as reading and writing files: tasks run on it one after the
// other, and what a task returns runs on the thread that owns this object, if it still lives then.
class BackgroundThread : public QObject {
    Q_OBJECT
public:
    using Completion = std::function<void()>;
    using Task = std::function<Completion()>; // must not throw; may return none

    explicit BackgroundThread(QObject* parent = nullptr);
    ~BackgroundThread() override; // waits until all tasks have run; their completions do not

    void run(Task task);
    void forgetWaiting(); // the tasks that have not begun

private:
    void work();
    void complete();

    std::mutex m_mutex; // guards the four below
    std::condition_variable m_changed;
    std::deque<Task> m_waiting;
    std::deque<Completion> m_completions;
    bool m_stopping = false;
    std::thread m_thread; // from the first task on
};

} // namespace blurig::ui
