// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <QTabWidget>

#include <functional>
#include <string>
#include <vector>

class QAction;

namespace blurig::ui {

class Session;

// The window's pages as tabs; the one that is shown is the choice's.
class PageTabs : public QTabWidget {
    Q_OBJECT
public:
    explicit PageTabs(Session* session, QWidget* parent = nullptr);

    struct Page {
        QWidget* widget;
        QString title;
        std::string word;                              // of Choice::page
        QAction* action;                               // that shows it
        std::function<void(Choice&)> beforeShown = {}; // what a look at it needs in the choice
    };
    void add(const Page& page);

private:
    Session* m_session;
    std::vector<Page> m_known; // by tab
};

} // namespace blurig::ui
