// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>

namespace blurig {

// What comes with the programs, found from where the running program lies: in a build tree (BUILD/release/bin beside
// BUILD/models) or installed (PREFIX/bin beside PREFIX/share/blurig-explorer).
std::optional<std::filesystem::path> defaultModel();
std::optional<std::filesystem::path> samplesFolder();

} // namespace blurig
