// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/page.h"

#include "ui/session/settings.h"
#include "ui/widgets/drawer_layout.h"

#include <QAction>
#include <QSplitter>

#include <array>
#include <utility>

namespace blurig::ui {

namespace {

constexpr std::array drawerActions{std::pair(ActionId::SidePanel, Drawer::Side::Left),
                                   std::pair(ActionId::LookPanel, Drawer::Side::Right)};

} // namespace

Page::Page(const PageHost& host, std::string id, Session::Changes follows, QWidget* parent)
    : QWidget(parent)
    , m_host(host)
    , m_id(std::move(id)) {
    connect(host.session, &Session::changed, this, [this, follows](Session::Changes what) {
        if (what & follows)
            follow(what);
    });
    connect(host.session, &Session::changed, this, [this](Session::Changes what) {
        if (what.testFlag(Session::Change::Page) && isShown())
            restoreDrawers();
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

void Page::keepDrawers(DrawerLayout* drawers) {
    m_drawers = drawers;
    for (const auto& [id, side] : drawerActions) {
        connect((*m_host.actions)[id], &QAction::triggered, this, [this, side](bool open) {
            if (isShown())
                m_drawers->setOpen(side, open);
        });
        connect(drawers, &DrawerLayout::chosen, this, [this, id, side](Drawer::Side which) {
            if (which == side)
                m_host.settings->setShown(id.word, m_drawers->wanted(side));
        });
    }
    connect(drawers, &DrawerLayout::openChanged, this, &Page::showDrawers);
    restoreDrawers();
}

// As the user left them, on whichever page.
void Page::restoreDrawers() {
    for (const auto& [id, side] : drawerActions)
        if (m_drawers)
            m_drawers->setWanted(side, m_host.settings->isShown(id.word));
    showDrawers();
}

void Page::showDrawers() {
    if (!isShown())
        return;
    for (const auto& [id, side] : drawerActions) {
        QAction* action = (*m_host.actions)[id];
        action->setEnabled(m_drawers != nullptr && m_drawers->has(side));
        action->setChecked(action->isEnabled() && m_drawers->isOpen(side));
    }
}

void Page::saveLayout() const {
    for (const QSplitter* splitter : m_splitters)
        m_host.settings->setSplitter(splitter->objectName(), splitter->saveState());
}

} // namespace blurig::ui
