// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page_tabs.h"

#include "core/explain/recorded.h"
#include "ui/engine/subject_flow.h"

#include <QAction>
#include <QSignalBlocker>
#include <QTabBar>

#include <algorithm>

namespace blurig::ui {

PageTabs::PageTabs(const PageList& list, const PageHost& host, QWidget* parent)
    : QTabWidget(parent)
    , m_session(host.session)
    , m_subject(host.subject)
    , m_list(list) {
    setObjectName(QStringLiteral("pages"));
    setDocumentMode(true);
    tabBar()->hide(); // the top bar has their buttons
    setFocusProxy(nullptr);
    setFocusPolicy(Qt::NoFocus); // else the Tab key would end at the hidden bar
    for (std::size_t i = 0; i < m_list.size(); ++i) {
        m_pages.push_back(m_list[i].make(host, this));
        addTab(m_pages.back(), Actions::plainText(m_list[i].show));
        connect((*host.actions)[m_list[i].show.id], &QAction::triggered, this, [this, i] { show(i); });
        connect((*host.actions)[ActionId::Cancel], &QAction::triggered, m_pages.back(), &Page::cancel);
    }
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) { show(static_cast<std::size_t>(tab)); });
    connect(m_session, &Session::changed, this, [this](Session::Changes what) {
        if (what.testFlag(Session::Change::Page))
            follow();
    });
}

void PageTabs::show(std::size_t page) {
    const PageDescription& shown = m_list[page];
    m_session->edit([&shown](Choice& choice) {
        choice.page = shown.id;
        if (shown.prepare)
            shown.prepare(choice);
    });
}

// The session's page may have come without what a look at it needs.
void PageTabs::follow() {
    const auto shown = std::ranges::find(m_list, m_session->choice().page, &PageDescription::id);
    const QSignalBlocker blocker(this);
    setCurrentIndex(shown == m_list.end() ? 0 : static_cast<int>(shown - m_list.begin()));
    if (shown == m_list.end() || !shown->prepare)
        return;
    const auto prepare = [this, shown] {
        Choice choice = m_session->choice();
        shown->prepare(choice);
        m_session->correct(std::move(choice));
    };
    QMetaObject::invokeMethod(this, prepare, Qt::QueuedConnection);
}

Page* PageTabs::shown() const {
    return m_pages[static_cast<std::size_t>(currentIndex())];
}

const PageDescription& PageTabs::shownDescription() const {
    return m_list[static_cast<std::size_t>(currentIndex())];
}

Choice PageTabs::shownChoice() const {
    Choice choice = recorded(m_session->choice(), explainedSubject(m_subject->subject()));
    for (const Page* page : m_pages)
        page->putShown(choice);
    return choice;
}

} // namespace blurig::ui
