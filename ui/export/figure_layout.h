// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure.h"
#include "ui/export/figure_bar.h"
#include "ui/export/figure_style.h"

#include <QRectF>

namespace blurig::ui {

// The line above a panel.
struct HeadPlace {
    QPointF topLeft = {};
    QString letter = {};
    double indent = 0; // of the title behind it
    QStringList title = {};
};

struct PanelPlace {
    HeadPlace head = {};
    QRectF picture = {};
    QRectF bars = {};
    BarNumbers numbers = BarNumbers::Beside;
    std::optional<double> scaleBar = {}; // its length in pixels of the model's input
};

// Where everything lies, in hundredths of a millimetre. Pictures are as large as columns within the page allow, and
// equally large. The chart takes the cells that are left in the last row where they are wide enough, else a row.
struct FigureLayout {
    QSizeF page;
    std::vector<PanelPlace> panels;
    HeadPlace chartHead;
    QRectF chart;
};
FigureLayout layOut(const Figure& figure);

} // namespace blurig::ui
