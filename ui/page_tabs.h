// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page_list.h"

#include <QTabWidget>

namespace blurig::ui {

// The window's pages, made from their descriptions; the one that is shown is the choice's.
class PageTabs : public QTabWidget {
    Q_OBJECT
public:
    PageTabs(const PageList& list, const PageHost& host, QWidget* parent = nullptr);

    const std::vector<Page*>& pages() const { return m_pages; }
    Page* shown() const;
    const PageDescription& shownDescription() const;
    Choice shownChoice() const; // of what the pages show, which is not always what was asked for last

private:
    void show(std::size_t page); // because the user wants so
    void follow();

    Session* m_session;
    SubjectFlow* m_subject;
    PageList m_list;
    std::vector<Page*> m_pages; // by place in the list
};

} // namespace blurig::ui
