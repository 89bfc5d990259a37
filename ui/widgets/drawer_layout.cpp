// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/drawer_layout.h"

#include <utility>

namespace blurig::ui {

namespace {

constexpr int leftDocksFrom = 1280; // px of width
constexpr int rightDocksFrom = 1800;
constexpr int leftWidth = 248;
constexpr int leftWidthWhereWide = 264;
constexpr int rightWidth = 280;

} // namespace

DrawerLayout::DrawerLayout(QWidget* canvas, QWidget* parent)
    : QWidget(parent)
    , m_canvas(canvas)
    , m_rightDocksFrom(rightDocksFrom) {
    canvas->setParent(this);
    canvas->setBackgroundRole(QPalette::Base);
    canvas->setAutoFillBackground(true);
}

void DrawerLayout::connectDrawer(Drawer* drawer, Drawer::Side side) {
    drawer->setParent(this);
    panel(side).drawer = drawer;
    connect(drawer, &Drawer::toggled, this, [this, side] { setOpen(side, !isOpen(side)); });
    place();
}

void DrawerLayout::setLeft(Drawer* drawer) {
    connectDrawer(drawer, Drawer::Side::Left);
}

void DrawerLayout::setRight(Drawer* drawer) {
    connectDrawer(drawer, Drawer::Side::Right);
}

void DrawerLayout::setRightDocksFrom(int width) {
    m_rightDocksFrom = width;
    place();
}

bool DrawerLayout::docks(Drawer::Side side) const {
    return width() >= (side == Drawer::Side::Left ? leftDocksFrom : m_rightDocksFrom);
}

bool DrawerLayout::isOpen(Drawer::Side side) const {
    const Panel& of = side == Drawer::Side::Left ? m_left : m_right;
    return docks(side) ? of.wanted : of.overlaid;
}

void DrawerLayout::setOpen(Drawer::Side side, bool open) {
    Panel& of = panel(side);
    if (std::exchange(docks(side) ? of.wanted : of.overlaid, open) == open)
        return;
    place();
    if (open && !docks(side))
        of.drawer->setFocus();
    Q_EMIT openChanged();
    Q_EMIT chosen(side);
}

void DrawerLayout::setWanted(Drawer::Side side, bool wanted) {
    panel(side).wanted = wanted;
    place();
    Q_EMIT openChanged();
}

void DrawerLayout::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
    Q_EMIT openChanged();
}

void DrawerLayout::place() {
    int from = 0;
    int to = width();
    if (Drawer* left = m_left.drawer) {
        const bool open = isOpen(Drawer::Side::Left);
        const int wide = docks(Drawer::Side::Right) ? leftWidthWhereWide : leftWidth;
        left->setOpen(open);
        left->setRaised(!docks(Drawer::Side::Left));
        left->setGeometry(0, 0, open ? wide : Drawer::foldedWidth, height());
        from = open && docks(Drawer::Side::Left) ? wide : Drawer::foldedWidth;
        left->raise();
        left->show();
    }
    if (Drawer* right = m_right.drawer) {
        const bool open = isOpen(Drawer::Side::Right);
        const bool docked = docks(Drawer::Side::Right);
        right->setOpen(open || !docked);
        right->setRaised(!docked);
        const int shown = open ? rightWidth : Drawer::foldedWidth;
        right->setGeometry(width() - shown, 0, shown, height());
        right->setVisible(open || docked);
        to = docked ? width() - shown : width();
        right->raise();
    }
    m_canvas->setGeometry(from, 0, std::max(0, to - from), height());
}

} // namespace blurig::ui
