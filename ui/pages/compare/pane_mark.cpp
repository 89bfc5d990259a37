// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/pane_mark.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace blurig::ui {

namespace {
constexpr int side = 18; // px
} // namespace

PaneMark::PaneMark(QWidget* parent)
    : QLabel(parent) {
    setObjectName(QStringLiteral("compareMark"));
    setTextFormat(Qt::PlainText);
    setFixedSize(side, side);
    setToolTip(tr("Flicker, Swipe and Difference show this pane as A or B"));
}

void PaneMark::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColors(palette()).accent);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setFont(labelFont(font()));
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace blurig::ui
