// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/csv_cells.h"

#include <algorithm>

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

std::string csvCell(std::string text) {
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
        text.insert(at, 1, '"');
    std::ranges::replace(text, '\n', ' ');
    return '"' + text + '"';
}

} // namespace blurig
