// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/pane_figure.h"

#include <QFont>
#include <QImage>
#include <QStringList>

#include <vector>

namespace blurig::ui {

// A page as a figure, in logical pixels of 1/96 inch: title, panes in rows of so many columns, lines of text under
// them. A value that any thread may paint.
struct Figure {
    QString title;
    std::vector<PaneFigure> panes;
    int columns = 1;
    QStringList lines;
    QFont font;
};

QSize figureSize(const Figure& figure);
void paintFigure(QPainter& painter, const Figure& figure);
QImage toImage(const Figure& figure, double scale); // device pixels per logical one

} // namespace blurig::ui
