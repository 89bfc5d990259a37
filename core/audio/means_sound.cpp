// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/means_sound.h"

#include "core/array/file_bytes.h"
#include "core/array/file_kind.h"
#include "core/audio/sound.h"
#include "core/error.h"

#include <array>
#include <filesystem>

namespace blurig {

bool meansSound(const std::string& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return isNamedAsSound(file);
    if (isSound(file))
        return true;
    if (!isNamedAsSound(file))
        return false;
    const OpenedFile opened = openFile(file);
    std::array<std::byte, 512> beginning{};
    const std::size_t count = std::fread(beginning.data(), 1, beginning.size(), opened.get());
    return guessKind(std::span(beginning).first(count)).kind != FileKind::Picture;
}

} // namespace blurig
