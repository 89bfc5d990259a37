// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/engine/latest_task.h"

#include <QTest>
#include <QThread>

#include <future>
#include <memory>
#include <vector>

using namespace blurig::ui;

namespace {

// Work that begins, waits until the test lets it go on, and says its number.
struct Held {
    std::promise<void> begun;
    std::promise<void> goOn;
};

LatestTask::Work held(const std::shared_ptr<Held>& gate, std::vector<int>& heard, std::vector<bool>& stopped,
                      int number) {
    return [=, &heard, &stopped](const std::stop_token& stop) -> BackgroundThread::Completion {
        gate->begun.set_value();
        gate->goOn.get_future().wait();
        return [=, &heard, &stopped] {
            heard.push_back(number);
            stopped.push_back(stop.stop_requested());
        };
    };
}

} // namespace

class TestLatestTask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void worksOnAnotherThreadAndAnswersOnItsOwners() {
        LatestTask task;
        QThread* const owner = QThread::currentThread();
        bool apart = false;
        bool answered = false;
        task.run([&](const std::stop_token&) -> BackgroundThread::Completion {
            return [&, there = QThread::currentThread()] {
                apart = there != owner;
                answered = QThread::currentThread() == owner;
            };
        });
        QVERIFY(task.running());
        QTRY_VERIFY(!task.running());
        QVERIFY(apart && answered);
    }

    void onlyTheNewestIsHeardOf() {
        std::vector<int> heard;
        std::vector<bool> stopped;
        LatestTask task;
        const auto first = std::make_shared<Held>();
        const auto third = std::make_shared<Held>();
        std::stop_token ofFirst;
        task.run([&](const std::stop_token& stop) -> BackgroundThread::Completion {
            ofFirst = stop;
            return held(first, heard, stopped, 1)(stop);
        });
        first->begun.get_future().wait();
        task.run([&heard](const std::stop_token&) -> BackgroundThread::Completion {
            return [&heard] { heard.push_back(2); };
        });
        task.run(held(third, heard, stopped, 3));
        QVERIFY(ofFirst.stop_requested());
        first->goOn.set_value();
        third->begun.get_future().wait();
        third->goOn.set_value();
        QTRY_VERIFY(!task.running());
        QCOMPARE(heard, std::vector<int>{3});
        QCOMPARE(stopped, std::vector<bool>{false});
    }

    void whatIsForgottenIsNotHeardOf() {
        std::vector<int> heard;
        std::vector<bool> stopped;
        LatestTask task;
        const auto gate = std::make_shared<Held>();
        task.run(held(gate, heard, stopped, 1));
        gate->begun.get_future().wait();
        task.forget();
        QVERIFY(!task.running());
        gate->goOn.set_value();
        bool after = false;
        task.run(
            [&after](const std::stop_token&) -> BackgroundThread::Completion { return [&after] { after = true; }; });
        QTRY_VERIFY(after);
        QVERIFY(heard.empty());
    }
};

BLURIG_TEST(TestLatestTask)
#include "test_latest_task.moc"
