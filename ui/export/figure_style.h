// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/figure_options.h"

#include <QFont>
#include <QSizeF>

namespace blurig::ui {

// A figure is laid out and painted in hundredths of a millimetre.
inline constexpr double figureUnitsPerMillimetre = 100;
inline constexpr int figureUnitsPerInch = 2540;
inline constexpr double figureUnitsPerPoint = figureUnitsPerInch / 72.0;

// What a figure is made for: its width, the height that it may have, or has, and the size of its text.
struct FigurePage {
    double width = 0;
    double height = 0;
    bool fixedHeight = false;
    double margin = 0;
    double textPoints = 7;
};
FigurePage figurePage(FigureWidth width);

// All text has one size; distances are multiples of it.
struct FigureStyle {
    QFont text;
    QFont bold;
    double em = 0;   // the size of the text
    double line = 0; // from one line of text to the next
};
FigureStyle figureStyle(const QFont& family, const FigurePage& page);

} // namespace blurig::ui
