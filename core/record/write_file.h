// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace blurig {

// Writes a file whole or not at all: into a new file beside it that then takes its name, so that no reader ever sees a
// half-written one and the old content survives a full disk. Throws Error (UnwritableFile) in the user's words.
void writeFile(const std::filesystem::path& file, std::span<const std::byte> bytes);
void writeFile(const std::filesystem::path& file, std::string_view text);

// Makes the folder and those above it where they are missing. Throws Error (UnwritableFile).
void makeFolder(const std::filesystem::path& folder);

} // namespace blurig
