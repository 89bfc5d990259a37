// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/examination_folder.h"

#include "core/array/file_bytes.h"
#include "core/error.h"
#include "core/record/write_file.h"

#include <cstdlib>

namespace blurig {

ExaminationFolder::ExaminationFolder(std::filesystem::path folder)
    : m_folder(std::move(folder)) {}

std::optional<std::string> ExaminationFolder::find(const std::string& key) const {
    std::error_code error;
    if (!std::filesystem::is_regular_file(fileOf(key), error))
        return std::nullopt;
    try {
        const std::vector<std::byte> bytes = readFile(fileOf(key));
        return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    } catch (const Error&) { // not readable: as good as not there, and the model is examined again
        return std::nullopt;
    }
}

void ExaminationFolder::keep(const std::string& key, const std::string& text) {
    makeFolder(m_folder);
    writeFile(fileOf(key), text + '\n');
}

std::filesystem::path ExaminationFolder::fileOf(const std::string& key) const {
    return m_folder / (key + ".json");
}

std::shared_ptr<ExaminationMemory> usersExaminations() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    std::filesystem::path folder;
    if (cache && std::filesystem::path(cache).is_absolute())
        folder = cache;
    else if (home && std::filesystem::path(home).is_absolute())
        folder = std::filesystem::path(home) / ".cache";
    else
        return nullptr;
    return std::make_shared<ExaminationFolder>(folder / "blurig-explorer" / "examinations");
}

} // namespace blurig
