// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QSize>
#include <QSizeF>

#include <vector>

namespace blurig::ui {

// Equal cells of a grid, each with a header, a picture with the proportions of `frame` and a foot.
struct GridShape {
    QSize area;
    QSizeF frame;
    int cells = 1;
};

QSizeF pictureSizeIn(const GridShape& grid, int columns); // the largest that a cell has room for
// As many columns as make the pictures largest. `now`, where there were some before, stays unless others are larger by
// some per cent, so that the grid does not jump while the window is dragged.
int bestColumns(const GridShape& grid, int now);
// From left to right and top to bottom, no larger than their pictures need, in the middle of the area.
std::vector<QRect> layOutGrid(const GridShape& grid, int columns);

} // namespace blurig::ui
