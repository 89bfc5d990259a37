// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace blurig {

// A text as a quoted cell of RFC 4180, in one line.
std::string csvCell(std::string text);

} // namespace blurig
