// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace blurig {

// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::span<const std::byte> bytes);

// The same of bytes that come in parts.
class Sha256 {
public:
    Sha256();
    void add(std::span<const std::byte> bytes);
    std::string hex(); // once, after all parts

private:
    struct Context;
    std::shared_ptr<Context> m_context;
};

} // namespace blurig
