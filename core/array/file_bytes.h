// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

namespace blurig {

// The whole file, never empty. Throws Error UnreadableFile (missing, a folder, not allowed, empty, failed while being
// read) or Memory.
std::vector<std::byte> readFile(const std::filesystem::path& file);

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenedFile = std::unique_ptr<std::FILE, CloseFile>;

// An ordinary file, for reading it in parts. Throws Error (UnreadableFile), in the same words.
OpenedFile openFile(const std::filesystem::path& file);

} // namespace blurig
