// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// The names of the files in a ZIP archive, in the order of its directory; none where that cannot be read.
std::optional<std::vector<std::string>> zipNames(std::span<const std::byte> bytes);

} // namespace blurig
