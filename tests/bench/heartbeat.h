// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

// A beat a millisecond, as far as the event loop lets it: the time between two beats is how long it was busy.
class Heartbeat : public QObject {
public:
    Heartbeat() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_beats.push_back(static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.restart();
        });
    }
    void start() {
        m_beats.clear();
        m_clock.restart();
        m_timer.start();
    }
    void report(const char* what) {
        m_timer.stop();
        std::sort(m_beats.begin(), m_beats.end());
        const auto at = [this](double share) {
            return m_beats[static_cast<std::size_t>(share * static_cast<double>(m_beats.size() - 1))];
        };
        const auto slow = std::count_if(m_beats.begin(), m_beats.end(), [](double beat) { return beat > 50; });
        std::printf("%-28s 99 %% %6.1f   99.9 %% %6.1f   longest %6.1f ms   over 50 ms: %td of %zu turns\n", what,
                    at(0.99), at(0.999), m_beats.back(), slow, m_beats.size());
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_beats;
};
