// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the window's thread is busy at a stretch, in milliseconds: while the first map is computed, while the slider
// is scrubbed over it, and while it is scrubbed with the engine at rest. Also the time from the slider's move to its
// frame.
//   bench_window MODEL PICTURE

#include "ui/engine/explore_flow.h"
#include "ui/main_window.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <utility>
#include <vector>

using namespace blurig;
using namespace blurig::ui;

namespace {

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

// One sweep of the slider, a move every 16 ms; measures the time to the frame of each move that got one.
class Sweep : public QObject {
public:
    Sweep(Session* session, ExploreFlow* flow)
        : m_session(session)
        , m_flow(flow) {
        m_timer.setInterval(16);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
        connect(flow, &ExploreFlow::frameChanged, this, [this] {
            if (!m_timer.isActive() || !m_flow->view().frame)
                return;
            // Frames come in the order of the moves; those between were skipped.
            const double shown = m_flow->view().frame->sigma;
            while (!m_asked.empty() && m_asked.front().first <= shown) {
                if (m_asked.front().first == shown)
                    m_latencies.push_back(now() - m_asked.front().second);
                m_asked.pop_front();
            }
        });
    }
    void start() {
        m_step = 0;
        m_latencies.clear();
        m_asked.clear();
        m_clock.start();
        const auto path = m_flow->view().path();
        m_sigmaMax = path ? path->path->farEnd() : 50;
        m_timer.start();
    }
    bool running() const { return m_timer.isActive(); }
    void report(const char* what) {
        if (m_latencies.empty())
            return;
        std::sort(m_latencies.begin(), m_latencies.end());
        std::printf("%-28s median %6.1f   90 %% %6.1f ms from move to frame, %zu frames of %d moves\n", what,
                    m_latencies[m_latencies.size() / 2], m_latencies[m_latencies.size() * 9 / 10], m_latencies.size(),
                    moves);
    }

private:
    static constexpr int moves = 250;

    double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; } // ms

    void step() {
        if (++m_step > moves) {
            m_timer.stop();
            return;
        }
        const double sigma =
            std::min(0.5 * (std::exp(m_step * std::log(1 + m_sigmaMax / 0.5) / moves) - 1), m_sigmaMax);
        m_asked.emplace_back(sigma, now());
        m_session->setSigma(sigma);
    }

    Session* m_session;
    ExploreFlow* m_flow;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_sigmaMax = 50;
    std::deque<std::pair<double, double>> m_asked; // sigma, when (ms)
    int m_step = 0;
    std::vector<double> m_latencies;
};

} // namespace

int main(int argc, char* argv[]) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_window MODEL PICTURE\n");
        return 2;
    }
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    MainWindow window(std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini"))),
                      std::make_unique<SystemFileDialogs>(), {.samplesFolder = {}, .asksQuestions = false});
    window.show();
    ExploreFlow* flow = window.flow();
    Heartbeat heart;
    Sweep sweep(window.session(), flow);

    Choice choice = window.session()->choice();
    choice.model = argv[1];
    choice.picture = argv[2];
    // Never converges by itself, so that the engine is busy throughout the first sweep.
    choice.panes.front().parameters = {{"tolerance_map", "0"}, {"tolerance_gap", "0"}, {"max_gradients", "4096"}};
    enum class Phase { Opening, Busy, Ending, Idle } phase = Phase::Opening;
    heart.start();
    window.session()->apply(choice);
    QTimer look;
    look.setInterval(50);
    QObject::connect(&look, &QTimer::timeout, &application, [&] {
        if (phase == Phase::Opening && flow->view().explore.state) {
            heart.report("opening, first map");
            phase = Phase::Busy;
            heart.start();
            sweep.start();
        } else if (phase == Phase::Busy && !sweep.running()) {
            heart.report("scrub, engine busy");
            sweep.report("scrub, engine busy");
            phase = Phase::Ending;
            flow->cancel();
        } else if (phase == Phase::Ending && flow->settled()) {
            phase = Phase::Idle;
            heart.start();
            sweep.start();
        } else if (phase == Phase::Idle && !sweep.running()) {
            heart.report("scrub, engine at rest");
            sweep.report("scrub, engine at rest");
            window.close();
            QApplication::exit();
        }
    });
    look.start();
    return QApplication::exec();
}
