// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/network_source.h"

#include "core/array/digest.h"
#include "core/array/file_bytes.h"
#include "core/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace blurig {

NetworkSource::NetworkSource(std::filesystem::path file)
    : m_file(std::move(file))
    , m_bytes(readFile(m_file)) {}

std::vector<std::byte> NetworkSource::beside(const std::string& name) {
    const std::filesystem::path part(name);
    if (name.empty() || part.is_absolute() || std::ranges::find(part, "..") != part.end())
        throw Error(ErrorCode::DamagedModel, where(),
                    fmt::format("names \"{}\" as a part of itself, which is no file of its folder", name),
                    "Export it again, with its parts in one folder");
    const std::filesystem::path file = m_file.parent_path() / part;
    if (!std::filesystem::is_regular_file(file))
        throw Error(ErrorCode::DamagedModel, where(), fmt::format("needs the file {} beside it", name),
                    "Put all files of the model into one folder");
    std::vector<std::byte> bytes = readFile(file);
    m_parts.push_back(sha256Hex(bytes));
    return bytes;
}

std::string NetworkSource::sha256() const {
    std::string own = sha256Hex(m_bytes);
    if (m_parts.empty())
        return own;
    const std::string all = fmt::format("{} {}", own, fmt::join(m_parts, " "));
    return sha256Hex(std::as_bytes(std::span(all)));
}

} // namespace blurig
