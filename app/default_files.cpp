// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/default_files.h"

#include <system_error>

namespace blurig {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> besideProgram(const fs::path& name) {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    if (error)
        return std::nullopt;
    const bool isBuildTree = fs::exists(folder / "../CMakeCache.txt", error);
    const fs::path root = folder / (isBuildTree ? "../.." : "../share/blurig-explorer");
    const fs::path found = (root / name).lexically_normal();
    return fs::exists(found, error) ? std::optional(found) : std::nullopt;
}

} // namespace

std::optional<fs::path> defaultModel() {
    return besideProgram("models/efficientnet_lite0.pt");
}

std::optional<fs::path> defaultSoundModel() {
    return besideProgram("models/musicnn_vgg.pt");
}

std::optional<fs::path> samplesFolder() {
    return besideProgram("samples");
}

} // namespace blurig
