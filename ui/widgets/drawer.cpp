// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/drawer.h"

#include "ui/widgets/glyph.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace blurig::ui {

Drawer::Drawer(Side side, const QString& title, QWidget* content, QWidget* parent)
    : QFrame(parent)
    , m_side(side)
    , m_title(title)
    , m_heading(new QLabel(title, this))
    , m_fold(new QToolButton(this))
    , m_content(content) {
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setFont(labelFont(font()));
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_fold->setAutoRaise(true);
    m_fold->setFixedSize(sizes::control, sizes::control);
    connect(m_fold, &QToolButton::clicked, this, &Drawer::toggled);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    if (side == Side::Right)
        head->addWidget(m_fold);
    head->addWidget(m_heading, 1);
    if (side == Side::Left)
        head->addWidget(m_fold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::gap, 4, sizes::gap, sizes::gap);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(content, 1);
    column->addStretch(); // of a folded one, under its button
    setAutoFillBackground(true);
    showState();
}

void Drawer::setOpen(bool open) {
    if (open == m_open)
        return;
    m_open = open;
    showState();
}

void Drawer::setRaised(bool raised) {
    m_raised = raised;
    update();
}

void Drawer::showState() {
    const bool toLeft = (m_side == Side::Left) == m_open;
    m_fold->setIcon(glyphIcon(toLeft ? Glyph::FoldLeft : Glyph::FoldRight));
    m_fold->setToolTip(m_open ? tr("Fold this panel") : tr("Open: %1").arg(m_title));
    m_fold->setAccessibleName(m_fold->toolTip());
    m_heading->setVisible(m_open);
    m_content->setVisible(m_open);
    setCursor(m_open ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void Drawer::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    const int edge = m_side == Side::Left ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), themeColors(palette()).line);
    if (m_raised && m_open)
        painter.fillRect(QRect(m_side == Side::Left ? width() - 2 : 1, 0, 1, height()), themeColors(palette()).line);
    if (m_open)
        return;
    painter.setFont(labelFont(font()));
    painter.setPen(themeColors(palette()).secondaryText);
    painter.translate(width() / 2.0, 44);
    painter.rotate(90);
    painter.drawText(QRectF(0, -12, height() - 60, 24), Qt::AlignLeft | Qt::AlignVCenter, m_title);
}

void Drawer::mousePressEvent(QMouseEvent* event) {
    if (!m_open && event->button() == Qt::LeftButton)
        Q_EMIT toggled();
}

void Drawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_raised && m_open)
        Q_EMIT toggled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace blurig::ui
