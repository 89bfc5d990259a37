// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <optional>
#include <random>
#include <utility>
#include <vector>

// Random moves, one every 8 ms as a mouse sends them; measures the time from a move to the end of the paint that shows
// it. Moves that a newer one overtook are never shown.
class Scrub : public QObject {
public:
    Scrub(QWidget* pane, int moves)
        : m_pane(pane)
        , m_moves(moves) {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(8);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
        m_pane->installEventFilter(this);
    }
    void start() {
        m_step = 0;
        m_latencies.clear();
        m_asked.clear();
        m_arrived.reset();
        m_clock.start();
        m_timer.start();
    }
    bool running() const { return m_timer.isActive(); }
    void report(const char* what) {
        std::sort(m_latencies.begin(), m_latencies.end());
        const auto at = [this](double share) {
            return m_latencies[static_cast<std::size_t>(share * static_cast<double>(m_latencies.size() - 1))];
        };
        if (!m_latencies.empty())
            std::printf("%-28s median %5.1f   90 %% %5.1f   99 %% %5.1f   longest %5.1f ms from move to painted frame, "
                        "%zu painted of %d moves\n",
                        what, at(0.5), at(0.9), at(0.99), at(1.0), m_latencies.size(), m_moves);
    }

protected:
    virtual double move(double share) = 0; // to a place of the axis, from 0 to 1; what is asked for
    void arrived(double what) {
        if (running())
            m_arrived = what;
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && m_arrived) // this paint's end comes before the loop's next turn
            QTimer::singleShot(0, this, [this, what = *std::exchange(m_arrived, std::nullopt)] { painted(what); });
        return QObject::eventFilter(watched, event);
    }

private:
    double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; } // ms

    void painted(double what) {
        const auto found =
            std::find_if(m_asked.begin(), m_asked.end(), [what](const auto& a) { return a.first == what; });
        if (found == m_asked.end())
            return;
        m_latencies.push_back(now() - found->second);
        m_asked.erase(m_asked.begin(), found + 1);
    }

    void step() {
        if (++m_step > m_moves) {
            m_timer.stop();
            return;
        }
        const double asked = now();
        m_asked.emplace_back(move(m_uniform(m_random)), asked);
    }

    QWidget* m_pane;
    int m_moves;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::mt19937 m_random{1};
    std::uniform_real_distribution<double> m_uniform;
    std::optional<double> m_arrived;               // that is not painted yet
    std::deque<std::pair<double, double>> m_asked; // what, when (ms)
    int m_step = 0;
    std::vector<double> m_latencies;
};
