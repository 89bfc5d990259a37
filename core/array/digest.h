// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace blurig {

// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::span<const std::byte> bytes);

} // namespace blurig
