// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/explanation.h"

namespace blurig {

// The first path's nodes as CSV, position (sigma, or 1 - alpha) ascending: score, the greatest class scores anywhere on
// the path, and the attribution mass and completeness gap of the interval that begins at the node (empty where none
// does).
std::string nodeTable(const Explanation& explanation, std::size_t classCount);

} // namespace blurig
