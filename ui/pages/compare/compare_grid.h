// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/compare_pane.h"
#include "ui/widgets/linked_view.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace blurig::ui {

// The panes of a comparison, equally large, in as many columns as makes their pictures largest; one zoom, pan and
// crosshair for all.
class CompareGrid : public QWidget {
    Q_OBJECT
public:
    explicit CompareGrid(QWidget* parent = nullptr);

    void setCount(std::size_t count); // makes or removes panes at the end
    const std::vector<ComparePane*>& panes() const { return m_panes; }
    LinkedView* linkedView() { return &m_linked; }
    int columns() const { return m_columns; }

Q_SIGNALS:
    void paneMade(blurig::ui::ComparePane* pane);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    int bestColumns() const;

    LinkedView m_linked;
    QGridLayout* m_layout;
    std::vector<ComparePane*> m_panes;
    int m_columns = 0;
};

} // namespace blurig::ui
