// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output_folder.h"

#include "app/cli/option_list.h"
#include "core/record/write_file.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace blurig {

void OutputFolder::declare(OptionList& options) {
    options.add(
        {.name = "--out", .help = "Output folder; created if it does not exist", .value = "DIR", .required = true},
        m_folder);
}

void OutputFolder::requireWritable() const {
    makeFolder(m_folder);
    const std::filesystem::path probe = std::filesystem::path(m_folder) / ".blurig-probe";
    writeFile(probe, "");
    std::error_code ignored; // what could be written can be removed
    std::filesystem::remove(probe, ignored);
}

std::filesystem::path OutputFolder::file(const std::string& name) {
    if (m_files.empty())
        makeFolder(m_folder);
    return m_files.emplace_back(std::filesystem::path(m_folder) / name);
}

Json OutputFolder::filesJson() const {
    Json result = Json::object();
    for (const std::filesystem::path& file : m_files)
        result[file.stem().string()] = file.string();
    return result;
}

std::string OutputFolder::filesText() const {
    std::string text = "wrote";
    for (const std::filesystem::path& file : m_files)
        text.append(" ").append(file.string());
    return text;
}

} // namespace blurig
