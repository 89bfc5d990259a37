// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/page.h"

#include "ui/session/settings.h"

#include <QSplitter>

#include <utility>

namespace blurig::ui {

Page::Page(const PageHost& host, std::string id, Session::Changes follows, QWidget* parent)
    : QWidget(parent)
    , m_host(host)
    , m_id(std::move(id)) {
    connect(host.session, &Session::changed, this, [this, follows](Session::Changes what) {
        if (what & follows)
            follow(what);
    });
    connect(host.session, &Session::partChanged, this, [this](const std::string& page) {
        if (page == m_id)
            followPart();
    });
}

void Page::serve(const ImagePane* pane) {
    connect(pane, &ImagePane::copyRequested, this, [this, pane] { Q_EMIT copyRequested(pane); });
    connect(pane, &ImagePane::copyCommandRequested, this, [this, pane] { Q_EMIT copyCommandRequested(pane); });
    connect(pane, &ImagePane::savePictureRequested, this, [this, pane] { Q_EMIT savePictureRequested(pane); });
    connect(pane, &ImagePane::saveArrayRequested, this, [this, pane] { Q_EMIT saveArrayRequested(pane); });
}

void Page::keepLayout(std::vector<QSplitter*> splitters) {
    m_splitters = std::move(splitters);
    for (QSplitter* splitter : m_splitters)
        splitter->restoreState(m_host.settings->splitter(splitter->objectName()));
}

void Page::saveLayout() const {
    for (const QSplitter* splitter : m_splitters)
        m_host.settings->setSplitter(splitter->objectName(), splitter->saveState());
}

} // namespace blurig::ui
