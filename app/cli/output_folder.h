// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/json/json.h"

#include <filesystem>
#include <string>
#include <vector>

namespace blurig {

class OptionList;

// --out: the folder that a command writes to, made when first asked for a path in it.
class OutputFolder {
public:
    void declare(OptionList& options);
    // Makes the folder; one that refuses says so before the work, and nothing lies in it yet. Throws Error
    // (UnwritableFile).
    void requireWritable() const;
    std::filesystem::path folder() const { return m_folder; }
    std::filesystem::path file(const std::string& name); // throws Error (UnwritableFile)
    Json filesJson() const;                              // by name without ending
    std::string filesText() const;

private:
    std::string m_folder;
    std::vector<std::filesystem::path> m_files;
};

} // namespace blurig
