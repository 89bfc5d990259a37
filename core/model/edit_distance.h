// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

namespace blurig {

// Levenshtein distance, for suggestions after a name that is not known.
std::size_t editDistance(const std::string& a, const std::string& b);

} // namespace blurig
