// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page_tabs.h"

#include "ui/session/session.h"

#include <QAction>

#include <algorithm>

namespace blurig::ui {

PageTabs::PageTabs(Session* session, QWidget* parent)
    : QTabWidget(parent)
    , m_session(session) {
    setObjectName(QStringLiteral("pages"));
    setDocumentMode(true);
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) {
        const Page& page = m_known[static_cast<std::size_t>(tab)];
        m_session->edit([&page](Choice& choice) {
            choice.page = page.word;
            if (page.beforeShown)
                page.beforeShown(choice);
        });
    });
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        if (!what.testFlag(Session::Change::Page))
            return;
        const auto shown = std::ranges::find(m_known, m_session->choice().page, &Page::word);
        setCurrentIndex(shown == m_known.end() ? 0 : static_cast<int>(shown - m_known.begin()));
    });
}

void PageTabs::add(const Page& page) {
    m_known.push_back(page);
    addTab(page.widget, page.title);
    connect(page.action, &QAction::triggered, this, [this, widget = page.widget] { setCurrentWidget(widget); });
}

} // namespace blurig::ui
