// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// The cells of a line of CSV: without the quotes around them, a doubled quote within them is one.
std::vector<std::string> csvCells(std::string_view line, std::string_view separators = ",");

// A text as a cell: quoted, in one line.
std::string csvCell(std::string text);

} // namespace blurig
