// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// A model file, read once: its hash, its check and its loading see the same bytes. A format reads nothing else.
class NetworkSource {
public:
    explicit NetworkSource(std::filesystem::path file); // throws Error where it cannot be read

    std::string where() const { return m_file.string(); } // for errors
    std::span<const std::byte> bytes() const { return m_bytes; }

    // A file in the same folder or below it that holds a part of the model ("weights.bin", "data/0.bin"). Throws Error
    // for a name that leads elsewhere, and where there is no such file.
    std::vector<std::byte> beside(const std::string& name);

    // Of the file's bytes; of a model in several files, of the hashes of all that were read.
    std::string sha256() const;

private:
    std::filesystem::path m_file;
    std::vector<std::byte> m_bytes;
    std::vector<std::string> m_parts; // hashes
};

} // namespace blurig
