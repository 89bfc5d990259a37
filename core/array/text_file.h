// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace blurig {

// Text as UTF-8 without a mark, from UTF-8 with or without a mark or from UTF-16 with one. Throws Error UnreadableFile
// for any other encoding: it names `where`, the line and what the encoding may be. No byte of the text is zero.
std::string decodedText(std::string_view bytes, const std::string& where);

// The same of a whole file. Throws Error, as readFile() does, too.
std::string readTextFile(const std::filesystem::path& file);

std::string_view asText(std::span<const std::byte> bytes);

} // namespace blurig
