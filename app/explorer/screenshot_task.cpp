// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/explorer/screenshot_task.h"

#include "ui/engine/explore_flow.h"
#include "ui/panels/message_bar.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace blurig {

ScreenshotTask::ScreenshotTask(ui::MainWindow* window, const QString& file, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_file(file) {
    connect(window->subject(), &ui::SubjectFlow::openingChanged, this, &ScreenshotTask::look);
    for (const ui::Page* page : window->pages())
        connect(page, &ui::Page::progressed, this, &ScreenshotTask::look);
    const auto told = [this](const Error& error) { fail(QString::fromUtf8(error.what())); };
    connect(window->flow(), &ui::ExploreFlow::failed, this, told);
    connect(window->subject(), &ui::SubjectFlow::failed, this,
            [told](ui::SubjectFlow::Part, const Error& error) { told(error); });
}

void ScreenshotTask::look() {
    if (!m_done && m_window->shownPage()->settled()) {
        m_done = true;
        // After the widgets have laid themselves out for what they were told just now.
        QTimer::singleShot(0, this, &ScreenshotTask::shoot);
    } else if (!m_window->subject()->opening() && !m_window->subject()->subject().input) {
        QTimer::singleShot(0, this, &ScreenshotTask::failIfNothingComes);
    }
}

// Nothing was opened, or only a part of it: the window waits for its user, who is not there.
void ScreenshotTask::failIfNothingComes() {
    if (!m_window->subject()->opening() && !m_window->subject()->subject().input)
        fail(m_window->messages()->isHidden() ? tr("there is no picture, or no model, to show")
                                              : m_window->messages()->text());
}

void ScreenshotTask::shoot() {
    if (m_window->grab().save(m_file, "PNG")) {
        m_window->close();
        QCoreApplication::exit(EXIT_SUCCESS);
    } else {
        m_done = false;
        fail(tr("%1 cannot be written").arg(m_file));
    }
}

void ScreenshotTask::fail(const QString& why) {
    if (m_done)
        return;
    m_done = true;
    std::fprintf(stderr, "blurig-explorer: %s\n", qPrintable(why));
    m_window->close();
    QCoreApplication::exit(EXIT_FAILURE);
}

} // namespace blurig
