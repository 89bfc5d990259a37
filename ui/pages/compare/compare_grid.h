// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/compare_pane.h"
#include "ui/pages/compare/grid_layout.h"
#include "ui/pages/compare/photo_cell.h"
#include "ui/widgets/linked_view.h"

#include <QWidget>

#include <vector>

class QShortcut;

namespace blurig::ui {

// The photo and the panes of a comparison, equally large, in as many columns as make their pictures largest; one zoom,
// pan and crosshair for all. One cell at a time can take all of the place.
class CompareGrid : public QWidget {
    Q_OBJECT
public:
    explicit CompareGrid(QWidget* parent = nullptr);

    void setCount(std::size_t count); // of panes: makes or removes them at the end
    void setFrame(QSizeF frame);      // that the pictures show
    PhotoCell* photo() const { return m_photo; }
    const std::vector<ComparePane*>& panes() const { return m_panes; }
    LinkedView* linkedView() { return &m_linked; }
    int columns() const { return m_whole ? 1 : m_columns; }
    bool isSeen(const QWidget* cell) const { return !m_whole || cell == m_whole; } // else another takes the place

    void maximize(QWidget* cell); // the photo or a pane; where it has all of the place already, all come back
    void showAll();

Q_SIGNALS:
    void paneMade(blurig::ui::ComparePane* pane);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    std::vector<QWidget*> cells() const;
    GridShape shape() const;
    void place();
    void orderTabs();

    LinkedView m_linked;
    PhotoCell* m_photo;
    std::vector<ComparePane*> m_panes;
    QSizeF m_frame;
    QShortcut* m_back; // Escape, while one cell has all of the place
    QWidget* m_whole = nullptr;
    int m_columns = 0;
};

} // namespace blurig::ui
