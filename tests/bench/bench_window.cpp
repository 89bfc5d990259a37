// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the window's thread is busy at a stretch, in milliseconds: while the first map is computed, while the slider
// is scrubbed over it with the engine busy and at rest, while a band is dragged on the Scales page, for every preset of
// the comparison, while a box is moved and a mask is painted over six panes that are scored against them, while sixteen
// maps are compared, and while a strip of 300 photos is turned. Also the time from the program's start to the first
// painted window, from opening to the first map, and from a move of the slider to the painted frame, in a window of
// 1440 x 900.
//   bench_window MODEL PICTURE [MOVES]

#include "core/explain/presets.h"
#include "tests/bench/heartbeat.h"
#include "tests/bench/window_scrubs.h"
#include "ui/engine/explore_flow.h"
#include "ui/files/opener.h"
#include "ui/main_window.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/scales/scales_flow.h"
#include "ui/session/session.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <optional>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace blurig;
using namespace blurig::ui;

namespace {

// Since the program was started: loading libraries and starting anew with other settings count, too.
double msSinceStart() {
    QFile status(QStringLiteral("/proc/self/stat"));
    timespec now{};
    if (!status.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return qQNaN();
    const QByteArray text = status.readAll();
    constexpr int startTime = 19; // field 22, and the name in brackets is the second
    const double ticks = text.mid(text.lastIndexOf(')') + 2).split(' ').at(startTime).toDouble();
    const double seconds = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    return 1e3 * (seconds - ticks / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget* window) { window->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this,
                               [] { std::printf("first painted window %.0f ms after the start\n", msSinceStart()); });
        }
        return QObject::eventFilter(watched, event);
    }
};

// One thing that the window is asked for, and how it is known to be there.
struct Step {
    QString what;
    std::function<void()> begin;
    std::function<bool()> ended;
    std::function<void(const char* what)> report = {}; // more of it
};

// Runs the steps one after the other, and reports the window's turns in each.
class Course : public QObject {
public:
    explicit Course(std::vector<Step> steps)
        : m_steps(std::move(steps)) {
        m_look.setInterval(5);
        connect(&m_look, &QTimer::timeout, this, &Course::look);
    }
    void start() {
        begin();
        m_look.start();
    }

private:
    void begin() {
        m_heart.start();
        m_clock.start();
        m_steps[m_at].begin();
    }
    void look() {
        const Step& step = m_steps[m_at];
        if (!step.ended())
            return;
        m_heart.report(qPrintable(
            QStringLiteral("%1 (%2 s)").arg(step.what).arg(static_cast<double>(m_clock.elapsed()) / 1e3, 0, 'f', 1)));
        if (step.report)
            step.report(qPrintable(step.what));
        std::fflush(stdout);
        if (++m_at == m_steps.size()) {
            m_look.stop();
            QApplication::exit();
            return;
        }
        begin();
    }

    std::vector<Step> m_steps;
    std::size_t m_at = 0;
    Heartbeat m_heart;
    QElapsedTimer m_clock;
    QTimer m_look;
};

// Cheap maps that all differ. Of sixteen, 136 pairs are compared, each map with itself among them.
std::vector<PaneChoice> cheapPanes(std::size_t count) {
    std::vector<PaneChoice> panes(count);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        panes[i].method = "gradient";
        panes[i].target = std::to_string(60 * i);
    }
    return panes;
}

// A folder of `count` copies of a photo.
QString folderOf(const QString& photo, int count, const QTemporaryDir& in) {
    const QString folder = in.filePath(QStringLiteral("photos"));
    QDir().mkpath(folder);
    for (int i = 0; i < count; ++i)
        QFile::copy(photo, QStringLiteral("%1/%2.%3").arg(folder).arg(i).arg(QFileInfo(photo).suffix()));
    return folder;
}

// Turns a strip of photos from one end to the other, a picture's width at a time, as a wheel does.
class Roll : public QObject {
public:
    explicit Roll(QAbstractScrollArea* strip)
        : m_bar(strip->horizontalScrollBar()) {
        m_timer.setInterval(30);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_bar->setValue(m_bar->value() + m_bar->singleStep() * 3);
            if (m_bar->value() == m_bar->maximum())
                m_timer.stop();
        });
    }
    void start() {
        m_bar->setValue(0);
        m_timer.start();
    }
    bool running() const { return m_timer.isActive(); }

private:
    QScrollBar* m_bar;
    QTimer m_timer;
};

void reportLoad() {
    QFile load(QStringLiteral("/proc/loadavg"));
    if (load.open(QIODevice::ReadOnly))
        std::printf("load of the machine %s", load.readAll().constData());
}

} // namespace

int main(int argc, char* argv[]) {
    if (argc != 3 && argc != 4) {
        std::fprintf(stderr, "usage: bench_window MODEL PICTURE [MOVES]\n");
        return 2;
    }
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString photos = folderOf(QString::fromLocal8Bit(argv[2]), 300, folder);
    MainWindow window(std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini"))),
                      std::make_unique<SystemFileDialogs>(), {.samplesFolder = {}, .asksQuestions = false});
    const FirstPaint firstPaint(&window);
    window.resize(1440, 900);
    window.show();
    reportLoad();
    Session* session = window.session();
    ExploreFlow* flow = window.flow();
    CompareFlow* compared = window.findChild<CompareFlow*>();
    const int moves = argc == 4 ? std::atoi(argv[3]) : 10000;
    SliderScrub scrub(&window, moves);
    BandScrub bands(&window, moves);
    ScalesFlow* scales = window.findChild<ScalesFlow*>();
    auto* strip = window.findChild<QAbstractScrollArea*>(QStringLiteral("pictureStrip"));
    Roll roll(strip);

    std::vector<Step> steps;
    steps.push_back({.what = QStringLiteral("opening, first map"),
                     .begin =
                         [&] {
                             Choice choice = session->choice();
                             choice.model = argv[1];
                             choice.picture = argv[2];
                             // Never converges by itself, so that the engine is busy throughout the first scrub.
                             choice.panes.front().parameters = {
                                 {"tolerance_map", "0"}, {"tolerance_gap", "0"}, {"max_gradients", "4096"}};
                             session->apply(choice);
                         },
                     .ended = [&] { return flow->view().explore.state != nullptr; }});
    const auto scrubbed = [&] { return !scrub.running(); };
    steps.push_back({.what = QStringLiteral("scrub, engine busy"),
                     .begin = [&] { scrub.start(); },
                     .ended = scrubbed,
                     .report = [&](const char* what) { scrub.report(what); }});
    steps.push_back(
        {.what = QStringLiteral("ending"), .begin = [&] { flow->cancel(); }, .ended = [&] { return flow->settled(); }});
    steps.push_back({.what = QStringLiteral("scrub, engine at rest"),
                     .begin = [&] { scrub.start(); },
                     .ended = scrubbed,
                     .report = [&](const char* what) { scrub.report(what); }});
    // The Scales page shows no map that was cancelled.
    steps.push_back(
        {.what = QStringLiteral("map of default tolerance"),
         .begin = [session] { session->edit([](Choice& choice) { choice.panes.front().parameters.clear(); }); },
         .ended = [&] { return flow->settled(); }});
    steps.push_back({.what = QStringLiteral("scales page"),
                     .begin = [session] { session->edit([](Choice& choice) { choice.page = scalesPageId; }); },
                     .ended = [scales] { return scales->view().path && scales->settled(); }});
    steps.push_back({.what = QStringLiteral("band dragged"),
                     .begin = [&] { bands.start(); },
                     .ended = [&] { return !bands.running(); },
                     .report = [&](const char* what) { bands.report(what); }});
    for (const ComparePreset& preset : comparePresets())
        steps.push_back({.what = QStringLiteral("preset %1").arg(QLatin1String(preset.id)),
                         .begin =
                             [session, id = QString::fromLatin1(preset.id)] {
                                 session->edit([&](Choice& choice) {
                                     choice.page = "compare";
                                     applyPreset(choice, id.toStdString());
                                 });
                             },
                         .ended = [compared] { return compared->settled(); }});
    std::optional<MarkScrub> marks; // when the first pane is there
    steps.push_back({.what = QStringLiteral("six panes"),
                     .begin =
                         [session] {
                             session->edit([](Choice& choice) {
                                 choice.page = "compare";
                                 choice.compare.panes = cheapPanes(6);
                             });
                         },
                     .ended = [compared] { return compared->settled(); }});
    for (const auto& [what, marked] :
         {std::pair<QString, MarkScrub::Marked>(QStringLiteral("box moved"), movedBox),
          std::pair<QString, MarkScrub::Marked>(QStringLiteral("mask painted"), Painting())})
        steps.push_back({.what = what + QStringLiteral(", six panes"),
                         .begin = [&, marked = marked] { marks.emplace(&window, moves, marked).start(); },
                         .ended = [&] { return !marks->running(); },
                         .report = [&](const char* named) { marks->report(named); }});
    steps.push_back(
        {.what = QStringLiteral("sixteen panes"),
         .begin = [session] { session->edit([](Choice& choice) { choice.compare.panes = cheapPanes(16); }); },
         .ended = [compared] { return compared->settled(); }});
    // Another reduction changes every figure of the table; the wait is for what runs beside the window.
    for (const char* reduction : {"absolute", "sum"})
        steps.push_back({.what = QStringLiteral("agreement of sixteen, %1").arg(QLatin1String(reduction)),
                         .begin =
                             [session, reduction] {
                                 DisplayChoice display = session->display();
                                 display.reduction = reduction;
                                 session->setDisplay(display);
                             },
                         .ended =
                             [clock = QElapsedTimer()]() mutable {
                                 if (!clock.isValid())
                                     clock.start();
                                 return clock.elapsed() > 2000;
                             }});
    steps.push_back({.what = QStringLiteral("opening a folder of 300"),
                     .begin = [&] { window.opener()->open(photos); },
                     .ended = [&] { return strip->horizontalScrollBar()->maximum() > 0 && compared->settled(); }});
    steps.push_back({.what = QStringLiteral("rolling a strip of 300"),
                     .begin = [&] { roll.start(); },
                     .ended = [&] { return !roll.running(); }});
    Course course(std::move(steps));
    course.start();
    QApplication::exec();
    reportLoad();
    window.close();
    return 0;
}
