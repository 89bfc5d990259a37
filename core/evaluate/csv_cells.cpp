// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/csv_cells.h"

namespace blurig {

std::vector<std::string> csvCells(std::string_view line, std::string_view separators) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (!quoted && separators.find(line[i]) != std::string_view::npos)
            cells.emplace_back();
        else
            cells.back() += line[i];
    }
    return cells;
}

} // namespace blurig
