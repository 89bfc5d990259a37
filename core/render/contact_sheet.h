// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/color_map.h"
#include "core/render/raster.h"

#include <optional>
#include <string>
#include <vector>

namespace blurig {

struct SheetCell {
    Raster picture;      // scaled to the sheet's cells
    std::string caption; // under it; may be empty
};

// The key to a row's colours, right of it.
struct SheetBar {
    const ColorMap* colors = nullptr;
    std::string low; // what the ends and the middle stand for
    std::string middle;
    std::string high;
    std::string lowWords = {}; // what the ends mean, in their colours where these can be read; may be empty
    std::string highWords = {};
};

struct SheetRow {
    std::string caption; // left of it; '\n' starts a new line
    std::vector<SheetCell> cells;
    std::optional<SheetBar> bar;
};

// Small pictures in rows and columns with captions: the paper's Fig 1, or one picture with its key. ASCII text; what is
// too long for its place is shortened.
struct ContactSheet {
    std::string title;
    std::vector<std::string> columns; // captions above the first row; may be empty
    std::vector<SheetRow> rows;
    std::string notice;              // what must be read: under the rows, in as many lines as it takes
    std::vector<std::string> footer; // lines under all
    int cellWidth = 200;             // px
    int cellHeight = 200;
};

Raster renderSheet(const ContactSheet& sheet); // opaque, on white

} // namespace blurig
