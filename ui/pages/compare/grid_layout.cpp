// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/grid_layout.h"

#include "ui/widgets/pane_layout.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr int between = sizes::gap / 2;
constexpr int widestBetween = 2 * sizes::gap; // columns
constexpr int leastWidth = 180;               // of a cell with others beside it
constexpr int headerWidth = 204;              // that a cell has where there is room for it
constexpr double worthMoving = 1.04;          // times as large

int rowsOf(int cells, int columns) {
    return (cells + columns - 1) / columns;
}

QSizeF aroundPicture() {
    return paneSizeFor({0, 0}, PaneHead::None) + QSizeF(0, sizes::control);
}

QSize roomOf(const GridShape& grid, int columns) { // of a cell
    const int rows = rowsOf(grid.cells, columns);
    return {(grid.area.width() - (columns - 1) * between) / columns,
            (grid.area.height() - (rows - 1) * between) / rows};
}

} // namespace

QSizeF pictureSizeIn(const GridShape& grid, int columns) {
    const QSizeF room = (QSizeF(roomOf(grid, columns)) - aroundPicture()).expandedTo({1, 1});
    return grid.frame.isEmpty() ? room : grid.frame.scaled(room, Qt::KeepAspectRatio);
}

int bestColumns(const GridShape& grid, int now) {
    const auto fits = [&grid](int columns) { return columns == 1 || roomOf(grid, columns).width() >= leastWidth; };
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= grid.cells && fits(columns); ++columns) {
        const double width = pictureSizeIn(grid, columns).width();
        if (width > largest) {
            largest = width;
            best = columns;
        }
    }
    const bool stays =
        now >= 1 && now <= grid.cells && fits(now) && largest < worthMoving * pictureSizeIn(grid, now).width();
    return stays ? now : best;
}

std::vector<QRect> layOutGrid(const GridShape& grid, int columns) {
    const QSizeF needed = pictureSizeIn(grid, columns) + aroundPicture();
    const QSize room = roomOf(grid, columns);
    const QSize cell(std::min(room.width(), std::max(headerWidth, static_cast<int>(std::ceil(needed.width())))),
                     std::min(room.height(), static_cast<int>(std::ceil(needed.height()))));
    const int rows = rowsOf(grid.cells, columns);
    // Numbers of colour bars beside each other stand the further apart the more room there is.
    const int spare = grid.area.width() - columns * cell.width();
    const int beside = columns > 1 ? std::clamp(spare / (columns - 1), between, widestBetween) : 0;
    const QPoint from((grid.area.width() - columns * cell.width() - (columns - 1) * beside) / 2,
                      (grid.area.height() - rows * cell.height() - (rows - 1) * between) / 2);
    std::vector<QRect> places;
    for (int i = 0; i < grid.cells; ++i)
        places.emplace_back(
            from + QPoint(i % columns * (cell.width() + beside), i / columns * (cell.height() + between)), cell);
    return places;
}

} // namespace blurig::ui
