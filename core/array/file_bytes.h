// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace blurig {

// The whole file, never empty. Throws Error UnreadableFile (missing, a folder, not allowed, empty, failed while being
// read) or Memory.
std::vector<std::byte> readFile(const std::filesystem::path& file);

} // namespace blurig
