// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/drawer.h"

#include <QWidget>

namespace blurig::ui {

// A canvas with a drawer at its left and one at its right. The left one stands beside the canvas from 1280 px of width
// on, the right one from 1800 px on; in a narrower place an open drawer lies over the canvas, which keeps its size, and
// the right one folds away altogether. The drawers' parents are this.
class DrawerLayout : public QWidget {
    Q_OBJECT
public:
    DrawerLayout(QWidget* canvas, QWidget* parent = nullptr);

    void setLeft(Drawer* drawer);
    void setRight(Drawer* drawer);
    void setRightDocksFrom(int width); // px, instead
    bool has(Drawer::Side side) const { return (side == Drawer::Side::Left ? m_left : m_right).drawer != nullptr; }
    bool isOpen(Drawer::Side side) const;
    void setOpen(Drawer::Side side, bool open);
    // Whether the user wants it beside the canvas where there is room.
    bool wanted(Drawer::Side side) const { return side == Drawer::Side::Left ? m_left.wanted : m_right.wanted; }
    void setWanted(Drawer::Side side, bool wanted);

Q_SIGNALS:
    void openChanged();
    void chosen(blurig::ui::Drawer::Side side); // the user opened or folded it, whichever way

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Panel {
        Drawer* drawer = nullptr;
        bool wanted = true;    // beside the canvas
        bool overlaid = false; // over it, where there is no room beside
    };
    Panel& panel(Drawer::Side side) { return side == Drawer::Side::Left ? m_left : m_right; }
    void connectDrawer(Drawer* drawer, Drawer::Side side);
    bool docks(Drawer::Side side) const;
    void place();

    QWidget* m_canvas;
    Panel m_left;
    Panel m_right;
    int m_rightDocksFrom;
};

} // namespace blurig::ui
