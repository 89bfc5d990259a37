// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_grid.h"

#include <QGridLayout>

#include <algorithm>
#include <limits>

namespace blurig::ui {

namespace {
constexpr int spacing = 8;
constexpr int aroundPicture = 166; // px of height that header, title, bar, caption and figures of a pane take
} // namespace

CompareGrid::CompareGrid(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this)) {
    setObjectName(QStringLiteral("compareGrid"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing);
}

void CompareGrid::setCount(std::size_t count) {
    if (count == m_panes.size())
        return;
    while (m_panes.size() > count) {
        m_panes.back()->hide();
        m_panes.back()->deleteLater(); // the signal that removes a pane may come from it
        m_panes.pop_back();
    }
    while (m_panes.size() < count) {
        m_panes.push_back(new ComparePane(m_panes.size(), &m_linked, this));
        Q_EMIT paneMade(m_panes.back());
    }
    m_columns = 0;
    arrange();
}

int CompareGrid::bestColumns() const {
    const int count = static_cast<int>(m_panes.size());
    int best = 1;
    int largest = std::numeric_limits<int>::min();
    for (int columns = 1; columns <= count; ++columns) {
        const int paneWidth = (width() - (columns - 1) * spacing) / columns;
        if (columns > 1 && paneWidth < m_panes.front()->minimumWidth())
            break; // they would lie over each other
        const int rows = (count + columns - 1) / columns;
        const int side = std::min(paneWidth, (height() - (rows - 1) * spacing) / rows - aroundPicture);
        if (side > largest) {
            largest = side;
            best = columns;
        }
    }
    return best;
}

void CompareGrid::arrange() {
    const int columns = bestColumns();
    if (columns == m_columns)
        return;
    for (int i = 0; i < std::max(m_layout->columnCount(), m_layout->rowCount()); ++i) {
        m_layout->setColumnStretch(i, 0);
        m_layout->setRowStretch(i, 0);
    }
    m_columns = columns;
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const int row = static_cast<int>(i) / columns;
        const int column = static_cast<int>(i) % columns;
        m_layout->addWidget(m_panes[i], row, column);
        m_layout->setColumnStretch(column, 1);
        m_layout->setRowStretch(row, 1);
    }
}

void CompareGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace blurig::ui
