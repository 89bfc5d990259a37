// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/csv_cell.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

std::string csvCell(std::string text) {
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
        text.insert(at, 1, '"');
    std::ranges::replace(text, '\n', ' ');
    return fmt::format("\"{}\"", text);
}

} // namespace blurig
