// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace blurig {

// What the first bytes of a file tell of it, whatever its name says.
enum class FileKind {
    Unknown,
    Text,
    WebPage,
    LfsPointer,
    Picture,
    Sound,
    Zip,
    Packed,
    Pickle,
    SafeTensors,
    Hdf5,
    Onnx,
    Other
};

struct GuessedKind {
    FileKind kind = FileKind::Unknown;
    std::string_view name; // "a PDF document", "text": as it stands in a sentence; empty when unknown
};

GuessedKind guessKind(std::span<const std::byte> bytes);

bool beginsWith(std::span<const std::byte> bytes, std::string_view signature, std::size_t offset = 0);

} // namespace blurig
