// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/engine/background_thread.h"

#include <QTest>
#include <QThread>

#include <future>
#include <memory>

using namespace blurig::ui;

class TestBackgroundThread : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void completesInOrderOnTheOwnersThread() {
        BackgroundThread background;
        QThread* const owner = QThread::currentThread();
        std::vector<int> done;
        for (int i = 0; i < 20; ++i)
            background.run([&done, owner, i]() -> BackgroundThread::Completion {
                const auto there = std::make_unique<int>(QThread::currentThread() == owner ? -1 : i);
                return
                    [&done, owner, value = *there] { done.push_back(QThread::currentThread() == owner ? value : -1); };
            });
        QTRY_COMPARE(done.size(), std::size_t{20});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(done[static_cast<std::size_t>(i)], i);
    }

    void aTaskMayHaveNothingToSay() {
        BackgroundThread background;
        bool ended = false;
        background.run([]() -> BackgroundThread::Completion { return {}; });
        background.run([&ended]() -> BackgroundThread::Completion { return [&ended] { ended = true; }; });
        QTRY_VERIFY(ended);
    }

    void itsEndWaitsForTheTasksAndDropsCompletions() {
        int tasks = 0;
        int completions = 0;
        {
            BackgroundThread background;
            for (int i = 0; i < 5; ++i)
                background.run([&]() -> BackgroundThread::Completion {
                    ++tasks;
                    return [&completions] { ++completions; };
                });
        }
        QCoreApplication::sendPostedEvents();
        QCOMPARE(tasks, 5);
        QCOMPARE(completions, 0);
    }

    void forgetsWhatWaits() {
        std::promise<void> begun;
        std::promise<void> goOn;
        int tasks = 0;
        {
            BackgroundThread background;
            background.run([&, wait = goOn.get_future().share()]() -> BackgroundThread::Completion {
                begun.set_value();
                wait.wait();
                ++tasks;
                return {};
            });
            begun.get_future().wait();
            background.run([&tasks]() -> BackgroundThread::Completion {
                ++tasks;
                return {};
            });
            background.forgetWaiting();
            goOn.set_value();
        }
        QCOMPARE(tasks, 1);
    }
};

BLURIG_TEST(TestBackgroundThread)
#include "test_background_thread.moc"
