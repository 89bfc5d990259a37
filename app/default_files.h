// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>

namespace blurig {

// What comes with the programs, found from the place of the running program: in a build tree (build/release/bin has
// build/models) or installed (PREFIX/bin has PREFIX/share/blurig-explorer/models). Empty if the file does not exist.
std::optional<std::filesystem::path> defaultModel();
std::optional<std::filesystem::path> defaultSoundModel();
std::optional<std::filesystem::path> samplesFolder();

} // namespace blurig
