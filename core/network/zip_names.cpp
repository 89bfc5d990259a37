// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/zip_names.h"

#include "core/array/file_kind.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace blurig {
namespace {

using namespace std::string_view_literals;
using Bytes = std::span<const std::byte>;

constexpr std::size_t endSize = 22; // of the record that ends an archive, without its comment
constexpr std::size_t entrySize = 46;
constexpr std::size_t longestComment = 65535;

std::uint64_t number(Bytes bytes, std::size_t at, std::size_t size) { // little-endian; within the bytes
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8 | static_cast<std::uint64_t>(bytes[at + i]);
    return value;
}

std::optional<std::size_t> endRecord(Bytes bytes) {
    if (bytes.size() < endSize)
        return std::nullopt;
    const std::size_t last = bytes.size() - endSize;
    const std::size_t least = last - std::min(last, longestComment);
    for (std::size_t at = last + 1; at-- > least;)
        if (beginsWith(bytes, "PK\5\6"sv, at))
            return at;
    return std::nullopt;
}

struct Directory {
    std::uint64_t at = 0;
    std::uint64_t entries = 0;
};

// Archives above 4 GB say it in a record of their own, to which a locator before the end record points.
Directory directoryOf(Bytes bytes, std::size_t end) {
    constexpr std::size_t locatorSize = 20;
    constexpr std::size_t largeSize = 56;
    if (end >= locatorSize && beginsWith(bytes, "PK\6\7"sv, end - locatorSize)) {
        const std::uint64_t large = number(bytes, end - locatorSize + 8, 8);
        if (large <= bytes.size() - std::min(bytes.size(), largeSize) &&
            beginsWith(bytes, "PK\6\6"sv, static_cast<std::size_t>(large)))
            return {.at = number(bytes, static_cast<std::size_t>(large) + 48, 8),
                    .entries = number(bytes, static_cast<std::size_t>(large) + 32, 8)};
    }
    return {.at = number(bytes, end + 16, 4), .entries = number(bytes, end + 10, 2)};
}

} // namespace

std::optional<std::vector<std::string>> zipNames(Bytes bytes) {
    const std::optional<std::size_t> end = endRecord(bytes);
    if (!end)
        return std::nullopt;
    const Directory directory = directoryOf(bytes, *end);
    std::vector<std::string> names;
    std::uint64_t at = directory.at;
    for (std::uint64_t entry = 0; entry < directory.entries; ++entry) {
        if (at > bytes.size() || bytes.size() - at < entrySize ||
            !beginsWith(bytes, "PK\1\2"sv, static_cast<std::size_t>(at)))
            return std::nullopt;
        const auto place = static_cast<std::size_t>(at);
        const auto length = static_cast<std::size_t>(number(bytes, place + 28, 2));
        if (bytes.size() - place - entrySize < length)
            return std::nullopt;
        names.emplace_back(reinterpret_cast<const char*>(bytes.data()) + place + entrySize, length);
        at += entrySize + length + number(bytes, place + 30, 2) + number(bytes, place + 32, 2);
    }
    return names;
}

} // namespace blurig
