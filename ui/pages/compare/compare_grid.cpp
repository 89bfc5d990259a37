// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_grid.h"

#include <QShortcut>

#include <algorithm>

namespace blurig::ui {

CompareGrid::CompareGrid(QWidget* parent)
    : QWidget(parent)
    , m_photo(new PhotoCell(&m_linked, this))
    , m_back(new QShortcut(Qt::Key_Escape, this)) {
    setObjectName(QStringLiteral("compareGrid"));
    m_back->setContext(Qt::WidgetWithChildrenShortcut);
    m_back->setEnabled(false);
    connect(m_back, &QShortcut::activated, this, &CompareGrid::showAll);
    connect(m_photo, &PhotoCell::maximizeRequested, this, [this] { maximize(m_photo); });
}

void CompareGrid::setCount(std::size_t count) {
    if (count == m_panes.size())
        return;
    showAll();
    while (m_panes.size() > count) {
        m_panes.back()->hide();
        m_panes.back()->deleteLater(); // the signal that removes a pane may come from it
        m_panes.pop_back();
    }
    while (m_panes.size() < count) {
        auto* pane = new ComparePane(m_panes.size(), &m_linked, this);
        m_panes.push_back(pane);
        connect(pane, &ComparePane::maximizeRequested, this, [this, pane] { maximize(pane); });
        Q_EMIT paneMade(pane);
    }
    orderTabs();
    m_columns = 0;
    place();
}

void CompareGrid::setFrame(QSizeF frame) {
    if (frame == m_frame)
        return;
    m_frame = frame;
    place();
}

void CompareGrid::maximize(QWidget* cell) {
    if (m_whole == cell)
        return showAll();
    m_whole = cell;
    m_back->setEnabled(true);
    place();
    cell->findChild<ImagePane*>()->setFocus();
}

void CompareGrid::showAll() {
    m_whole = nullptr;
    m_back->setEnabled(false);
    place();
}

std::vector<QWidget*> CompareGrid::cells() const {
    std::vector<QWidget*> cells{m_photo};
    cells.insert(cells.end(), m_panes.begin(), m_panes.end());
    return cells;
}

GridShape CompareGrid::shape() const {
    return {.area = size(), .frame = m_frame, .cells = static_cast<int>(m_panes.size()) + 1};
}

void CompareGrid::place() {
    const GridShape grid = m_whole ? GridShape{.area = size(), .frame = m_frame, .cells = 1} : shape();
    if (!m_whole)
        m_columns = bestColumns(grid, m_columns);
    std::vector<QRect> places = layOutGrid(grid, columns());
    auto next = places.begin();
    for (QWidget* cell : cells()) {
        if (isSeen(cell))
            cell->setGeometry(*next++);
        cell->setVisible(isSeen(cell));
    }
}

// From the photo to the panes, each picture before its header's controls.
void CompareGrid::orderTabs() {
    QWidget* last = m_photo->image();
    for (ComparePane* pane : m_panes) {
        for (QWidget* next : pane->tabOrder()) {
            if (next->focusPolicy() == Qt::NoFocus) // Qt would not place it
                continue;
            QWidget::setTabOrder(last, next);
            last = next;
        }
    }
}

void CompareGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

} // namespace blurig::ui
